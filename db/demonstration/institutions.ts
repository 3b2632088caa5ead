// Scenes inside a delegation: three institutions of Hintamar answer the same questions, talk, and one answer comes of it.
import { emptyCell } from '#surveys/answering/cells.ts'
import { sayingNow } from '#surveys/answering/contributions.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import { assign } from '../assignments.ts'
import { cellsOf } from '../cells.ts'
import { contribute, listContributions } from '../contributions.ts'
import { addRemark } from '../remarks.ts'
import { findOwnResponse, saveCells } from '../responses.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'

const COUNTRY = 'XH'
const ROUND = 'demo-regional-needs'
const PRIORITY = 'needs.digital_evidence.priority'

type Voice = { readonly key: string; readonly role: DelegationRole }
const FOCAL: Voice = { key: 'focal.xh', role: 'focal_point' }
const JUSTICE: Voice = { key: 'contributor.xh', role: 'contributor' }
const PROSECUTION: Voice = { key: 'alternate.xh', role: 'alternate' }

/** `colleague` null: the focal point writes down what came on paper. */
const INSTITUTIONS = [
  {
    name: 'Ministry of Justice',
    colleague: JUSTICE.key,
    by: JUSTICE,
    note: 'Your view on digital evidence above all.',
  },
  { name: 'National Police', colleague: null, by: FOCAL, note: 'They answer by letter; the focal point enters it.' },
  { name: 'Office of the Public Prosecutor', colleague: PROSECUTION.key, by: PROSECUTION, note: null },
] as const

/** What they say, in the order of the institutions; null: nothing. */
const SAID: readonly (readonly [field: string, ...values: readonly (Cell['value'] | null)[]])[] = [
  [PRIORITY, 'high', 'low', 'critical'],
  ['needs.digital_evidence.urgency', 'within_12_months', 'within_24_months', 'within_6_months'],
  [
    'needs.digital_evidence.justification',
    'Judges ask how a copy was made. A common form for the chain of custody would answer them.',
    'The unit works since May; what it lacks is a contact point at night.',
    'Requests to service providers come back for reasons of form in every third case.',
  ],
  ['needs.financial_information.priority', 'critical', 'critical', 'critical'],
  [
    'top_regional_needs',
    ['digital_evidence', 'admissibility', 'training'],
    ['secure_comms', 'digital_evidence'],
    ['digital_evidence', 'financial_information', 'eu_agencies'],
  ],
]

const TALK: readonly (readonly [day: number, key: string, body: string])[] = [
  [
    -2.9,
    'focal.xh',
    'The three answers lie far apart. Is 2 what the police mean for the whole country, or for their own unit?',
  ],
  [-2.6, 'alternate.xh', 'For their unit, I think. Before the courts the need is high.'],
  [-2.2, 'contributor.xh', 'The ministry can live with 4 if the justification names the chain of custody.'],
]

/** The answers that the focal point adopts one after the other, by institution. */
const ADOPTED = [
  [-0.9, 'Office of the Public Prosecutor'],
  [-0.6, 'Ministry of Justice'],
] as const

export function withInstitutions(stage: Stage): Scene[] {
  return [
    { day: -5.5, play: (at) => ask(stage, at) },
    ...INSTITUTIONS.map((_, index) => ({ day: -3.5 + index / 10, play: (at: string) => answer(stage, index, at) })),
    ...TALK.map(([day, key, body]) => ({ day, play: (at: string) => say(stage, { key, body, at }) })),
    ...ADOPTED.map(([day, institution]) => ({ day, play: (at: string) => adopt(stage, institution, at) })),
  ]
}

async function ownOf({ trx }: Stage) {
  return (await findOwnResponse(trx, { round: ROUND, country: COUNTRY })) ?? missing(`response of ${COUNTRY}`)
}

async function ask(stage: Stage, at: string): Promise<void> {
  const { id: responseId } = await ownOf(stage)
  const act = { responseId, actor: accountOf(stage, FOCAL.key), at, dueOn: null }
  for (const { name, colleague, note } of INSTITUTIONS) {
    const person = colleague && accountOf(stage, colleague)
    const asked = { ...act, kind: 'contribution' as const, colleague: person, institution: name }
    await assign(stage.trx, { ...asked, target: 'group:needs', note })
    await assign(stage.trx, { ...asked, target: 'field:top_regional_needs', note: null })
  }
  const ministry = { colleague: accountOf(stage, JUSTICE.key), institution: 'Ministry of Justice' }
  await assign(stage.trx, { ...act, ...ministry, kind: 'answer', target: 'section:means', note: null })
}

async function answer(stage: Stage, index: number, at: string): Promise<void> {
  const { name: institution, by } = INSTITUTIONS[index] ?? missing('institution')
  const { id: responseId } = await ownOf(stage)
  const cells = SAID.flatMap(([field, ...values]) => {
    const value = values[index] ?? null
    const language = typeof value === 'string' && value.includes(' ') ? 'en' : null
    return value === null ? [] : [{ ...emptyCell(field), value, language, base: 0 }]
  })
  const act = { responseId, country: COUNTRY, actor: accountOf(stage, by.key), role: by.role, at }
  const { kept } = await contribute(stage.trx, { ...act, institution, cells })
  if (kept.length !== cells.length) throw new Error(`${institution} could not contribute everything.`)
}

async function say(stage: Stage, { key, body, at }: { key: string; body: string; at: string }): Promise<void> {
  const { id: responseId } = await ownOf(stage)
  await addRemark(stage.trx, { responseId, field: PRIORITY, actor: accountOf(stage, key), at, body, language: 'en' })
}

async function adopt(stage: Stage, institution: string, at: string): Promise<void> {
  const { id: responseId } = await ownOf(stage)
  const said = sayingNow(await listContributions(stage.trx, responseId, PRIORITY))
  const { value, revision: number } = said.find((one) => one.institution === institution) ?? missing(institution)
  const base = (await cellsOf(stage.trx, responseId)).get(PRIORITY)?.revision ?? 0
  const act = { responseId, country: COUNTRY, actor: accountOf(stage, FOCAL.key), role: FOCAL.role, at }
  await saveCells(stage.trx, {
    ...act,
    today: at.slice(0, 10),
    cells: [{ ...emptyCell(PRIORITY), value, base }],
    sources: [{ field: PRIORITY, kind: 'contribution', number }],
  })
}
