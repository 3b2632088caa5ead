// How often somebody may try: by network, by account seen from a network, by account. A known browser counts for itself,
// so that nobody can lock out the person whose address they know.
import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import { countTry, forgiveTry, type Limit } from '#db/rate-limits.ts'
import { knownBrowser } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import type { Parts } from './parts.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE

type Shape = Omit<Limit, 'key'>
/** One person at one place: five in a quarter of an hour, then pauses that double up to a quarter of an hour. */
const PERSON: Shape = { free: 5, window: QUARTER, pause: MINUTE / 2, longest: QUARTER }
/** A network: a meeting's whole room may sit behind one address. */
const NETWORK: Shape = { free: 50, window: QUARTER, pause: MINUTE / 2, longest: QUARTER }
/** One account from anywhere: against guesses that come from many networks. */
const ACCOUNT: Shape = { free: 25, window: QUARTER, pause: MINUTE / 2, longest: QUARTER }

export type Tries = {
  readonly limits: readonly Limit[]
  /** forgotten when a try succeeds */
  readonly own: readonly string[]
  readonly shared: readonly string[]
}

/** No address of a person or a machine stands in the table. */
function digestOf({ secret }: Parts['config'], text: string): string {
  return createHmac('sha256', secret).update(`limit\n${text}`).digest('base64url').slice(0, 22)
}

/** What a try for this address counts for. @param purpose so that trying codes does not use up passwords */
export function triesFor(
  { config }: Pick<Parts, 'config'>,
  caller: Caller,
  { purpose, email }: { purpose: string; email: string },
): Tries {
  const digest = (text: string) => digestOf(config, text)
  const person = digest(email.trim().toLowerCase())
  const browser = knownBrowser(config, caller.headers, email.trim())
  if (browser) {
    const key = `${purpose}:browser:${digest(browser)}`
    return { limits: [{ key, ...PERSON }], own: [key], shared: [] }
  }
  const network = digest(networkOf(caller.ip))
  const keys = { network: `${purpose}:network:${network}`, account: `${purpose}:account:${person}` }
  const here = `${purpose}:here:${person}:${network}`
  const limits = [
    { key: keys.network, ...NETWORK },
    { key: keys.account, ...ACCOUNT },
    { key: here, ...PERSON },
  ]
  return { limits, own: [here, keys.account], shared: [keys.network] }
}

/** For what cannot be guessed, but could be asked for without end: a network's share only. */
export function networkTries({ config }: Pick<Parts, 'config'>, { ip }: Caller, purpose: string): Tries {
  const key = `${purpose}:network:${digestOf(config, networkOf(ip))}`
  return { limits: [{ key, ...NETWORK }], own: [], shared: [key] }
}

/** Counts a try before it is made. @returns null when it may be made */
export async function beforeTrying(
  { db }: Pick<Parts, 'db'>,
  { act }: Caller,
  { limits }: Tries,
): Promise<Limited | null> {
  const until = await countTry(db, { limits, at: act.at })
  return until ? { state: 'limited', until: new Date(until) } : null
}

/** The try succeeded, so it was no failure. */
export function forgive({ db }: Pick<Parts, 'db'>, { own, shared }: Tries): Promise<void> {
  return forgiveTry(db, { own, shared })
}

/** The part of an address that one network shares: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  if (!isIPv6(address)) return 'unknown'
  const [front = '', back] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const head = front ? front.split(':') : []
  const tail = back ? back.split(':') : []
  const gap = back === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = [...head, ...gap, ...tail].slice(0, 4).map((group) => group.padStart(4, '0'))
  return groups.join('').slice(0, 14)
}
