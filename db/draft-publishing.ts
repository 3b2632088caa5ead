// From a draft to a published version: one person proposes, another publishes, and what was proposed cannot change between.
import type { Transaction } from 'kysely'
import { type DraftProblem, type Judged, judgeDraft } from '#surveys/authoring/judging.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { type PublishingRefusal, refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import type { Act } from './audit.ts'
import { wipeTrials } from './draft-trials.ts'
import { lockDraft, recordDraftDeed } from './drafts.ts'
import { listVersions, publishQuestionnaire, sealedOf } from './questionnaires.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { versionsOf } from './version-lines.ts'

/** What is wrong with a draft, and the document as it would be sealed. */
export async function judgedDraft(db: Db, document: Questionnaire): Promise<Judged> {
  // The highest version of each questionnaire: what conditions may look at.
  const newest = new Map<string, Questionnaire>()
  for (const { id, slug } of await listVersions(db)) if (!newest.has(slug)) newest.set(slug, await sealedOf(db, id))
  return judgeDraft(document, newest)
}

type Closed = { readonly state: 'closed' }
type Refused = {
  readonly state: 'refused'
  readonly problems: readonly DraftProblem[]
  readonly refusals: readonly PublishingRefusal[]
}
type Moving = Act & { readonly draftId: string }

/** What stands between a draft and its publication. */
async function sealable(
  trx: Transaction<Tables>,
  { slug, document }: Row<'draft'>,
): Promise<Refused | { readonly sealed: Questionnaire }> {
  const { problems, sealed } = await judgedDraft(trx, JSON.parse(document))
  const published = (await versionsOf(trx, slug)).map(({ questionnaire }) => questionnaire)
  const refusals = sealed ? refusalsOfPublishing(sealed, published) : []
  return sealed && problems.length + refusals.length === 0 ? { sealed } : { state: 'refused', problems, refusals }
}

/** Says that a draft is ready. From then on it can only be read, until the proposal is taken back. */
export async function proposeDraft(
  db: Db,
  { draftId, ...act }: Moving,
): Promise<{ state: 'proposed' } | Refused | Closed> {
  return inTransaction(db, async (trx) => {
    const draft = await lockDraft(trx, draftId)
    if (draft.state !== 'open') return { state: 'closed' }
    const ready = await sealable(trx, draft)
    if ('state' in ready) return ready
    const proposed = { state: 'proposed', proposed_at: act.at, proposed_by: act.actor } as const
    await trx.updateTable('draft').set(proposed).where('id', '=', draftId).execute()
    const { questionnaire: slug, version } = ready.sealed
    await recordDraftDeed(trx, act, {
      action: 'draft.proposed',
      id: draftId,
      after: ready.sealed,
      details: { slug, version },
    })
    return { state: 'proposed' }
  })
}

/** Opens a proposed draft again. @returns false where nothing was proposed */
export async function takeBackDraft(db: Db, { draftId, ...act }: Moving): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { state, slug } = await lockDraft(trx, draftId)
    if (state !== 'proposed') return false
    const open = { state: 'open', proposed_at: null, proposed_by: null } as const
    await trx.updateTable('draft').set(open).where('id', '=', draftId).execute()
    await recordDraftDeed(trx, act, { action: 'draft.taken_back', id: draftId, details: { slug } })
    return true
  })
}

/** Publishes what somebody else has proposed. */
export async function publishDraft(
  db: Db,
  { draftId, ...act }: Moving,
): Promise<
  { readonly state: 'published'; readonly version: string } | { readonly state: 'same_person' } | Refused | Closed
> {
  return inTransaction(db, async (trx) => {
    const draft = await lockDraft(trx, draftId)
    if (draft.state !== 'proposed') return { state: 'closed' }
    if (draft.proposed_by === act.actor) return { state: 'same_person' }
    // Another draft of the same questionnaire may have been published since.
    const ready = await sealable(trx, draft)
    if ('state' in ready) return ready
    const published = await publishQuestionnaire(trx, { ...act, questionnaire: ready.sealed })
    if (published.state !== 'published') return { state: 'refused', problems: [], refusals: [] }
    const { id, slug, version } = published.version
    await trx.updateTable('draft').set({ state: 'published', version_id: id }).where('id', '=', draftId).execute()
    await wipeTrials(trx, draftId)
    await recordDraftDeed(trx, act, { action: 'draft.published', id: draftId, details: { slug, version } })
    return { state: 'published', version }
  })
}
