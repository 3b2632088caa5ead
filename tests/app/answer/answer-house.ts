// A house without a server for the delegation's pages: a round of every kind of question, and people who ask.
import { randomUUID } from 'node:crypto'
import type { Context, Role, SignedIn } from '#app/house.ts'
import type { Language } from '#app/languages.ts'
import { createLog } from '#app/log.ts'
import type { Db } from '#db/tables.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { anAccount, aRound, minutes, QUESTIONNAIRE } from '../../support/world.ts'
import { words } from '../team/team-house.ts'

const text = (en: string) => ({ en, fr: `${en} (fr)`, ar: `${en} (ar)` })
const asked = { required: false, absence: ['na', 'nap', 'pns'], comment: true, confidentiality: 'regional' } as const
const TOPICS = ['one', 'two', 'three'].map((key) => ({ key, label: text(`Topic ${key}`) }))

/** The short questionnaire with a ranking, a choice of several, a date, and a check that wants a word. */
const ASKED: Questionnaire = {
  ...QUESTIONNAIRE,
  lists: { ...QUESTIONNAIRE.lists, topic: TOPICS },
  sections: [
    ...QUESTIONNAIRE.sections,
    {
      key: 'more',
      title: text('More'),
      items: [
        { ...asked, key: 'topics', type: 'ranking', list: 'topic', label: text('Rank'), max_choices: 2 },
        { ...asked, key: 'several', type: 'multi', list: 'topic', label: text('Several'), exclusive: ['three'] },
        { ...asked, key: 'since', type: 'date', label: text('Since'), max: 'today' },
      ],
    },
  ],
  checks: [{ key: 'many', when: `\${staff} > 1000`, level: 'explain', at: 'staff', message: text('That is many') }],
}

const ROUND = 'short-1'
export type World = Awaited<ReturnType<typeof anAnsweringWorld>>

/** An open round, and two people of the delegation XA: Amal, its head, and Karim, a contributor. */
export async function anAnsweringWorld(db: Db, { deadline = minutes(600) } = {}) {
  const { amal, meeting, round } = await aRound(db, { slug: ROUND, questionnaire: ASKED, deadline })
  const karim = await anAccount(db, 'Karim Solari')
  const places = [
    { account_id: amal, role: 'head' as const },
    { account_id: karim, role: 'contributor' as const },
  ]
  for (const place of places) {
    await db
      .insertInto('membership')
      .values({
        id: randomUUID(),
        meeting_id: meeting.id,
        country: 'XA',
        ended_at: null,
        created_at: minutes(0),
        ...place,
      })
      .execute()
  }
  return { db, amal, karim, meeting, round }
}

type Entry = string | readonly string[] | File
export type Asking = {
  readonly as?: 'amal' | 'karim'
  readonly role?: Role
  readonly country?: string
  readonly language?: Language
  readonly params?: Readonly<Record<string, string>>
  /** what is posted; its absence makes it a GET */
  readonly form?: Readonly<Record<string, Entry>>
  /** minutes after the beginning of the test's world */
  readonly at?: number
}
type Handler<T> = (args: {
  request: Request
  params: Record<string, string | undefined>
  context: Context
}) => Promise<T>

const NAMES = { amal: 'Amal Haddad', karim: 'Karim Solari' }

/** Calls a loader or an action as somebody of XA; a Response that is thrown is the answer. */
export async function ask<T>(
  world: World,
  handler: Handler<T>,
  path: string,
  asking: Asking = {},
): Promise<T | Response> {
  const { as = 'amal', role = as === 'amal' ? 'head' : 'alternate', country = 'XA', language = 'en', form } = asking
  const membership = { id: 'm', meetingId: world.meeting.id, country, role }
  const account = { id: world[as], name: NAMES[as], email: 'a@demo.example', language, timeZone: null, digits: 'latn' }
  const clock = () => new Date(minutes(asking.at ?? 5))
  const house = {
    db: world.db,
    auth: { currentAccount: async () => ({ account, memberships: [membership], membership }) as unknown as SignedIn },
    config: { origin: 'http://localhost', isSecure: false, secret: 's'.repeat(40), contact: null },
    words,
    clock,
    log: createLog(clock, () => {}),
    isDemonstration: false,
    storage: { hear: () => null },
  }
  const request = new Request(`http://localhost${path}`, { method: form ? 'POST' : 'GET', body: form && bodyOf(form) })
  const context = { house, nonce: 'n', requestId: 'r', ip: '', isData: false, enhancements: {} } as unknown as Context
  const params = { round: ROUND, ...asking.params }
  return handler({ request, params, context }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
}

/** As a browser sends it: with a document as parts, otherwise as one line. */
function bodyOf(form: Readonly<Record<string, Entry>>): FormData | URLSearchParams {
  const entries = Object.entries<Entry>({ intent: randomUUID(), ...form })
  const hasFile = entries.some(([, entry]) => entry instanceof File)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, entry] of entries) {
    for (const one of Array.isArray(entry) ? entry : [entry]) (body as FormData).append(name, one)
  }
  return body
}

/** What an action said beside a status: a page that is shown again. */
export function refused(answer: unknown): { status: number; page: Record<string, unknown> } {
  const { data, init } = answer as { data?: Record<string, unknown>; init?: { status?: number } }
  if (!data) throw new Error(`not a page: ${answer instanceof Response ? answer.status : JSON.stringify(answer)}`)
  return { status: init?.status ?? 200, page: data }
}

/** Where an action leads. */
export function leadsTo(answer: unknown): string {
  if (!(answer instanceof Response) || answer.status !== 303) {
    throw new Error(`no redirect: ${answer instanceof Response ? answer.status : JSON.stringify(answer)}`)
  }
  return answer.headers.get('location') ?? ''
}
