// The conclusions of a session: a number that stays, texts in revisions that stay, the figure each rests on, objections.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { touchStage } from './stages.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Stand = Tables['conclusion_revision']['stand']
export const STANDS: readonly Stand[] = ['proposed', 'agreed', 'ad_referendum', 'reserved', 'withdrawn']
export type ObjectionKind = Tables['objection']['kind']
export const OBJECTIONS: readonly ObjectionKind[] = ['objection', 'reservation']

export type ConclusionRevision = {
  readonly revision: number
  readonly texts: Text
  readonly stand: Stand
  readonly countries: readonly string[]
  readonly words: string
  /** what it rests on, and the number of the snapshot it was read from */
  readonly figure: { readonly shows: string; readonly snapshot: number } | null
  readonly silenceUntil: string | null
  readonly at: string
  /** name of the account */
  readonly by: string
}
export type Objection = {
  readonly country: string
  readonly revision: number
  readonly kind: ObjectionKind
  readonly words: string
  readonly at: string
}
export type Conclusion = {
  readonly id: string
  readonly number: number
  /** the newest first; never empty */
  readonly revisions: readonly [ConclusionRevision, ...ConclusionRevision[]]
  readonly objections: readonly Objection[]
}

/** All conclusions of a meeting, withdrawn ones included, by number. */
export async function listConclusions(db: Db, meetingId: string): Promise<Conclusion[]> {
  const known = await db
    .selectFrom('conclusion')
    .select(['id', 'number'])
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute()
  const revisions = await revisionsOf(db, meetingId)
  const objections = await objectionsOf(db, meetingId)
  return known.flatMap(({ id, number }) => {
    const [first, ...earlier] = revisions.filter((one) => one.id === id).map(({ id: _, ...revision }) => revision)
    const said = objections.filter((one) => one.id === id).map(({ id: _, ...objection }) => objection)
    return first ? [{ id, number: Number(number), revisions: [first, ...earlier] as const, objections: said }] : []
  })
}

async function revisionsOf(db: Db, meetingId: string): Promise<(ConclusionRevision & { id: string })[]> {
  const rows = await db
    .selectFrom('conclusion_revision')
    .innerJoin('conclusion', 'conclusion.id', 'conclusion_revision.conclusion_id')
    .innerJoin('account', 'account.id', 'conclusion_revision.by_account')
    .leftJoin('snapshot', 'snapshot.id', 'conclusion_revision.snapshot_id')
    .selectAll('conclusion_revision')
    .select(['account.name as by', 'snapshot.number as snapshot_number'])
    .where('conclusion.meeting_id', '=', meetingId)
    .orderBy('conclusion_revision.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.conclusion_id,
    revision: Number(row.revision),
    texts: JSON.parse(row.texts),
    stand: row.stand,
    countries: JSON.parse(row.countries),
    words: row.words,
    figure: row.figure === null ? null : { shows: row.figure, snapshot: Number(row.snapshot_number) },
    silenceUntil: row.silence_until,
    at: row.at,
    by: row.by,
  }))
}

async function objectionsOf(db: Db, meetingId: string): Promise<(Objection & { id: string })[]> {
  const rows = await db
    .selectFrom('objection')
    .innerJoin('conclusion', 'conclusion.id', 'objection.conclusion_id')
    .selectAll('objection')
    .where('conclusion.meeting_id', '=', meetingId)
    .orderBy('objection.at')
    .execute()
  return rows.map(({ conclusion_id, country, revision, kind, words, at }) => ({
    id: conclusion_id,
    country,
    revision: Number(revision),
    kind,
    words,
    at,
  }))
}

type Said = Pick<ConclusionRevision, 'texts' | 'stand' | 'countries' | 'words' | 'silenceUntil'>
type Wording = Act &
  Said & { readonly meetingId: string; readonly figure: { readonly shows: string; readonly snapshotId: string } | null }

/** Proposes a conclusion under the next number. @returns the number */
export async function proposeConclusion(db: Db, wording: Wording): Promise<number> {
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, wording.meetingId)
    const last = trx.selectFrom('conclusion').select(({ fn }) => fn.max('number').as('number'))
    const { number } = await last.where('meeting_id', '=', wording.meetingId).executeTakeFirstOrThrow()
    const place = { id: randomUUID(), number: Number(number ?? 0) + 1 }
    await trx
      .insertInto('conclusion')
      .values({ ...place, meeting_id: wording.meetingId, created_at: wording.at })
      .execute()
    await keepRevision(trx, wording, { ...place, revision: 1 })
    return place.number
  })
}

/**
 * Keeps a new revision of a conclusion.
 * @param revising `base`: the revision that was read; another one since then, and nothing is kept
 * @returns whether it was kept
 */
export async function reviseConclusion(db: Db, revising: Wording & { number: number; base: number }): Promise<boolean> {
  const { number, base, ...wording } = revising
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, wording.meetingId)
    const found = await newestOf(trx, wording.meetingId, number)
    if (!found || found.revision !== base) return false
    await keepRevision(trx, wording, { id: found.id, number, revision: base + 1 })
    return true
  })
}

async function holdMeeting(trx: Transaction<Tables>, meetingId: string): Promise<void> {
  const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
  await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
}

async function newestOf(trx: Transaction<Tables>, meetingId: string, number: number) {
  const row = await trx
    .selectFrom('conclusion')
    .innerJoin('conclusion_revision', 'conclusion_revision.conclusion_id', 'conclusion.id')
    .select(['conclusion.id', 'conclusion_revision.revision', 'conclusion_revision.silence_until'])
    .where('conclusion.meeting_id', '=', meetingId)
    .where('conclusion.number', '=', number)
    .orderBy('conclusion_revision.revision', 'desc')
    .executeTakeFirst()
  return row && { id: row.id, revision: Number(row.revision), silenceUntil: row.silence_until }
}

type Place = { readonly id: string; readonly number: number; readonly revision: number }

async function keepRevision(trx: Transaction<Tables>, wording: Wording, { id, number, revision }: Place) {
  const { meetingId, texts, stand, countries, words, figure, silenceUntil, ...act } = wording
  await trx
    .insertInto('conclusion_revision')
    .values({
      conclusion_id: id,
      revision,
      texts: JSON.stringify(texts),
      stand,
      countries: JSON.stringify(countries),
      words,
      figure: figure?.shows ?? null,
      snapshot_id: figure?.snapshotId ?? null,
      silence_until: silenceUntil,
      at: act.at,
      by_account: act.actor,
    })
    .execute()
  await touchStage(trx, meetingId)
  await recordAudit(trx, {
    ...act,
    chains: [meetingChain(meetingId)],
    action: 'conclusion.kept',
    subject: `conclusion:${id}`,
    after: { texts, stand, countries, words, figure, silenceUntil },
    details: { number, revision, stand, countries, silenceUntil },
  })
}

export type ObjectionRefusal = 'no_silence' | 'silence_over' | 'said_already'

/** A head of delegation objects to the newest revision, or reserves, while its silence lasts. @returns why not */
export async function objectTo(
  db: Db,
  objecting: Act & { meetingId: string; number: number; country: string; kind: ObjectionKind; words: string },
): Promise<ObjectionRefusal | undefined> {
  const { meetingId, number, country, kind, words, ...act } = objecting
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, meetingId)
    const found = await newestOf(trx, meetingId, number)
    if (!found?.silenceUntil) return 'no_silence'
    if (found.silenceUntil <= act.at) return 'silence_over'
    const said = await trx
      .insertInto('objection')
      .values({
        conclusion_id: found.id,
        country,
        revision: found.revision,
        kind,
        words,
        at: act.at,
        by_account: act.actor,
      })
      .onConflict((oc) => oc.columns(['conclusion_id', 'country', 'revision']).doNothing())
      .returning('country')
      .executeTakeFirst()
    if (!said) return 'said_already'
    await touchStage(trx, meetingId)
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'conclusion.objected',
      subject: `conclusion:${found.id}`,
      after: { country, kind, words },
      details: { number, revision: found.revision, country, kind },
    })
    return undefined
  })
}
