// Translations of a draft: kept text by text with what each was made from, so that a changed source outdates exactly its own.
import type { Transaction } from 'kysely'
import { contentOf } from '#surveys/authoring/addresses.ts'
import { applyEdit } from '#surveys/authoring/edits.ts'
import { withWords } from '#surveys/authoring/texts.ts'
import { type Basis, type TranslatedText, translationOf } from '#surveys/authoring/translating.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import type { Act } from './audit.ts'
import { sha256 } from './digest.ts'
import { lastNumber, lockDraft, recordDraftDeed } from './drafts.ts'
import { inPortions } from './engine.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { keepBases } from './translation-bases.ts'

/** Every text of a draft with its translation into one language. */
export async function listTranslations(db: Db, draftId: string, language: string): Promise<TranslatedText[]> {
  const row = await db.selectFrom('draft').selectAll().where('id', '=', draftId).executeTakeFirstOrThrow()
  return translationsOf(db, row, language)
}

async function translationsOf(
  db: Db,
  { id, document, beginning, origin }: Row<'draft'>,
  language: string,
): Promise<TranslatedText[]> {
  const rows = await db
    .selectFrom('translation')
    .selectAll()
    .where('draft_id', '=', id)
    .where('language', '=', language)
    .execute()
  const bases = new Map(
    rows.map((row): [string, Basis] => [row.place, { sourceHash: row.source_hash, isChecked: row.is_checked === 1 }]),
  )
  const isFromPublished = origin === 'version' || origin === 'file'
  return translationOf({
    draft: JSON.parse(document),
    beginning: JSON.parse(beginning),
    isFromPublished,
    language,
    bases,
    sha256,
  })
}

export type Translated = {
  readonly place: string
  readonly words: string
  /** digest of the source text that the translator had before the eyes */
  readonly sourceHash: string
  /** digest of the translation as it was then; null: whatever it was */
  readonly beforeHash: string | null
  readonly isChecked: boolean
}
export type TranslationOutcome =
  | {
      readonly state: 'kept'
      /** places whose words or state changed */
      readonly kept: readonly string[]
      /** somebody else has written another translation meanwhile; theirs stands */
      readonly conflicts: readonly string[]
      /** places that the draft does not have */
      readonly unknown: readonly string[]
    }
  | { readonly state: 'closed' }

/** Keeps translations. A translation of an older source is kept too, and said to be outdated. */
export async function keepTranslations(
  db: Db,
  { draftId, language, entries, ...act }: Act & { draftId: string; language: string; entries: readonly Translated[] },
): Promise<TranslationOutcome> {
  return inTransaction(db, async (trx) => {
    const row = await lockDraft(trx, draftId)
    if (row.state !== 'open') return { state: 'closed' }
    const known = new Map((await translationsOf(trx, row, language)).map((one) => [one.place, one]))
    const found = entries.flatMap((entry) => {
      const now = known.get(entry.place)
      return now ? [{ entry, now }] : []
    })
    const isOthers = ({ entry, now }: (typeof found)[number]) =>
      entry.beforeHash !== null && entry.beforeHash !== sha256(now.target) && entry.words !== now.target
    const conflicts = found.filter(isOthers).map(({ entry }) => entry.place)
    const news = found.filter((one) => !isOthers(one) && isNews(one.entry, one.now))
    await keepWords(
      trx,
      row,
      news.map(({ entry }) => entry),
      language,
      act,
    )
    const unknown = entries.filter(({ place }) => !known.has(place)).map(({ place }) => place)
    return { state: 'kept', kept: news.map(({ entry }) => entry.place), conflicts, unknown }
  })
}

/** Other words, another reading, or read against the source as it is now. */
function isNews({ words, isChecked }: Translated, now: TranslatedText): boolean {
  if (words !== now.target) return true
  return words !== '' && isChecked !== (now.state === 'checked')
}

async function keepWords(
  trx: Transaction<Tables>,
  row: Row<'draft'>,
  entries: readonly Translated[],
  language: string,
  act: Act,
): Promise<void> {
  if (entries.length === 0) return
  const before: Questionnaire = JSON.parse(row.document)
  let draft = before
  for (const { place, words } of entries) {
    const written = withWords(draft, place, language, words)
    const edited = written && applyEdit(draft, { act: 'write', ...written })
    if (edited && 'draft' in edited) draft = edited.draft
  }
  await trx
    .updateTable('draft')
    .set({ document: canonicalJson(draft) })
    .where('id', '=', row.id)
    .execute()
  await keepBases(
    trx,
    row.id,
    entries.map(({ place, sourceHash, isChecked }) => ({ place, language, sourceHash, isChecked })),
    act,
  )
  await keepEdits(
    trx,
    row.id,
    [...new Set(entries.map(({ place }) => place.slice(0, place.lastIndexOf('/'))))],
    { before, draft },
    act,
  )
  const details = { slug: row.slug, language, count: entries.length }
  await recordDraftDeed(trx, act, { action: 'draft.translated', id: row.id, before, after: draft, details })
}

async function keepEdits(
  trx: Transaction<Tables>,
  draftId: string,
  addresses: readonly string[],
  { before, draft }: { before: Questionnaire; draft: Questionnaire },
  act: Act,
) {
  const first = (await lastNumber(trx, draftId)) + 1
  const rows = addresses.map((address, index) => ({
    draft_id: draftId,
    number: first + index,
    address,
    act: 'translate',
    before: canonicalJson(contentOf(before, address) ?? null),
    after: canonicalJson(contentOf(draft, address) ?? null),
    at: act.at,
    by_account: act.actor,
  }))
  for (const portion of inPortions(rows)) await trx.insertInto('draft_edit').values(portion).execute()
}
