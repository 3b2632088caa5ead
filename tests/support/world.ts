// A small world for tests: a meeting of four invented delegations, a short questionnaire, people with names.
import { randomUUID } from 'node:crypto'
import { createMeeting } from '#db/meetings.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { findOwnResponse } from '#db/responses.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Questionnaire, Roster } from '#surveys/definition/model.ts'

const T0 = '2027-01-11T09:00:00.000Z'
export const TODAY = '2027-01-11'
/** A moment so many minutes after the first. */
export const minutes = (count: number) => new Date(Date.parse(T0) + count * 60_000).toISOString()
export const BY_SYSTEM = { actor: 'system', at: T0 }

const words = (en: string) => ({ en, fr: `${en} (fr)`, ar: `${en} (ar)` })

export const ROSTER: Roster = {
  roster: 'four',
  languages: ['en', 'fr', 'ar'],
  title: words('Four delegations'),
  countries: ['XD', 'XA', 'XC', 'XB'].map((code) => ({ code, label: words(code) })),
}

const asked = { required: false, absence: ['na', 'nap', 'pns'], comment: true, confidentiality: 'regional' } as const

/** Two sections: three questions of which one is required, one that depends, and a group of two measures with evidence. */
export const QUESTIONNAIRE: Questionnaire = {
  questionnaire: 'short',
  version: '1.0.0',
  languages: ['en', 'fr', 'ar'],
  title: words('A short one'),
  minutes: 5,
  lists: {
    status: [
      { key: 'planned', value: 1, label: words('Planned') },
      { key: 'implemented', value: 2, label: words('Implemented') },
    ],
    measure: [
      { key: 'm01', label: words('First measure') },
      { key: 'm02', label: words('Second measure') },
    ],
  },
  sections: [
    {
      key: 'general',
      title: words('General'),
      items: [
        { ...asked, key: 'institution', type: 'text', label: words('Institution'), max_length: 200, required: true },
        { ...asked, key: 'staff', type: 'number', label: words('Staff'), decimals: 0, min: 0 },
        { ...asked, key: 'has_law', type: 'yes_no', list: 'yes_no', label: words('Is there a law?') },
        {
          ...asked,
          key: 'law',
          type: 'long_text',
          label: words('Which?'),
          max_length: 1500,
          show_if: "${has_law} = 'yes'",
        },
      ],
    },
    {
      key: 'measures',
      title: words('Measures'),
      items: [
        {
          group: 'measures',
          for_each: 'measure',
          layout: 'cards',
          label: words('Measures'),
          questions: [
            { ...asked, key: 'status', type: 'single', list: 'status', label: words('Status') },
            {
              ...asked,
              key: 'evidence',
              type: 'file',
              label: words('Evidence'),
              max_files: 2,
              max_megabytes: 1,
              accept: ['pdf'],
            },
            { ...asked, key: 'evidence_note', type: 'long_text', label: words('Note'), max_length: 600 },
          ],
        },
      ],
    },
  ],
  checks: [],
  analysis: {
    readiness: {
      status: 'measures.status',
      evidence: 'measures.evidence',
      evidence_note: 'measures.evidence_note',
      weights: { planned: 25, implemented: 100 },
      exclude: [],
      implemented_without_evidence: 80,
      overdue_status: ['planned'],
    },
  },
  changes: [],
}

/** An account with this name. @returns its id */
export async function anAccount(db: Db, name: string): Promise<string> {
  const id = randomUUID()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${id.slice(0, 8)}@demo.example`
  await db.insertInto('account').values({ id, name, email, disabled_at: null, created_at: T0 }).execute()
  return id
}

/** A meeting with one open round for all four, and Amal, head of the delegation XA. */
export async function aRound(
  db: Db,
  { slug = 'short-1', deadline = minutes(60), isOpen = true, questionnaire = QUESTIONNAIRE } = {},
) {
  const meeting =
    (await createMeeting(db, {
      ...BY_SYSTEM,
      slug: `meeting-of-${slug}`,
      title: words('Meeting'),
      roster: ROSTER,
      timeZone: 'Europe/Brussels',
    })) ?? fail('the meeting exists')
  const publishing = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire })
  if (!('version' in publishing)) return fail('the version is not higher')
  const planned = { slug, meetingId: meeting.id, versionId: publishing.version.id, title: words('Round'), deadline }
  const round = (await createRound(db, { ...BY_SYSTEM, ...planned })) ?? fail('the round exists')
  if (isOpen) await openRound(db, { ...BY_SYSTEM, roundId: round.id, role: 'manager' })
  return { meeting, round, versionId: publishing.version.id, amal: await anAccount(db, 'Amal Haddad') }
}

/** A country's response to a round, which must be there. */
export async function responseOf(db: Db, country: string, round = 'short-1') {
  return (await findOwnResponse(db, { round, country })) ?? fail(`${country} has no response to ${round}`)
}

/** A cell with a value, based on a revision. */
export const value = (field: string, said: Cell['value'], base = 0) => ({ ...emptyCell(field), value: said, base })

function fail(reason: string): never {
  throw new Error(reason)
}
