// Small invented rounds for the tests of analysis and tables: two questionnaires, and replies written in one line.
import type { Consultation, Reply } from '#surveys/analysis/model.ts'
import type { Cell, Level, Value } from '#surveys/answering/model.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type {
  Absence,
  Analysis,
  Country,
  Option,
  Question,
  Questionnaire,
  Section,
  Text,
} from '#surveys/definition/model.ts'

const text = (words: string): Text => ({ en: words, fr: `${words} (fr)`, ar: `${words} (ar)` })
const ASKED = { required: false, absence: ['na', 'nap', 'pns'], comment: true, confidentiality: 'regional' } as const

/** A question with everything said that need not be said. */
function question<T extends Question['type']>(key: string, type: T, more: object = {}): Question {
  const own = type === 'text' || type === 'long_text' ? { max_length: 500 } : type === 'number' ? { decimals: 0 } : {}
  const list = type === 'yes_no' || type === 'yes_partly_no' ? { list: type } : {}
  const multi = type === 'multi' ? { exclusive: [] } : {}
  return { ...ASKED, key, type, label: text(key), ...own, ...list, ...multi, ...more } as unknown as Question
}

/** Options from `key` or `key=value`. */
function options(...written: string[]): Option[] {
  return written.map((one) => {
    const [key = '', value] = one.split('=')
    return { key, label: text(key), ...(value !== undefined && { value: Number(value) }) }
  })
}

const LISTS = {
  area: options('digital_evidence', 'training', 'witnesses'),
  measure: options('m01', 'm02'),
  step: options('t01', 't02'),
  priority: options('p0=0', 'p1=1', 'p2=2', 'p3=3', 'p4=4', 'p5=5'),
  urgency: options('u4=4', 'u3=3', 'u2=2', 'u1=1'),
  capacity: options('c1=1', 'c2=2', 'c3=3', 'c4=4', 'c5=5'),
  coverage: options('none', 'partly', 'largely'),
  status: options('not_started=0', 'planned=1', 'in_progress=2', 'implemented=3', 'not_applicable'),
  agreement: options('a1=1', 'a2=2', 'a3=3', 'a4=4', 'a5=5'),
  body: options('police', 'customs', 'courts'),
  kind: options('course', 'mission'),
  partner: options('interpol', 'eurojust', 'peer'),
  donor: options('interpol', 'unodc'),
  wide: options('one', 'region'),
  obstacle: options('legal', 'budget', 'none'),
}

const SECTIONS: Section[] = [
  {
    key: 'about',
    title: text('About'),
    items: [
      question('lead', 'single', { list: 'body' }),
      question('consulted', 'multi', { list: 'body' }),
      question('days', 'number', { decimals: 1 }),
      question('as_of', 'date'),
      question('remark', 'long_text'),
      question('guidance', 'yes_partly_no'),
      question('papers', 'file', { max_files: 3, max_megabytes: 10, accept: ['pdf'] }),
      question('sure', 'confirm', { absence: [] }),
      question('contact', 'text', { confidentiality: 'contact' }),
      question('aside', 'text', { confidentiality: 'pmt_only' }),
    ],
  },
  {
    key: 'capacity',
    title: text('Capacity'),
    items: [
      {
        group: 'capacity',
        for_each: 'area',
        layout: 'table',
        label: text('Capacity'),
        questions: [
          question('current', 'scale', { list: 'capacity' }),
          question('needed', 'scale', { list: 'capacity' }),
        ],
      },
    ],
  },
  {
    key: 'needs',
    title: text('Needs'),
    items: [
      {
        group: 'needs',
        for_each: 'area',
        layout: 'cards',
        label: text('Needs'),
        questions: [
          question('priority', 'scale', { list: 'priority' }),
          question('urgency', 'single', { list: 'urgency' }),
          question('coverage', 'single', { list: 'coverage' }),
          question('first', 'single', { list: 'kind' }),
          question('second', 'single', { list: 'kind' }),
          question('scale', 'single', { list: 'wide' }),
          question('partner', 'single', { list: 'partner' }),
          question('donor', 'multi', { list: 'donor' }),
        ],
      },
      question('top', 'ranking', { list: 'area', max_choices: 3 }),
      question('offered', 'multi', { list: 'area' }),
    ],
  },
  {
    key: 'roadmap',
    title: text('Roadmap'),
    items: [
      {
        group: 'measures',
        for_each: 'measure',
        layout: 'cards',
        label: text('Measures'),
        questions: [
          question('status', 'single', { list: 'status' }),
          question('date', 'date'),
          question('ta_need', 'yes_partly_no'),
          question('good_practice', 'long_text'),
          question('obstacles', 'multi', { list: 'obstacle', exclusive: ['none'] }),
        ],
      },
      {
        group: 'steps',
        for_each: 'step',
        layout: 'cards',
        label: text('Steps'),
        questions: [question('agreement', 'scale', { list: 'agreement' }), question('reservation', 'long_text')],
      },
    ],
  },
]

const ANALYSIS: Analysis = {
  needs: {
    priority: 'needs.priority',
    urgency: 'needs.urgency',
    current: 'capacity.current',
    needed: 'capacity.needed',
    coverage: 'needs.coverage',
    ranking: 'top',
    weights: { priority: 0.5, urgency: 0.3, gap: 0.2 },
    support_factors: { none: 0, partly: 0.5, largely: 0.8 },
    shared_from: 3,
    urgent_from: 3,
    scope: { regional_share: 0.5, subregional_countries: 2, national_countries: 1 },
    provisional_below: 0.75,
    duplication_from: 0.5,
    ranking_points: [5, 4, 3, 2, 1],
    ranking_discuss_from: 2,
  },
  gaps: {
    current: 'capacity.current',
    needed: 'capacity.needed',
    limits: ['guidance'],
    obstacles: ['measures.obstacles'],
    exclude: ['none'],
  },
  modality: {
    first: 'needs.first',
    second: 'needs.second',
    scale: 'needs.scale',
    weights: { first: 1, second: 0.5 },
  },
  partners: {
    requested: 'needs.partner',
    priority: 'needs.priority',
    active: 'needs.donor',
    offered: 'offered',
    shared_from: 3,
  },
  readiness: {
    status: 'measures.status',
    date: 'measures.date',
    assistance: 'measures.ta_need',
    good_practice: 'measures.good_practice',
    weights: { not_started: 0, planned: 0.25, in_progress: 0.5, implemented: 1 },
    exclude: ['not_applicable'],
    implemented_without_evidence: 0.75,
    overdue_status: ['planned', 'in_progress'],
  },
  consensus: {
    rating: 'steps.agreement',
    reservation: 'steps.reservation',
    agree_from: 4,
    disagree_to: 2,
    agree_share: 0.75,
    iqr_max: 1,
    minority_max: 1,
    not_supported_median: 2,
    divided_below: 0,
    minimum_answers: 5,
  },
}

export const QUESTIONNAIRE: Questionnaire = {
  questionnaire: 'invented',
  version: '1.0.0',
  languages: ['en', 'fr', 'ar'],
  title: text('Invented'),
  minutes: 10,
  lists: LISTS,
  sections: SECTIONS,
  checks: [],
  analysis: ANALYSIS,
  changes: [],
}

export const CODEBOOK = compile(QUESTIONNAIRE)

export const ROSTER: Country[] = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF', 'XG', 'XH'].map((code) => ({
  code,
  label: text(code),
}))

/** `!na` is an absence, everything else a value; `#…` a comment beside nothing. */
export type Said = Record<string, Value | `!${Absence}` | `#${string}`>

export function cellsFrom(said: Said): Map<string, Cell> {
  return new Map(
    Object.entries(said).map(([field, value]) => {
      const isText = typeof value === 'string'
      const absence = isText && value.startsWith('!') ? (value.slice(1) as Absence) : null
      const comment = isText && value.startsWith('#') ? value.slice(1) : null
      const cell = { field, value: absence || comment ? null : value, absence, comment, typed: null, language: null }
      return [field, cell]
    }),
  )
}

export function reply(country: string, said: Said, level: Level = 'named', more: Partial<Reply> = {}): Reply {
  return {
    country,
    level,
    sectionLevels: {},
    revision: 1,
    submittedAt: '2027-01-20T09:00:00.000Z',
    cells: cellsFrom(said),
    ...more,
  }
}

export function consultation(replies: readonly Reply[], more: Partial<Consultation> = {}): Consultation {
  return {
    round: 'invented-2027',
    codebook: CODEBOOK,
    roster: ROSTER,
    replies,
    acceptedEvidence: new Set(),
    today: '2027-01-27',
    snapshot: null,
    ...more,
  }
}

/** Replies of the roster in order, one line each. */
export function replies(said: readonly Said[], levels: readonly Level[] = []): Reply[] {
  return said.map((one, place) => reply(ROSTER[place]?.code ?? '', one, levels[place] ?? 'named'))
}
