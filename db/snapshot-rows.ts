// The rows of a snapshot: copied once from what is official, hashed as they lie, and read back without looking at anything live.
import type { Transaction } from 'kysely'
import { lowerOf } from '#surveys/analysis/disclosure.ts'
import type { Consultation, Reply } from '#surveys/analysis/model.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { readCell } from './cells.ts'
import { digestOf, sha256 } from './digest.ts'
import { acceptedEvidence } from './evidence.ts'
import { rosterOf } from './meetings.ts'
import { codebookOf } from './questionnaires.ts'
import { requireRound } from './rounds.ts'
import type { Db, Tables } from './tables.ts'

/** A round as it is now, hashed; `keep` writes it under a snapshot. */
type Copy = { readonly hash: string; keep(snapshotId: string): Promise<void> }

/** @param today ISO date that findings of the snapshot compare with */
export async function copyRound(trx: Transaction<Tables>, roundId: string, today: string): Promise<Copy> {
  const round = await requireRound(trx, roundId)
  const taking = await officialReplies(trx, roundId)
  const evidence = [...(await acceptedEvidence(trx, roundId))].sort()
  const countries = await countriesOf(trx, roundId)
  const head = {
    version_id: round.version.id,
    countries: JSON.stringify(countries),
    today,
    evidence: JSON.stringify(evidence),
  }
  const rows = await liveRows(trx, roundId)
  const hash = hashOf(head, taking, rows)
  return {
    hash,
    async keep(snapshotId) {
      const place = { snapshot_id: snapshotId, round_id: roundId }
      await trx
        .insertInto('snapshot_round')
        .values({ ...place, ...head, hash })
        .execute()
      await trx
        .insertInto('snapshot_reply')
        .values(taking.map((reply) => ({ ...place, ...reply })))
        .execute()
      await trx
        .insertInto('snapshot_cell')
        .columns(['snapshot_id', 'round_id', 'country', 'field', 'value', 'absence', 'comment', 'language'])
        .expression((eb) =>
          eb
            .selectFrom('submission_cell')
            .innerJoin('snapshot_reply', 'snapshot_reply.submission_id', 'submission_cell.submission_id')
            .select([
              'snapshot_reply.snapshot_id',
              'snapshot_reply.round_id',
              'snapshot_reply.country',
              'submission_cell.field',
              'submission_cell.value',
              'submission_cell.absence',
              'submission_cell.comment',
              'submission_cell.language',
            ])
            .where('snapshot_reply.snapshot_id', '=', snapshotId)
            .where('snapshot_reply.round_id', '=', roundId),
        )
        .execute()
    },
  }
}

type Kept = Omit<Tables['snapshot_reply'], 'snapshot_id' | 'round_id'>
type CellRow = Omit<Tables['snapshot_cell'], 'snapshot_id' | 'round_id'>
type Head = Pick<Tables['snapshot_round'], 'version_id' | 'countries' | 'today' | 'evidence'>

/** SHA-256 over the round's head, its replies and their cells in order; how they may be shown is left out. */
function hashOf(head: Head, replies: readonly Kept[], cells: readonly CellRow[]): string {
  const said = replies.map(({ country, submission_id, revision }) => ({
    country,
    submission_id,
    revision: Number(revision),
  }))
  const lines = cells.map(({ country, field, value, absence, comment, language }) =>
    JSON.stringify([country, field, value, absence, comment, language]),
  )
  return digestOf({ ...head, replies: said, cells: sha256(lines.join('\n')) })
}

async function officialReplies(db: Db, roundId: string): Promise<Kept[]> {
  return db
    .selectFrom('response')
    .innerJoin('submission', 'submission.id', 'response.official_submission_id')
    .select([
      'response.country',
      'response.id as response_id',
      'submission.id as submission_id',
      'submission.revision',
      'submission.submitted_at',
      'submission.level',
      'submission.section_levels',
    ])
    .where('response.round_id', '=', roundId)
    .where('response.state', '<>', 'declined')
    .orderBy('response.country')
    .execute()
}

async function countriesOf(db: Db, roundId: string): Promise<string[]> {
  const query = db.selectFrom('response').select('country').where('round_id', '=', roundId)
  const rows = await query.where('state', '<>', 'declined').orderBy('place').execute()
  return rows.map(({ country }) => country)
}

async function liveRows(db: Db, roundId: string): Promise<CellRow[]> {
  return db
    .selectFrom('submission_cell')
    .innerJoin('response', 'response.official_submission_id', 'submission_cell.submission_id')
    .select(['response.country', 'field', 'value', 'absence', 'comment', 'language'])
    .where('response.round_id', '=', roundId)
    .where('response.state', '<>', 'declined')
    .orderBy('response.country')
    .orderBy('field')
    .execute()
}

/** The same rows as they lie in the snapshot. */
async function keptRows(db: Db, snapshotId: string, roundId: string): Promise<CellRow[]> {
  return db
    .selectFrom('snapshot_cell')
    .select(['country', 'field', 'value', 'absence', 'comment', 'language'])
    .where('snapshot_id', '=', snapshotId)
    .where('round_id', '=', roundId)
    .orderBy('country')
    .orderBy('field')
    .execute()
}

export type SnapshotRound = {
  readonly roundId: string
  readonly slug: string
  readonly title: Text
  readonly hash: string
  readonly replies: readonly { readonly country: string; readonly revision: number }[]
}

/** The rounds of a snapshot, in the order in which they were made. */
export async function snapshotRounds(db: Db, snapshotId: string): Promise<SnapshotRound[]> {
  const rounds = await db
    .selectFrom('snapshot_round')
    .innerJoin('round', 'round.id', 'snapshot_round.round_id')
    .select(['snapshot_round.round_id', 'snapshot_round.hash', 'round.slug', 'round.title'])
    .where('snapshot_id', '=', snapshotId)
    .orderBy('round.created_at')
    .orderBy('round.slug')
    .execute()
  const replies = await db
    .selectFrom('snapshot_reply')
    .select(['round_id', 'country', 'revision'])
    .where('snapshot_id', '=', snapshotId)
    .orderBy('country')
    .execute()
  return rounds.map((row) => ({
    roundId: row.round_id,
    slug: row.slug,
    title: JSON.parse(row.title),
    hash: row.hash,
    replies: replies
      .filter(({ round_id }) => round_id === row.round_id)
      .map(({ country, revision }) => ({ country, revision: Number(revision) })),
  }))
}

/**
 * A round as a snapshot holds it. Only the consents are looked up again: the lower of then and now holds.
 * @param of `consents`: those of the moment when it was taken, for asking what may have been read since
 * @returns undefined when the snapshot has no such round
 */
export async function loadSnapshot(
  db: Db,
  of: { snapshotId: string; number: number; roundId: string; consents?: 'then' | 'lower' },
): Promise<Consultation | undefined> {
  const { snapshotId, number, roundId, consents = 'lower' } = of
  const held = db.selectFrom('snapshot_round').selectAll().where('snapshot_id', '=', snapshotId)
  const head = await held.where('round_id', '=', roundId).executeTakeFirst()
  if (!head) return undefined
  const round = await requireRound(db, roundId)
  const roster = await rosterOf(db, round.meeting.id)
  const codes: string[] = JSON.parse(head.countries)
  return {
    round: round.slug,
    codebook: await codebookOf(db, head.version_id),
    roster: codes.flatMap((code) => roster.countries.find((one) => one.code === code) ?? []),
    replies: await keptReplies(db, { snapshotId, roundId, consents }),
    acceptedEvidence: new Set<string>(JSON.parse(head.evidence)),
    today: head.today,
    snapshot: number,
  }
}

type Asked = { readonly snapshotId: string; readonly roundId: string; readonly consents: 'then' | 'lower' }

async function keptReplies(db: Db, { snapshotId, roundId, consents }: Asked): Promise<Reply[]> {
  const cells = new Map<string, Map<string, Cell>>()
  for (const row of await keptRows(db, snapshotId, roundId)) {
    const own = cells.get(row.country) ?? new Map<string, Cell>()
    cells.set(row.country, own.set(row.field, readCell({ ...row })))
  }
  const rows = await db
    .selectFrom('snapshot_reply')
    .innerJoin('response', 'response.id', 'snapshot_reply.response_id')
    .leftJoin('submission', 'submission.id', 'response.official_submission_id')
    .selectAll('snapshot_reply')
    .select(['submission.level as level_now', 'submission.section_levels as sections_now'])
    .where('snapshot_id', '=', snapshotId)
    .where('snapshot_reply.round_id', '=', roundId)
    .orderBy('snapshot_reply.country')
    .execute()
  return rows.map((row) => {
    const then = { level: row.level, sectionLevels: JSON.parse(row.section_levels) }
    const now = row.level_now && { level: row.level_now, sectionLevels: JSON.parse(row.sections_now ?? '{}') }
    const { country, revision, submitted_at } = row
    const consent = now && consents === 'lower' ? lowerOf(then, now) : then
    return {
      country,
      ...consent,
      revision: Number(revision),
      submittedAt: submitted_at,
      cells: cells.get(country) ?? new Map(),
    }
  })
}

/** Whether every row of a snapshot still has the hash that was taken. @returns slugs of the rounds where it has not */
export async function alteredRounds(db: Db, snapshotId: string): Promise<string[]> {
  const altered: string[] = []
  for (const { roundId, slug } of await snapshotRounds(db, snapshotId)) {
    const of = db.selectFrom('snapshot_round').selectAll().where('snapshot_id', '=', snapshotId)
    const { hash, version_id, countries, today, evidence } = await of
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow()
    const replies = db.selectFrom('snapshot_reply').selectAll().where('snapshot_id', '=', snapshotId)
    const taking = await replies.where('round_id', '=', roundId).orderBy('country').execute()
    const rows = await keptRows(db, snapshotId, roundId)
    if (hashOf({ version_id, countries, today, evidence }, taking, rows) !== hash) altered.push(slug)
  }
  return altered
}
