// What a loader or an action finds when it is called: who asks, for what, in which language, at what time.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isAskedByItself } from '../auth/session-limits.ts'
import type { House, Membership, SignedIn } from '../house.ts'
import { directionOf, type Language, languageOf } from '../languages.ts'
import type { Translate } from '../translate.ts'

export type Visit = {
  readonly house: House
  readonly db: House['db']
  readonly request: Request
  readonly headers: Headers
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
  /** what was sent; empty unless this is an action with a form */
  readonly form: FormData
  /** what was sent as JSON; undefined otherwise */
  readonly json: unknown
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly t: Translate
  readonly now: Date
  readonly requestId: string
  readonly ip: string
  /** null: a stranger */
  readonly signedIn: SignedIn | null
  readonly account: SignedIn['account'] | null
  /** the one acted in */
  readonly membership: Membership | null
}

export async function visitOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Visit> {
  const { house, requestId, ip } = context
  const url = new URL(request.url)
  const signedIn = await house.auth.currentAccount(request, !isAskedByItself(url))
  const language = languageOf(request.headers, signedIn?.account)
  return {
    house,
    db: house.db,
    request,
    headers: request.headers,
    url,
    params,
    form: new FormData(),
    json: undefined,
    language,
    direction: directionOf(language),
    t: house.words.t(language, signedIn?.account.digits),
    now: house.clock(),
    requestId,
    ip,
    signedIn,
    account: signedIn?.account ?? null,
    membership: signedIn?.membership ?? null,
  }
}

/** Who, when and by which request, for `recordAudit`. */
export function audit(visit: Visit): { readonly actor: string; readonly at: string; readonly requestId: string } {
  return { actor: visit.account?.id ?? 'nobody', at: visit.now.toISOString(), requestId: visit.requestId }
}
