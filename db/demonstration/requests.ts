// A request to the facility that went the whole way, so that the round that follows asks whether it met the need.

import type { Status } from '#surveys/debate/request-chain.ts'
import type { RequestSheet } from '#surveys/debate/request-sheet.ts'
import { findMeeting } from '../meetings.ts'
import { findSnapshot } from '../snapshots.ts'
import { openTafRequest, stepTafRequest, type TafStep } from '../taf-requests.ts'
import { accountOf, missing, roundOf, type Scene, type Stage } from './stage.ts'

const SHEET: RequestSheet = {
  title: {
    en: 'Model forms for urgent requests',
    fr: 'Formulaires types pour les demandes urgentes',
    ar: 'نماذج موحّدة للطلبات العاجلة',
  },
  areas: ['tools_templates'],
  countries: ['XA', 'XD', 'XG'],
  exceptional: '',
  lead: 'XD',
  scope: 'subregional',
  problem:
    'Urgent requests arrive in different forms and are sent back for want of facts. One form in three languages is expected to bring the first answer within a day.',
  modality: 'templates_manuals',
  format: 'A drafting group of five, two meetings by video',
  target: 'Central authorities and duty officers',
  place: 'By video',
  period: '',
  partner: 'ejn',
  support: '',
  measures: [],
  criteria: ['thematic_area', 'objectives', 'common_need', 'no_duplication'],
  participants: 15,
  days: 8,
}

const SCORES = { thematic_area: 3, objectives: 3, common_need: 2, no_duplication: 3, further: 2 }

type Step = readonly [day: number, from: Status, to: Pick<TafStep, 'status' | 'decision' | 'scores' | 'note'>]
const plain = (status: Status, note = '') => ({ status, decision: null, scores: null, note })

const STEPS: readonly Step[] = [
  [-6.2, 'identified', plain('drafted')],
  [-6, 'drafted', plain('submitted')],
  [
    -5.5,
    'submitted',
    { status: 'pmt_assessed', decision: null, scores: SCORES, note: 'Small, urgent, and of use to all. Favourable.' },
  ],
  [
    -5,
    'pmt_assessed',
    { status: 'ec_decided', decision: 'approved', scores: null, note: 'Approved by letter of the Commission.' },
  ],
  [-4.6, 'ec_decided', plain('implementing')],
  [-2, 'implementing', plain('completed', 'The forms are on the restricted area of the website.')],
]

export function requestHelp(stage: Stage): Scene[] {
  const meetingId = async () => ((await findMeeting(stage.trx, 'demo')) ?? missing('meeting demo')).id
  const open = async (at: string) => {
    const act = { actor: accountOf(stage, 'officer'), at, meetingId: await meetingId() }
    const snapshot = (await findSnapshot(stage.trx, { meetingId: act.meetingId, number: 1 })) ?? missing('snapshot 1')
    const { id: roundId } = await roundOf(stage, 'demo-regional-needs')
    await openTafRequest(stage.trx, { ...act, roundId, sheet: SHEET, snapshotId: snapshot.id })
  }
  const steps = STEPS.map(([day, from, step]): Scene => {
    const play = async (at: string) => {
      const act = { actor: accountOf(stage, 'officer'), at, meetingId: await meetingId() }
      const refusal = await stepTafRequest(stage.trx, { ...act, ...step, number: 1, from })
      if (refusal) throw new Error(`The request could not be ${step.status}: ${refusal}.`)
    }
    return { day, play }
  })
  return [{ day: -6.3, play: open }, ...steps]
}
