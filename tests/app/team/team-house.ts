// A house without a server for the pages of the team: loaders and actions are called as functions, by people with a role.
import { randomUUID } from 'node:crypto'
import type { Context, Membership, Role, SignedIn } from '#app/house.ts'
import type { Language } from '#app/languages.ts'
import { createLog } from '#app/log.ts'
import { createWords } from '#app/words.ts'
import type { Db } from '#db/tables.ts'
import { minutes } from '../../support/world.ts'

/** Every word must be there: a missing one fails the test. */
export const words = createWords((language, key) => {
  throw new Error(`no words in ${language} for ${key}`)
})

export type Asking = {
  readonly account: string
  readonly role?: Role
  readonly country?: string | null
  readonly language?: Language
  readonly params?: Readonly<Record<string, string>>
  /** what is posted; its absence makes it a GET */
  readonly form?: Readonly<Record<string, string>>
  /** a document that is sent with it, by the name of its field */
  readonly file?: readonly [name: string, content: Uint8Array<ArrayBuffer>]
  readonly isDemonstration?: boolean
  /** minutes after the beginning of the test's world */
  readonly at?: number
}
type Handler<T> = (args: {
  request: Request
  params: Record<string, string | undefined>
  context: Context
}) => Promise<T>

/** Calls a loader or an action as somebody; a Response that is thrown is the answer. */
export async function ask<T>(db: Db, handler: Handler<T>, path: string, asking: Asking): Promise<T | Response> {
  const { account, role = 'manager', country = null, language = 'en', params = {}, form, file, at = 30 } = asking
  const membership: Membership = { id: 'm', meetingId: null, country, role }
  const signedIn = {
    account: { id: account, name: 'Romane Amsel', email: 'r@demo.example', language, timeZone: null, digits: 'latn' },
    session: { id: 's', factor: 'demo', endsAt: new Date(minutes(900)), lastsUntil: new Date(minutes(900)) },
    memberships: [membership],
    membership,
    needsSecondFactor: false,
  } as const satisfies SignedIn
  const clock = () => new Date(minutes(at))
  const house = {
    db,
    auth: { currentAccount: async () => signedIn },
    config: { origin: 'http://localhost', smtpUrl: null, contact: null, secret: 's'.repeat(40) },
    words,
    clock,
    log: createLog(clock, () => {}),
    isDemonstration: asking.isDemonstration ?? false,
    // Nothing that these tests do can fail in the database itself.
    storage: { hear: () => null },
  }
  const body = form && bodyOf({ intent: randomUUID(), ...form }, file)
  const request = new Request(`http://localhost${path}`, { method: form ? 'POST' : 'GET', body })
  const context = { house, nonce: 'n', requestId: 'r', ip: '', isData: false, enhancements: {} } as unknown as Context
  return handler({ request, params, context }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
}

function bodyOf(form: Readonly<Record<string, string>>, file: Asking['file']): URLSearchParams | FormData {
  if (!file) return new URLSearchParams(form)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  body.set(file[0], new File([file[1]], 'form.xlsx'))
  return body
}

/** What an action refused, as codes by field. */
export function problemsOf(answer: unknown): Record<string, string> {
  const { data, init } = answer as {
    data?: { problems?: { field: string; code: string }[] }
    init?: { status?: number }
  }
  if (init?.status !== 400 || !data?.problems) throw new Error(`not refused: ${JSON.stringify(answer)}`)
  return Object.fromEntries(data.problems.map(({ field, code }) => [field, code]))
}

/** Where an action leads. */
export function leadsTo(answer: unknown): string {
  if (!(answer instanceof Response) || answer.status !== 303) throw new Error(`no redirect: ${JSON.stringify(answer)}`)
  return answer.headers.get('location') ?? ''
}

export function statusOf(answer: unknown): number | undefined {
  return answer instanceof Response ? answer.status : undefined
}
