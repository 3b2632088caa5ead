// Published questionnaires: sealed once, never changed, compiled when somebody needs them.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { compile } from '#surveys/definition/codebook.ts'
import type { Codebook, Questionnaire, Text } from '#surveys/definition/model.ts'
import { canonicalJson, seal } from '#surveys/definition/sealing.ts'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { sha256 } from './digest.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type PublishedVersion = {
  readonly id: string
  /** of the questionnaire, the same for all its versions */
  readonly slug: string
  readonly version: string
  readonly title: Text
  readonly languages: readonly string[]
  readonly structureHash: string
  readonly textHashes: Readonly<Record<string, string>>
  readonly publishedAt: string
}
export type Publishing =
  | { readonly state: 'published'; readonly version: PublishedVersion }
  /** the very same is published already; nothing happened */
  | { readonly state: 'unchanged'; readonly version: PublishedVersion }
  /** this version is published with another content: where they differ, as paths into the document */
  | { readonly state: 'differs'; readonly version: PublishedVersion; readonly places: readonly string[] }
  | { readonly state: 'not_higher'; readonly last: string }

/**
 * Seals a questionnaire and keeps it for ever. What is published under a version never changes (law 1).
 * @param questionnaire checked and complete, as `readLibrary` gives it
 */
export async function publishQuestionnaire(
  db: Db,
  { questionnaire, ...act }: Act & { questionnaire: Questionnaire },
): Promise<Publishing> {
  const { questionnaire: slug, version } = questionnaire
  const document = canonicalJson(questionnaire)
  return inTransaction(db, async (trx) => {
    const published = await trx.selectFrom('questionnaire_version').selectAll().where('slug', '=', slug).execute()
    const same = published.find((row) => row.version === version)
    if (same?.document === document) return { state: 'unchanged', version: readVersion(same) }
    if (same) {
      const places = differences(JSON.parse(same.document), JSON.parse(document))
      return { state: 'differs', version: readVersion(same), places }
    }
    const last = published
      .map((row) => row.version)
      .sort(compareVersions)
      .at(-1)
    if (last && compareVersions(version, last) <= 0) return { state: 'not_higher', last }
    return { state: 'published', version: await keepVersion(trx, questionnaire, document, act) }
  })
}

async function keepVersion(
  trx: Transaction<Tables>,
  questionnaire: Questionnaire,
  document: string,
  act: Act,
): Promise<PublishedVersion> {
  const { questionnaire: slug, version } = questionnaire
  const { structureHash, textHashes } = seal(questionnaire, sha256)
  const sealed = { structure_hash: structureHash, text_hashes: canonicalJson(textHashes) }
  const row = { id: randomUUID(), slug, version, document, ...sealed, published_at: act.at }
  await trx.insertInto('questionnaire_version').values(row).execute()
  await recordAudit(trx, {
    ...act,
    chains: [HOUSE],
    action: 'questionnaire.published',
    subject: `questionnaire:${slug}`,
    after: questionnaire,
    details: { slug, version, structureHash, textHashes },
  })
  return readVersion(row)
}

export async function findVersion(db: Db, slug: string, version: string): Promise<PublishedVersion | undefined> {
  const query = db
    .selectFrom('questionnaire_version')
    .selectAll()
    .where('slug', '=', slug)
    .where('version', '=', version)
  const row = await query.executeTakeFirst()
  return row && readVersion(row)
}

/** All published versions by slug, the highest first. */
export async function listVersions(db: Db): Promise<PublishedVersion[]> {
  const rows = await db.selectFrom('questionnaire_version').selectAll().orderBy('slug').execute()
  const versions = rows.map(readVersion)
  return versions.sort((a, b) => (a.slug === b.slug ? compareVersions(b.version, a.version) : 0))
}

const compiled = new Map<string, Codebook>()
const MOST_COMPILED = 20

/**
 * The codebook of a published version. Kept in memory by the version's id, which never means anything else.
 * @throws when there is no such version
 */
export async function codebookOf(db: Db, versionId: string): Promise<Codebook> {
  const known = compiled.get(versionId)
  if (known) return known
  const query = db.selectFrom('questionnaire_version').select('document').where('id', '=', versionId)
  const { document } = await query.executeTakeFirstOrThrow()
  const codebook = compile(JSON.parse(document) as Questionnaire)
  const oldest = compiled.keys().next().value
  if (compiled.size >= MOST_COMPILED && oldest) compiled.delete(oldest)
  compiled.set(versionId, codebook)
  return codebook
}

/** Below 0 when version `a` comes before `b`; numbers are compared as numbers: 1.10.0 is after 1.9.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  const index = left.findIndex((part, place) => part !== right[place])
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0)
}

/** The places at which two plain values differ, as paths: `/sections/2/items/0/label/fr`. At most `limit`. */
function differences(a: unknown, b: unknown, path = '', limit = 20): string[] {
  if (!isBranch(a) || !isBranch(b)) return Object.is(a, b) ? [] : [path || '/']
  const found: string[] = []
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    found.push(...differences(a[key], b[key], `${path}/${key}`, limit - found.length))
    if (found.length >= limit) break
  }
  return found
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function readVersion(row: Tables['questionnaire_version']): PublishedVersion {
  const { title, languages } = JSON.parse(row.document) as Questionnaire
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    title,
    languages,
    structureHash: row.structure_hash,
    textHashes: JSON.parse(row.text_hashes),
    publishedAt: row.published_at,
  }
}
