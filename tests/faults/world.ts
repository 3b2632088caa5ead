// A small real installation for faults: one open round of plain questions, and a signed-in head for each delegation.
import { createMeeting } from '#db/meetings.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { signIn } from '../bench/people.ts'

export type Head = {
  readonly country: string
  readonly account: string
  readonly cookie: string
  readonly responseId: string
}
export type World = {
  readonly round: string
  readonly roundId: string
  readonly heads: readonly Head[]
  readonly manager: { readonly account: string; readonly cookie: string }
}

export const ROUND = 'load-1'
export const SECTION = 'load'
/** Names of the number fields. */
export const NUMBERS = Array.from({ length: 10 }, (_, index) => `n${String(index + 1).padStart(2, '0')}`)

const words = (text: string) => ({ en: text, fr: `${text} (fr)`, ar: `${text} (ar)` })
const asked = { required: false, absence: [], comment: false, confidentiality: 'regional' } as const

const QUESTIONNAIRE: Questionnaire = {
  questionnaire: 'load',
  version: '1.0.0',
  languages: ['en', 'fr', 'ar'],
  title: words('Under load'),
  minutes: 5,
  lists: {},
  sections: [
    {
      key: SECTION,
      title: words('Load'),
      items: [
        ...NUMBERS.map((key) => ({ ...asked, key, type: 'number' as const, label: words(key), decimals: 0 })),
        { ...asked, key: 'remarks', type: 'long_text', label: words('Remarks'), max_length: 4000 },
      ],
    },
  ],
  checks: [],
  analysis: {},
  changes: [],
}

/** @param countries how many delegations; their codes are C000, C001 … */
export async function makeWorld(db: Db, countries = 4): Promise<World> {
  const act = { actor: 'system', at: new Date().toISOString() }
  const roster = {
    roster: 'load',
    languages: ['en', 'fr', 'ar'],
    title: words('Load'),
    countries: Array.from({ length: countries }, (_, index) => `C${String(index).padStart(3, '0')}`).map((code) => ({
      code,
      label: words(code),
    })),
  }
  const titled = { ...act, slug: 'meeting-of-load', title: words('Meeting'), roster, timeZone: 'Europe/Brussels' }
  const meeting = await createMeeting(db, titled)
  const published = await publishQuestionnaire(db, { ...act, questionnaire: QUESTIONNAIRE })
  if (!meeting || !('version' in published)) throw new Error('the database is not empty')
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  const planned = {
    slug: ROUND,
    meetingId: meeting.id,
    versionId: published.version.id,
    title: words('Load'),
    deadline,
  }
  const round = await createRound(db, { ...act, ...planned })
  if (!round) throw new Error('the round is there already')
  await openRound(db, { ...act, roundId: round.id, role: 'manager' })
  const place = { meetingId: meeting.id, role: 'head' } as const
  const responses = await db.selectFrom('response').select(['id', 'country']).orderBy('country').execute()
  // One transaction for all: a thousand heads would otherwise wait a thousand times for the disk.
  return inTransaction(db, async (trx) => {
    const heads: Head[] = []
    for (const { id, country } of responses) {
      heads.push({ ...(await signIn(trx, `Head of ${country}`, { ...place, country })), country, responseId: id })
    }
    const manager = await signIn(trx, 'Manager', { role: 'manager', meetingId: null, country: null })
    return { round: ROUND, roundId: round.id, heads, manager }
  })
}
