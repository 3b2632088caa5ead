// Drafts of questionnaires: begun from a version, a file or nothing, changed element by element, never published by one alone.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Address, contentOf } from '#surveys/authoring/addresses.ts'
import { applyEdit, type Edit, type EditRefusal } from '#surveys/authoring/edits.ts'
import { elementsOf } from '#surveys/definition/comparison/elements.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { digestOf } from './digest.ts'
import { wipeTrials } from './draft-trials.ts'
import { locked } from './engine.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { versionsOf } from './version-lines.ts'

export type DraftState = Row<'draft'>['state']
export type Draft = {
  readonly id: string
  readonly slug: string
  readonly document: Questionnaire
  readonly beginning: Questionnaire
  readonly origin: Row<'draft'>['origin']
  readonly state: DraftState
  readonly createdAt: string
  /** names of accounts */
  readonly createdBy: string
  readonly proposedAt: string | null
  readonly proposedBy: string | null
  /** the account itself: who proposes does not publish */
  readonly proposer: string | null
}

/**
 * Begins a draft.
 * @param document in the format of a questionnaire, self-contained; it may be unfinished
 * @param from where it comes from; `versionId` the published version that it begins with
 * @returns its id
 */
export async function createDraft(
  db: Db,
  {
    document,
    from,
    versionId = null,
    ...act
  }: Act & { document: Questionnaire; from: Draft['origin']; versionId?: string | null },
): Promise<string> {
  const id = randomUUID()
  const text = canonicalJson(document)
  const { questionnaire: slug, version } = document
  return inTransaction(db, async (trx) => {
    const row = {
      id,
      slug,
      document: text,
      beginning: text,
      origin: from,
      from_version_id: versionId,
      state: 'open' as const,
    }
    const empty = { proposed_at: null, proposed_by: null, version_id: null }
    await trx
      .insertInto('draft')
      .values({ ...row, ...empty, created_at: act.at, created_by: act.actor })
      .execute()
    await recordDraftDeed(trx, act, { action: 'draft.begun', id, after: document, details: { slug, version, from } })
    return id
  })
}

function selectDrafts(db: Db) {
  return db
    .selectFrom('draft')
    .innerJoin('account as author', 'author.id', 'draft.created_by')
    .leftJoin('account as proposer', 'proposer.id', 'draft.proposed_by')
    .selectAll('draft')
    .select(['author.name as author', 'proposer.name as proposerName'])
}

/** The drafts that are worked on or proposed, the latest first. */
export async function listDrafts(db: Db): Promise<Draft[]> {
  const rows = await selectDrafts(db)
    .where('draft.state', 'in', ['open', 'proposed'])
    .orderBy('draft.created_at', 'desc')
    .execute()
  return rows.map(readDraft)
}

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const row = await selectDrafts(db).where('draft.id', '=', id).executeTakeFirst()
  return row && readDraft(row)
}

function readDraft(row: Row<'draft'> & { author: string; proposerName: string | null }): Draft {
  return {
    id: row.id,
    slug: row.slug,
    document: JSON.parse(row.document),
    beginning: JSON.parse(row.beginning),
    origin: row.origin,
    state: row.state,
    createdAt: row.created_at,
    createdBy: row.author,
    proposedAt: row.proposed_at,
    proposedBy: row.proposerName,
    proposer: row.proposed_by,
  }
}

export type Editing = Act & {
  readonly draftId: string
  readonly edit: Edit
  /** of the element as the author saw it, from `baseOf`; null: the deed does not depend on what stands there */
  readonly base: string | null
}
export type Kept =
  | { readonly state: 'kept'; readonly draft: Questionnaire }
  | { readonly state: 'unchanged' }
  /** somebody else has changed the same element meanwhile; nothing was written */
  | {
      readonly state: 'conflict'
      readonly draft: Questionnaire
      readonly by: string | null
      readonly at: string | null
    }
  | { readonly state: 'refused'; readonly code: EditRefusal }
  /** proposed, published or given up: read only */
  | { readonly state: 'closed' }

/** What an author saw of an element, as a digest: who saves says on what that is based. */
export function baseOf(draft: Questionnaire, address: Address): string {
  return digestOf(contentOf(draft, address) ?? null).slice(0, 16)
}

/** One deed of one author. Two authors at once do not overwrite each other: elements are kept apart. */
export async function editDraft(db: Db, { draftId, edit, base, ...act }: Editing): Promise<Kept> {
  return inTransaction(db, async (trx) => {
    const { slug, state, document } = await lockDraft(trx, draftId)
    if (state !== 'open') return { state: 'closed' }
    const draft: Questionnaire = JSON.parse(document)
    const address = addressOfEdit(edit)
    if (base !== null && base !== baseOf(draft, address)) {
      return { state: 'conflict', draft, ...(await lastEdit(trx, draftId, address)) }
    }
    const edited = applyEdit(draft, edit, retiredKeys((await versionsOf(trx, slug)).map((one) => one.questionnaire)))
    if ('refused' in edited) return { state: 'refused', code: edited.refused }
    const after = canonicalJson(edited.draft)
    if (after === document) return { state: 'unchanged' }
    await trx.updateTable('draft').set({ document: after }).where('id', '=', draftId).execute()
    await keepEdit(trx, { draftId, address, edit, act, before: draft, after: edited.draft })
    return { state: 'kept', draft: edited.draft }
  })
}

type EditRow = { draftId: string; address: Address; edit: Edit; act: Act; before: Questionnaire; after: Questionnaire }

async function keepEdit(
  trx: Transaction<Tables>,
  { draftId, address, edit, act, before, after }: EditRow,
): Promise<void> {
  const written = (one: Questionnaire) => {
    const content = contentOf(one, address)
    return content === undefined ? null : canonicalJson(content)
  }
  const number = (await lastNumber(trx, draftId)) + 1
  const row = { draft_id: draftId, number, address, act: edit.act, at: act.at, by_account: act.actor }
  await trx
    .insertInto('draft_edit')
    .values({ ...row, before: written(before), after: written(after) })
    .execute()
  const details = { slug: after.questionnaire, number, address, act: edit.act }
  await recordDraftDeed(trx, act, { action: 'draft.edited', id: draftId, before, after, details })
}

async function lastNumber(trx: Transaction<Tables>, draftId: string): Promise<number> {
  const query = trx.selectFrom('draft_edit').select('number').where('draft_id', '=', draftId)
  return (await query.orderBy('number', 'desc').limit(1).executeTakeFirst())?.number ?? 0
}

async function lastEdit(trx: Transaction<Tables>, draftId: string, address: Address) {
  const last = await trx
    .selectFrom('draft_edit')
    .innerJoin('account', 'account.id', 'draft_edit.by_account')
    .select(['account.name as by', 'draft_edit.at'])
    .where('draft_edit.draft_id', '=', draftId)
    .where('draft_edit.address', '=', address)
    .orderBy('draft_edit.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { by: last?.by ?? null, at: last?.at ?? null }
}

/** Where a deed lands: what is added stands at an address that it did not have before. */
function addressOfEdit(edit: Edit): Address {
  switch (edit.act) {
    case 'add_section':
      return `section:${edit.key}`
    case 'add_question':
      return `question:${edit.group === undefined ? '' : `${edit.group}.`}${edit.key}`
    case 'add_group':
      return `group:${edit.key}`
    case 'add_list':
      return `list:${edit.key}`
    case 'add_check':
      return `check:${edit.check.key}`
    case 'add_note':
      return `section:${edit.section}`
    default:
      return edit.address
  }
}

/** A key is for ever: those that earlier versions used, and the last one does not, are nobody's any more. */
function retiredKeys(versions: readonly Questionnaire[]): Set<string> {
  const keys = (one: Questionnaire) => [...elementsOf(one).values()].filter(isAsked).map(({ key }) => key)
  const last = versions.at(-1)
  const current = new Set(last ? keys(last) : [])
  return new Set(versions.flatMap(keys).filter((key) => !current.has(key)))
}

const isAsked = ({ kind }: { kind: string }) => kind === 'question' || kind === 'group'

/** Gives a draft up: nothing of it is lost, nobody works on it any more. @returns false where it was closed already */
export async function discardDraft(db: Db, { draftId, ...act }: Act & { draftId: string }): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { slug, state } = await lockDraft(trx, draftId)
    if (state !== 'open') return false
    await trx.updateTable('draft').set({ state: 'discarded' }).where('id', '=', draftId).execute()
    await wipeTrials(trx, draftId)
    await recordDraftDeed(trx, act, { action: 'draft.discarded', id: draftId, details: { slug } })
    return true
  })
}

/** @throws when there is no such draft */
export async function lockDraft(trx: Transaction<Tables>, draftId: string): Promise<Row<'draft'>> {
  const query = trx.selectFrom('draft').selectAll().where('id', '=', draftId)
  return locked(trx, query, 'draft').executeTakeFirstOrThrow()
}

type DraftDeed = {
  readonly action: string
  readonly id: string
  readonly before?: unknown
  readonly after?: unknown
  readonly details: Readonly<Record<string, unknown>>
}

export async function recordDraftDeed(trx: Transaction<Tables>, act: Act, { id, ...deed }: DraftDeed): Promise<void> {
  await recordAudit(trx, { ...act, ...deed, chains: [HOUSE], subject: `draft:${id}` })
}
