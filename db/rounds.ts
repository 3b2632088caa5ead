// Rounds: one consultation with one version of a questionnaire, inside a meeting; and the states it goes through.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { progressOf } from '#surveys/answering/progress.ts'
import { type Plan, USUAL_PLAN } from '#surveys/answering/reminders.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { prefill } from './carrying.ts'
import { randomSecret } from './digest.ts'
import { findMeetingById, type Meeting, rosterOf } from './meetings.ts'
import { codebookOf } from './questionnaires.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type RoundState = Tables['round']['state']
export type Round = {
  readonly id: string
  readonly slug: string
  readonly title: Text
  readonly state: RoundState
  /** ISO 8601 UTC; a delegation may have its own */
  readonly deadline: string | null
  /** grows with everything that changes what results show: two equal stamps, two equal results */
  readonly stamp: number
  readonly isDemonstration: boolean
  /** the focal point says "ready" before the head signs */
  readonly needsReady: boolean
  readonly createdAt: string
  /** the round whose answers this one starts from */
  readonly fromRoundId: string | null
  /** days around a due date on which people are reminded */
  readonly reminders: Plan
  readonly meeting: Meeting
  readonly version: { readonly id: string; readonly slug: string; readonly version: string; readonly title: Text }
}
export type NewRound = {
  readonly slug: string
  readonly meetingId: string
  readonly versionId: string
  readonly title: Text
  readonly deadline: string | null
  /** codes of the meeting's roster; all of them unless named */
  readonly countries?: readonly string[]
  readonly isDemonstration?: boolean
  /** an earlier round of the same questionnaire: its official answers are offered for confirmation */
  readonly fromRoundId?: string | null
}

/**
 * Plans a round and invites its countries; nobody can answer before it is opened.
 * @returns null when another round has the slug
 * @throws when the meeting, the version, or a country of the roster does not exist
 */
export async function createRound(db: Db, { actor, at, requestId, ...round }: NewRound & Act): Promise<Round | null> {
  return inTransaction(db, async (trx) => {
    const meeting = await findMeetingById(trx, round.meetingId)
    if (!meeting) throw new Error(`There is no meeting ${round.meetingId}`)
    const countries = round.countries ?? meeting.roster.countries.map(({ code }) => code)
    const row = await trx
      .insertInto('round')
      .values({
        id: randomUUID(),
        slug: round.slug,
        meeting_id: meeting.id,
        version_id: round.versionId,
        title: JSON.stringify(round.title),
        state: 'planned',
        deadline: round.deadline,
        is_demonstration: round.isDemonstration ? 1 : 0,
        created_at: at,
        from_round_id: round.fromRoundId ?? null,
        reminders: JSON.stringify(USUAL_PLAN),
      })
      .onConflict((oc) => oc.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return null
    for (const country of countries) {
      await insertResponse(trx, { roundId: row.id, versionId: round.versionId, meeting, country, at, isLate: false })
    }
    const { slug, deadline, isDemonstration = false, fromRoundId = null } = round
    await recordAudit(trx, {
      actor,
      at,
      requestId,
      chains: [meetingChain(meeting.id)],
      action: 'round.created',
      subject: `round:${row.id}`,
      after: { slug, deadline, state: 'planned', versionId: round.versionId, countries },
      details: { slug, deadline, countries, isDemonstration, ...(fromRoundId && { fromRoundId }) },
    })
    return requireRound(trx, row.id)
  })
}

/** Invites one country. @throws when it is not in the meeting's roster @returns the id of its response */
export async function insertResponse(
  trx: Transaction<Tables>,
  invited: { roundId: string; versionId: string; meeting: Meeting; country: string; at: string; isLate: boolean },
): Promise<string> {
  const { roundId, versionId, meeting, country, at, isLate } = invited
  const index = meeting.roster.countries.findIndex(({ code }) => code === country)
  if (index < 0) throw new Error(`${country} is not in the roster of ${meeting.slug}`)
  const codebook = await codebookOf(trx, versionId)
  const id = randomUUID()
  await trx
    .insertInto('response')
    .values({
      id,
      round_id: roundId,
      country,
      place: index + 1,
      version_id: versionId,
      state: 'invited',
      next_revision: 1,
      joined_late: isLate ? 1 : 0,
      progress: JSON.stringify(progressOf(codebook, new Map(), at.slice(0, 10))),
      salt: randomSecret(),
      created_at: at,
    })
    .execute()
  const round = await trx.selectFrom('round').select('from_round_id').where('id', '=', roundId).executeTakeFirst()
  if (round?.from_round_id) await prefill(trx, round.from_round_id, { responseId: id, country, versionId, at })
  return id
}

function roundQuery(db: Db) {
  return db
    .selectFrom('round')
    .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
    .innerJoin('questionnaire_version as version', 'version.id', 'round.version_id')
    .selectAll('round')
    .select([
      'meeting.slug as m_slug',
      'meeting.title as m_title',
      'meeting.time_zone as m_time_zone',
      'meeting.starts_on as m_starts_on',
      'meeting.ends_on as m_ends_on',
      'meeting.created_at as m_created_at',
      'version.slug as v_slug',
      'version.version as v_version',
    ])
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof roundQuery>['executeTakeFirstOrThrow']>>

export async function findRound(db: Db, slug: string): Promise<Round | undefined> {
  const row = await roundQuery(db).where('round.slug', '=', slug).executeTakeFirst()
  return row && readRound(db, row)
}

/** @throws when there is none with this id */
export async function requireRound(db: Db, id: string): Promise<Round> {
  return readRound(db, await roundQuery(db).where('round.id', '=', id).executeTakeFirstOrThrow())
}

/** Rounds of one meeting, or of all; the youngest first. */
export async function listRounds(db: Db, { meetingId }: { meetingId?: string } = {}): Promise<Round[]> {
  const rows = await roundQuery(db)
    .$if(meetingId !== undefined, (query) => query.where('round.meeting_id', '=', meetingId as string))
    .orderBy('round.created_at', 'desc')
    .orderBy('round.slug')
    .execute()
  return Promise.all(rows.map((row) => readRound(db, row)))
}

async function readRound(db: Db, row: RoundRow): Promise<Round> {
  // The title of a version lies in its document; the compiled codebook has it at hand.
  const { questionnaire } = await codebookOf(db, row.version_id)
  return {
    id: row.id,
    slug: row.slug,
    title: JSON.parse(row.title),
    state: row.state,
    deadline: row.deadline,
    stamp: row.stamp,
    isDemonstration: row.is_demonstration === 1,
    needsReady: row.needs_ready === 1,
    createdAt: row.created_at,
    fromRoundId: row.from_round_id,
    reminders: JSON.parse(row.reminders),
    meeting: {
      id: row.meeting_id,
      slug: row.m_slug,
      title: JSON.parse(row.m_title),
      roster: await rosterOf(db, row.meeting_id),
      timeZone: row.m_time_zone,
      startsOn: row.m_starts_on,
      endsOn: row.m_ends_on,
      createdAt: row.m_created_at,
    },
    version: { id: row.version_id, slug: row.v_slug, version: row.v_version, title: questionnaire.title },
  }
}

/** Says that results have changed. Takes the row of the round until the transaction ends. */
export async function bumpStamp(trx: Transaction<Tables>, roundId: string): Promise<void> {
  await trx
    .updateTable('round')
    .set((eb) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
}
