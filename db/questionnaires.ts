// Published questionnaires: sealed once, never changed, compiled when somebody needs them.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { compile } from '#surveys/definition/codebook.ts'
import type { Codebook, Questionnaire, Text } from '#surveys/definition/model.ts'
import { type PublishingRefusal, refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import { canonicalJson, seal } from '#surveys/definition/sealing.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
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
  /** nothing was kept; each reason with its places */
  | { readonly state: 'refused'; readonly refusals: readonly PublishingRefusal[] }

/**
 * Seals a questionnaire and keeps it for ever. What is published under a version never changes (law 1).
 * @param questionnaire checked, as `readLibrary` gives it
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
    const sealed = published.map((row) => JSON.parse(row.document) as Questionnaire)
    const refusals = refusalsOfPublishing(questionnaire, sealed)
    if (refusals.length > 0) return { state: 'refused', refusals }
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
 * The codebook of a published version, in the words of its latest text revision. Kept in memory by version and revision,
 * which together never mean anything else.
 * @throws when there is no such version
 */
export async function codebookOf(db: Db, versionId: string): Promise<Codebook> {
  const last = db.selectFrom('text_revision').select('revision').where('version_id', '=', versionId)
  const revised = await last.orderBy('revision', 'desc').limit(1).executeTakeFirst()
  const key = `${versionId} ${revised?.revision ?? 0}`
  const known = compiled.get(key)
  if (known) return known
  const codebook = compile(revised ? await revisedOf(db, versionId, revised.revision) : await sealedOf(db, versionId))
  const oldest = compiled.keys().next().value
  if (compiled.size >= MOST_COMPILED && oldest) compiled.delete(oldest)
  compiled.set(key, codebook)
  return codebook
}

/** A version as it was sealed, whatever was corrected in its texts since. @throws when there is no such version */
export async function sealedOf(db: Db, versionId: string): Promise<Questionnaire> {
  const query = db.selectFrom('questionnaire_version').select('document').where('id', '=', versionId)
  return JSON.parse((await query.executeTakeFirstOrThrow()).document)
}

async function revisedOf(db: Db, versionId: string, revision: number): Promise<Questionnaire> {
  const query = db.selectFrom('text_revision').select('document').where('version_id', '=', versionId)
  return JSON.parse((await query.where('revision', '=', revision).executeTakeFirstOrThrow()).document)
}

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
