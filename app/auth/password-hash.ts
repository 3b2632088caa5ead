// Argon2id for passwords: kept as PHC strings, hashed four at a time, so that a burst of sign-ins cannot take the memory.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's minimum (Password Storage Cheat Sheet, 2025): 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const AT_ONCE = 4
const WAITING = 50

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }
type Parsed = Cost & { readonly salt: Buffer; readonly tag: Buffer }

/** So many people sign in at this moment that one more would only wait; the answer is 429. */
class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** By its name: the error may have travelled through code that knows another copy of the class. */
export const isTooBusy = (error: unknown): boolean => error instanceof Error && error.name === 'TooBusy'

let running = 0
const queue: (() => void)[] = []

/** @throws TooBusy when fifty wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new TooBusy('Too many passwords are being checked')
    await new Promise<void>((resolve) => queue.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    // The place is handed on, not freed: nobody can slip in between.
    if (next) next()
    else running -= 1
  }
}

/**
 * A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`.
 * @throws TooBusy
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await tagOf(password, { ...COST, salt }, 32)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/**
 * Whether the password is the one that was hashed.
 * @returns false also for a string that is none of ours
 * @throws TooBusy
 */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parsed = parse(hash)
  if (!parsed) return false
  const tag = await tagOf(password, parsed, parsed.tag.length)
  return timingSafeEqual(tag, parsed.tag)
}

/** True when the cost has been raised since: the next sign-in should hash again. */
export function isOutdated(hash: string): boolean {
  const parsed = parse(hash)
  return !parsed || parsed.memory < COST.memory || parsed.passes < COST.passes
}

function tagOf(password: string, { salt, ...cost }: Cost & { salt: Buffer }, tagLength: number): Promise<Buffer> {
  // The same letters can be typed as different code points, by keyboards and systems.
  const message = Buffer.from(password.normalize('NFC'), 'utf8')
  const { memory, passes, parallelism } = cost
  const parameters: Argon2Parameters = { message, nonce: salt, memory, passes, parallelism, tagLength }
  return inTurn(() => derive('argon2id', parameters))
}

function parse(hash: string): Parsed | null {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/-]{16,86})\$([\w+/-]{22,86})$/.exec(hash)
  if (!found) return null
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number]
  const [salt, tag] = found.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer]
  return { memory, passes, parallelism, salt, tag }
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
