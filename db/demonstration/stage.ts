// What every scene of the demonstration finds: the transaction, the content, the day, the people.
import type { Transaction } from 'kysely'
import type { Library } from '#surveys/definition/library.ts'
import { findRound, type Round } from '../rounds.ts'
import type { Tables } from '../tables.ts'

export type Stage = {
  readonly trx: Transaction<Tables>
  readonly library: Pick<Library, 'questionnaires' | 'rosters'>
  readonly seeded: Date
  /** account ids, by the key of the person */
  readonly accounts: ReadonlyMap<string, string>
}

/** Something that happens on a day, counted from seeding; `at` is its moment, ISO 8601 UTC. */
export type Scene = { readonly day: number; play(at: string): Promise<unknown> }

/** @throws when nobody has this key */
export function accountOf({ accounts }: Stage, key: string): string {
  return accounts.get(key) ?? missing(`person ${key}`)
}

/** @throws when the story has not planned it yet */
export async function roundOf({ trx }: Stage, slug: string): Promise<Round> {
  return (await findRound(trx, slug)) ?? missing(`round ${slug}`)
}

export function missing(what: string): never {
  throw new Error(`The demonstration has no ${what}.`)
}
