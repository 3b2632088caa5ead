// The versions of one questionnaire in their order, and what may be compared between any two of them.
import { type Ledger, ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { inPortions } from './engine.ts'
import { sealedOf } from './questionnaires.ts'
import type { Round } from './rounds.ts'
import type { Db } from './tables.ts'

export type LinedVersion = { readonly id: string; readonly questionnaire: Questionnaire }

/** All published versions of a questionnaire as they were sealed, the lowest first. */
export async function versionsOf(db: Db, slug: string): Promise<LinedVersion[]> {
  const rows = await db.selectFrom('questionnaire_version').select(['id', 'version']).where('slug', '=', slug).execute()
  const sorted = rows.sort((a, b) => compareVersions(a.version, b.version))
  const versions: LinedVersion[] = []
  for (const { id } of sorted) versions.push({ id, questionnaire: await sealedOf(db, id) })
  return versions
}

const known = new Map<string, Ledger>()
const MOST_KNOWN = 20

/**
 * The ledger from one published version to a later one of the same questionnaire. It is kept in memory: between two
 * versions nothing is ever published.
 * @returns undefined where the second is not a later version of the first, nor the same
 */
export async function ledgerBetween(db: Db, fromId: string, toId: string): Promise<Ledger | undefined> {
  const key = `${fromId} ${toId}`
  const kept = known.get(key)
  if (kept) return kept
  const from = await sealedOf(db, fromId)
  const versions = await versionsOf(db, from.questionnaire)
  const [first, last] = [fromId, toId].map((id) => versions.findIndex((version) => version.id === id))
  if (first === undefined || last === undefined || first < 0 || last < first) return undefined
  const ledger = ledgerOf(versions.slice(first, last + 1).map(({ questionnaire }) => questionnaire))
  const oldest = known.keys().next().value
  if (known.size >= MOST_KNOWN && oldest) known.delete(oldest)
  known.set(key, ledger)
  return ledger
}

/**
 * How the answers of a round compare with those before: of the round it starts from, else of the version published before
 * its own.
 * @returns undefined where there is nothing before
 */
export async function ledgerOfRound(
  db: Db,
  { version, fromRoundId }: Pick<Round, 'version' | 'fromRoundId'>,
): Promise<Ledger | undefined> {
  if (fromRoundId) {
    const query = db.selectFrom('round').select('version_id').where('id', '=', fromRoundId)
    return ledgerBetween(db, (await query.executeTakeFirstOrThrow()).version_id, version.id)
  }
  const versions = await versionsOf(db, version.slug)
  const before = versions[versions.findIndex(({ id }) => id === version.id) - 1]
  return before && ledgerBetween(db, before.id, version.id)
}

export type Affected = { readonly answers: number; readonly countries: number; readonly rounds: number }

/**
 * How many answers a change touches: kept answers and reasons, drafts and submitted, in all rounds that ask this
 * questionnaire and have not been cancelled. Only how many there are, never whose or what: a draft is its delegation's.
 * @param fields names in the versions of before
 */
export async function countAffected(db: Db, slug: string, fields: readonly string[]): Promise<Affected> {
  let answers = 0
  const [countries, rounds] = [new Set<string>(), new Set<string>()]
  for (const portion of inPortions(fields)) {
    const rows = await db
      .selectFrom('cell')
      .innerJoin('response', 'response.id', 'cell.response_id')
      .innerJoin('round', 'round.id', 'response.round_id')
      .innerJoin('questionnaire_version as version', 'version.id', 'response.version_id')
      .select(['response.country', 'response.round_id'])
      .select((eb) => eb.fn.countAll<number | string>().as('answers'))
      .where('version.slug', '=', slug)
      .where('round.state', '<>', 'cancelled')
      .where('cell.field', 'in', portion)
      .where((eb) => eb.or([eb('cell.value', 'is not', null), eb('cell.absence', 'is not', null)]))
      .groupBy(['response.country', 'response.round_id'])
      .execute()
    for (const row of rows) {
      answers += Number(row.answers)
      countries.add(row.country)
      rounds.add(row.round_id)
    }
  }
  return { answers, countries: countries.size, rounds: rounds.size }
}
