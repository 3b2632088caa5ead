// Who may come in: every loader and every action is wrapped by one of these, or a law fails.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readBody } from './access/body.ts'
import { askForSecondFactor, askToSignIn, notFound } from './access/refusals.ts'
import { type Visit, visitOf } from './access/visit.ts'
import type { Membership, Role, SignedIn } from './house.ts'

export { badRequest, notFound } from './access/refusals.ts'
export { audit, type Visit } from './access/visit.ts'

const DELEGATION = ['head', 'focal_point', 'alternate', 'contributor', 'reader'] as const satisfies readonly Role[]
const TEAM = ['manager', 'officer', 'translator'] as const satisfies readonly Role[]
type DelegationRole = (typeof DELEGATION)[number]
type TeamRole = (typeof TEAM)[number]
const PARTICIPANTS = [
  'manager',
  'officer',
  ...DELEGATION,
  'presenter',
  'rapporteur',
  'observer',
] as const satisfies readonly Role[]

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Known = Visit & { readonly signedIn: SignedIn; readonly account: SignedIn['account'] }
export type DelegationVisit = Known & {
  /** `meetingId` null: its country's rounds in every meeting */
  readonly delegation: { readonly country: string; readonly meetingId: string | null; readonly role: DelegationRole }
}
export type TeamVisit = Known & { readonly team: { readonly role: TeamRole } }
/** Whoever takes part in a meeting, or in all of them where `membership.meetingId` is null. */
export type ParticipantVisit = Known & { readonly membership: Membership; readonly isTeam: boolean }

/** A loader or action that says who may call it; the law test and the matrix read `access`. */
type Wrapped<T> = ((args: Args) => Promise<T>) & {
  readonly access: { readonly who: string; readonly roles: readonly Role[] }
}
type Handler<V extends Visit, T> = (visit: V) => T | Promise<T>
type Options<R extends Role> = { readonly roles: readonly R[] }

/** Everybody, strangers too. */
export function open<T>(handler: Handler<Visit, T>): Wrapped<T> {
  return wrap({ who: 'open', roles: [] }, (visit) => visit, handler)
}

/** Everybody with an account, whatever their role. */
export function signedIn<T>(handler: Handler<Known, T>): Wrapped<T> {
  return wrap({ who: 'signedIn', roles: [] }, known, handler)
}

/** A delegation, in the membership acted in; by default all its roles, the reader included. */
export function asDelegation<T>(handler: Handler<DelegationVisit, T>): Wrapped<T>
export function asDelegation<T>(options: Options<DelegationRole>, handler: Handler<DelegationVisit, T>): Wrapped<T>
export function asDelegation<T>(...given: Given<DelegationRole, DelegationVisit, T>): Wrapped<T> {
  const [roles, handler] = rolesAndHandler(given, DELEGATION)
  return wrap({ who: 'asDelegation', roles }, (visit, args) => delegate(known(visit, args), roles), handler)
}

/** The project team, in the membership acted in; by default managers and officers. */
export function asTeam<T>(handler: Handler<TeamVisit, T>): Wrapped<T>
export function asTeam<T>(options: Options<TeamRole>, handler: Handler<TeamVisit, T>): Wrapped<T>
export function asTeam<T>(...given: Given<TeamRole, TeamVisit, T>): Wrapped<T> {
  const [roles, handler] = rolesAndHandler(given, ['manager', 'officer'])
  return wrap({ who: 'asTeam', roles }, (visit, args) => teamMember(known(visit, args), roles, args), handler)
}

/**
 * Everybody who takes part in a meeting: managers and officers, delegations, the presidium, observers. The handler looks
 * after what each of them may see: outside the team, what is released.
 */
export function asParticipant<T>(handler: Handler<ParticipantVisit, T>): Wrapped<T> {
  return wrap(
    { who: 'asParticipant', roles: PARTICIPANTS },
    (visit, args) => participant(known(visit, args), args),
    handler,
  )
}

type Given<R extends Role, V extends Visit, T> = [Handler<V, T>] | [Options<R>, Handler<V, T>]

function rolesAndHandler<R extends Role, V extends Visit, T>(
  given: Given<R, V, T>,
  usual: readonly R[],
): [readonly R[], Handler<V, T>] {
  return given.length === 1 ? [usual, given[0]] : [given[0].roles, given[1]]
}

/** First who, then what they sent: a stranger's form is not even read. */
function wrap<V extends Visit, T>(
  access: Wrapped<T>['access'],
  admit: (visit: Visit, args: Args) => V,
  handler: Handler<V, T>,
): Wrapped<T> {
  const wrapped = async (args: Args) => {
    try {
      const admitted = admit(await visitOf(args), args)
      const hasBody = !['GET', 'HEAD'].includes(args.request.method)
      return await handler(hasBody ? { ...admitted, ...(await readBody(args.request)) } : admitted)
    } catch (error) {
      // A database that cannot work now is no fault of the program: say so, and that it is worth trying again.
      throw args.context.house.storage.hear(error) === null ? error : new Response(null, { status: 503 })
    }
  }
  return Object.assign(wrapped, { access })
}

function known(visit: Visit, { context }: Args): Known {
  const { signedIn } = visit
  if (!signedIn) throw askToSignIn(visit, context)
  return { ...visit, signedIn, account: signedIn.account }
}

function delegate(visit: Known, roles: readonly DelegationRole[]): DelegationVisit {
  const { membership } = visit
  const role = roles.find((role) => role === membership?.role)
  if (!role || !membership?.country) throw notFound()
  return { ...visit, delegation: { country: membership.country, meetingId: membership.meetingId, role } }
}

function teamMember(visit: Known, roles: readonly TeamRole[], { context }: Args): TeamVisit {
  const role = roles.find((role) => role === visit.membership?.role)
  if (!role) throw notFound()
  if (visit.signedIn.needsSecondFactor) throw askForSecondFactor(visit, context)
  return { ...visit, team: { role } }
}

function participant(visit: Known, args: Args): ParticipantVisit {
  const { membership } = visit
  if (!membership || !PARTICIPANTS.some((role) => role === membership.role)) throw notFound()
  const isTeam = membership.role === 'manager' || membership.role === 'officer'
  if (isTeam) teamMember(visit, ['manager', 'officer'], args)
  return { ...visit, membership, isTeam }
}
