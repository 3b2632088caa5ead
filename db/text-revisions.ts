// Corrected words of a published version: the version itself never changes, each correction is a revision of its texts.
import type { Transaction } from 'kysely'
import type { Questionnaire, Text } from '#surveys/definition/model.ts'
import { textsOf, withTexts } from '#surveys/definition/revising.ts'
import { canonicalJson, seal } from '#surveys/definition/sealing.ts'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { sha256 } from './digest.ts'
import { codebookOf } from './questionnaires.ts'
import { bumpStamp } from './rounds.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type TextRevision = {
  readonly revision: number
  readonly why: string
  readonly at: string
  /** name of the account */
  readonly by: string
}

/** The revisions of a version's texts, the newest first; none where it reads as it was published. */
export async function listTextRevisions(db: Db, versionId: string): Promise<TextRevision[]> {
  return db
    .selectFrom('text_revision')
    .innerJoin('account', 'account.id', 'text_revision.by_account')
    .select(['text_revision.revision', 'text_revision.why', 'text_revision.at', 'account.name as by'])
    .where('text_revision.version_id', '=', versionId)
    .orderBy('text_revision.revision', 'desc')
    .execute()
}

export type Revising = Act & {
  readonly versionId: string
  /** the revision that the person saw, 0 as published */
  readonly base: number
  /** by place; words that say the same as before change nothing */
  readonly words: ReadonlyMap<string, Text>
  readonly why: string
}
export type Revised =
  | { readonly state: 'revised'; readonly revision: number; readonly places: readonly string[] }
  | { readonly state: 'unchanged' }
  /** somebody else has revised the texts meanwhile: look again */
  | { readonly state: 'outdated'; readonly revision: number }

/**
 * Keeps better words for a published version. Its structure and its hash stay; receipts name the revision of the texts that
 * was read.
 * @throws when the words would change the structure, which they cannot
 */
export async function reviseTexts(db: Db, { versionId, base, words, why, ...act }: Revising): Promise<Revised> {
  return inTransaction(db, async (trx) => {
    const { slug, version, structure_hash } = await trx
      .selectFrom('questionnaire_version')
      .select(['slug', 'version', 'structure_hash'])
      .where('id', '=', versionId)
      .executeTakeFirstOrThrow()
    const [last] = await listTextRevisions(trx, versionId)
    if ((last?.revision ?? 0) !== base) return { state: 'outdated', revision: last?.revision ?? 0 }
    const { questionnaire } = await codebookOf(trx, versionId)
    const revised = withTexts(questionnaire, words)
    const places = changedPlaces(questionnaire, revised)
    if (places.length === 0) return { state: 'unchanged' }
    const sealed = seal(revised, sha256)
    if (sealed.structureHash !== structure_hash) throw new Error(`The words of ${slug} ${version} touch its structure.`)
    const revision = base + 1
    const hashes = await hashesOf(trx, versionId, sealed.textHashes, revision)
    await trx
      .insertInto('text_revision')
      .values({
        version_id: versionId,
        revision,
        document: canonicalJson(revised),
        text_hashes: canonicalJson(hashes),
        why,
        at: act.at,
        by_account: act.actor,
      })
      .execute()
    for (const { id } of await trx.selectFrom('round').select('id').where('version_id', '=', versionId).execute()) {
      await bumpStamp(trx, id)
    }
    await recordAudit(trx, {
      ...act,
      chains: [HOUSE],
      action: 'questionnaire.texts_revised',
      subject: `questionnaire:${slug}`,
      before: wordsAt(questionnaire, places),
      after: wordsAt(revised, places),
      why,
      details: { slug, version, revision, places },
    })
    return { state: 'revised', revision, places }
  })
}

/** By language: the hash as it was, or the new one with the revision that brought it. */
async function hashesOf(
  trx: Transaction<Tables>,
  versionId: string,
  now: Readonly<Record<string, string>>,
  revision: number,
): Promise<Record<string, TextHash>> {
  const before = await textHashesOf(trx, versionId)
  return Object.fromEntries(
    Object.entries(now).map(([language, hash]) => {
      const known = before[language]
      const isSame = known !== undefined && (typeof known === 'string' ? known : known.hash) === hash
      return [language, isSame ? known : { revision, hash }]
    }),
  )
}

type TextHash = string | { readonly revision: number; readonly hash: string }

/** The hashes of the texts that people read now, by language; with the revision where they were corrected. */
export async function textHashesOf(db: Db, versionId: string): Promise<Readonly<Record<string, TextHash>>> {
  const revised = await db
    .selectFrom('text_revision')
    .select('text_hashes')
    .where('version_id', '=', versionId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  const published = db.selectFrom('questionnaire_version').select('text_hashes').where('id', '=', versionId)
  return JSON.parse((revised ?? (await published.executeTakeFirstOrThrow())).text_hashes)
}

function changedPlaces(before: Questionnaire, after: Questionnaire): string[] {
  const was = new Map(textsOf(before).map(({ place, text }) => [place, canonicalJson(text)]))
  return textsOf(after).flatMap(({ place, text }) => (was.get(place) === canonicalJson(text) ? [] : [place]))
}

function wordsAt(questionnaire: Questionnaire, places: readonly string[]): Record<string, Text> {
  const wanted = new Set(places)
  return Object.fromEntries(
    textsOf(questionnaire).flatMap(({ place, text }) => (wanted.has(place) ? [[place, text]] : [])),
  )
}
