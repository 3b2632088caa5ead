// The failures that `problems` has words for; any other one is said in the words of its kind.
import type { Storage } from './operation/storage.ts'

/** Seconds after which a 503 is worth asking again. */
export const RETRY_AFTER = '5'

const SAID = [400, 401, 403, 404, 405, 408, 409, 411, 413, 415, 417, 421, 429, 431, 500, 503]

/** The keys under which a failure is put into words; a 503 of a house that is read-only says that it is. */
export function wordsOf(status: number, storage: Pick<Storage, 'closed'> | undefined): string {
  return status === 503 && storage?.closed ? 'system:read_only' : `problems:${failureOf(status)}`
}

/** The status whose words fit: itself, else 400 for what the sender and 500 for what we did wrong. */
export function failureOf(status: number): number {
  if (SAID.includes(status)) return status
  return status < 500 ? 400 : 500
}
