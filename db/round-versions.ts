// A round goes on with a later version of its questionnaire: what that means for each delegation, and doing it.
import type { Transaction } from 'kysely'
import { type Refusal, roundActRefusal, type TeamRole } from '#surveys/answering/states.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { type MovingCounts, moveResponse, previewMoving } from './carrying.ts'
import { locked } from './engine.ts'
import { bumpStamp, type Round, requireRound } from './rounds.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { versionsOf } from './version-lines.ts'

export type LaterVersion = { readonly id: string; readonly version: string; readonly title: Text }

/** Published versions of the round's questionnaire that are later than its own, the highest first. */
export async function laterVersions(db: Db, { version }: Pick<Round, 'version'>): Promise<LaterVersion[]> {
  const all = await versionsOf(db, version.slug)
  const own = all.findIndex(({ id }) => id === version.id)
  return all
    .slice(own + 1)
    .map(({ id, questionnaire }) => ({ id, version: questionnaire.version, title: questionnaire.title }))
    .reverse()
}

export type MovingLine = {
  readonly country: string
  readonly state: Tables['response']['state']
  /** a submitted reply stays as it was sealed, and moves when it is opened again */
  readonly isNow: boolean
  readonly counts: MovingCounts
}

/** What going on with a later version would mean, delegation by delegation; only how many answers, never which. */
export async function previewRoundMove(
  db: Db,
  roundId: string,
  versionId: string,
  today: string,
): Promise<MovingLine[]> {
  const responses = await db
    .selectFrom('response')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('place')
    .execute()
  const lines: MovingLine[] = []
  for (const response of responses) {
    const preview = await previewMoving(db, response, versionId, today)
    if (!preview) continue
    const { country, state } = response
    lines.push({ country, state, isNow: state !== 'submitted', counts: preview.counts })
  }
  return lines
}

/**
 * Goes on with a later version: drafts move with everything in them, submitted replies stay as they were sealed.
 * @returns why not; undefined: done
 * @throws when the version is not a later one of the same questionnaire
 */
export async function moveRound(
  db: Db,
  step: Act & { readonly roundId: string; readonly versionId: string; readonly role: TeamRole; readonly today: string },
): Promise<Refusal | undefined> {
  const { roundId, versionId, role, today, ...act } = step
  return inTransaction(db, async (trx) => {
    const query = trx.selectFrom('round').selectAll().where('id', '=', roundId)
    const row = await locked(trx, query, 'round').executeTakeFirstOrThrow()
    const refusal = roundActRefusal('move', row.state, role)
    if (refusal) return refusal
    const round = await requireRound(trx, roundId)
    const target = (await laterVersions(trx, round)).find(({ id }) => id === versionId)
    if (!target) throw new Error(`${versionId} is not a later version of ${round.version.slug}`)
    await trx.updateTable('round').set({ version_id: versionId }).where('id', '=', roundId).execute()
    for (const response of await movingNow(trx, roundId))
      await moveResponse(trx, response, versionId, { ...act, today })
    await bumpStamp(trx, roundId)
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(row.meeting_id)],
      action: 'round.version_changed',
      subject: `round:${roundId}`,
      before: { versionId: row.version_id },
      after: { versionId },
      details: { round: row.slug, from: round.version.version, to: target.version },
    })
    return undefined
  })
}

async function movingNow(trx: Transaction<Tables>, roundId: string): Promise<Row<'response'>[]> {
  const query = trx.selectFrom('response').selectAll().where('round_id', '=', roundId).where('state', '<>', 'submitted')
  return locked(trx, query.orderBy('place'), 'response').execute()
}
