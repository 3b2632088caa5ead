// How one reply will appear to everybody outside the team, before it is submitted: through the one disclosure function, and
// without anything of the other delegations. In their place stand replies that say nothing.
import { LEVELS } from '#surveys/answering/model.ts'
import type { Codebook, Country } from '#surveys/definition/model.ts'
import {
  disclose,
  isVisible,
  levelOf,
  namedCells,
  planDisclosure,
  SMALLEST_GROUP,
  type Standing,
} from './disclosure.ts'
import type { Consultation, Reply, View } from './model.ts'
import { fieldsAt } from './refs.ts'

/** The dashboards, as the results know them; each shows sections that its formula combines. */
export const DASHBOARDS = ['needs', 'gaps', 'assistance', 'partners', 'measures', 'steps'] as const
export type Dashboard = (typeof DASHBOARDS)[number]
export type Appearance = {
  readonly consultation: Consultation
  readonly view: View
  readonly sections: readonly { readonly key: string; readonly standing: Standing; readonly answers: number }[]
  readonly dashboards: readonly { readonly key: Dashboard; readonly standing: Standing }[]
  /** answers that the shareable file holds under the country's name, of those that were given */
  readonly shared: { readonly named: number; readonly given: number }
}
type Appearing = {
  readonly round: string
  readonly codebook: Codebook
  readonly roster: readonly Country[]
  /** the country's own, with the levels that are being tried */
  readonly reply: Reply
  /** ISO date */
  readonly today: string
}

export function appearanceOf({ round, codebook, roster, reply, today }: Appearing): Appearance {
  const replies = roster.map((country, place) =>
    country.code === reply.country ? reply : standIn(codebook, country, reply, placeAmongOthers(roster, place, reply)),
  )
  const consultation: Consultation = {
    round,
    codebook,
    roster,
    replies,
    acceptedEvidence: new Set(),
    today,
    snapshot: null,
  }
  const plan = planDisclosure(codebook, roster, replies, 'shared', 'by_name')
  const standingIn = (section: string | undefined): Standing =>
    (section !== undefined && plan.standings.get(section)?.get(reply.country)) || 'out'
  const visible = codebook.fields.filter((field) => isVisible('shared', field.question) && reply.cells.has(field.name))
  return {
    consultation,
    view: disclose(consultation, 'shared', 'by_name'),
    sections: codebook.questionnaire.sections.map(({ key }) => ({
      key,
      standing: standingIn(key),
      answers: visible.filter(({ section }) => section === key).length,
    })),
    dashboards: DASHBOARDS.flatMap((key) => {
      const [field] = fieldsAt(codebook, mainRef(codebook, key))
      return field ? [{ key, standing: standingIn(field.section) }] : []
    }),
    shared: { named: namedCells(plan, reply).length, given: reply.cells.size },
  }
}

const placeAmongOthers = (roster: readonly Country[], place: number, { country }: Reply): number =>
  roster.slice(0, place).filter(({ code }) => code !== country).length

/**
 * Somebody else who says nothing. Where the reply counts in the totals only, two others do as well: a release that can
 * show both names and totals is what is tried here; the other two are said in words.
 */
function standIn(codebook: Codebook, { code }: Country, reply: Reply, place: number): Reply {
  const isCounted = place < SMALLEST_GROUP - 1
  const sectionLevels = Object.fromEntries(
    codebook.questionnaire.sections.map(({ key }) => {
      return [key, isCounted && levelOf(reply, key) === 'aggregate_only' ? 'aggregate_only' : 'named'] as const
    }),
  )
  return { country: code, level: 'named', sectionLevels, revision: 1, submittedAt: reply.submittedAt, cells: new Map() }
}

function mainRef(codebook: Codebook, key: Dashboard): string | undefined {
  const { needs, gaps, modality, partners, readiness, consensus } = codebook.questionnaire.analysis
  const refs: Record<Dashboard, string | undefined> = {
    needs: needs?.priority,
    gaps: gaps?.current ?? gaps?.limits?.[0] ?? gaps?.obstacles?.[0],
    assistance: needs && modality?.first,
    partners: partners?.requested,
    measures: readiness?.status,
    // Without a threshold of agreement, the results have no page of steps.
    steps: consensus?.agree_from === undefined ? undefined : consensus.rating,
  }
  return refs[key]
}

/** True when no section is shown more widely afterwards, and at least the whole is not either. */
export function isLowering(
  from: Pick<Reply, 'level' | 'sectionLevels'>,
  to: Pick<Reply, 'level' | 'sectionLevels'>,
  sections: readonly string[],
): boolean {
  const rank = (consent: Pick<Reply, 'level' | 'sectionLevels'>, key: string) => LEVELS.indexOf(levelOf(consent, key))
  const isWider = sections.some((key) => rank(to, key) > rank(from, key))
  return !isWider && LEVELS.indexOf(to.level) <= LEVELS.indexOf(from.level)
}
