// Which answers a country's own page carries in words, by questionnaire; everything else on it follows from `analysis`.

export type SheetPlan = {
  /** the key messages for the tour de table */
  readonly statement?: string
  readonly milestone?: string
  readonly milestoneDate?: string
  readonly commentsFrom?: string
  readonly asOf?: string
  /** the few facts that are read in ten seconds */
  readonly facts: readonly string[]
}

const NONE: SheetPlan = { facts: [] }

const PLANS: Readonly<Record<string, SheetPlan>> = {
  'taf-regional-needs': {
    asOf: 'information_date',
    facts: [
      'lead_institution',
      'legal_basis_informal',
      'urgent_direct_contact',
      'after_hours_availability',
      'trained_practitioners_24m',
    ],
  },
  'roadmap-national-coordination': {
    statement: 'tour_de_table_statement',
    milestone: 'next_milestone',
    milestoneDate: 'next_milestone_date',
    commentsFrom: 'comments_invited_from',
    asOf: 'information_date',
    facts: ['platform_status', 'platform_lead', 'platform_frequency', 'overall_progress'],
  },
}

/** The plan for a questionnaire; an empty one where none is written. */
export function sheetPlan(questionnaire: string): SheetPlan {
  return PLANS[questionnaire] ?? NONE
}
