// Whoever of the team reads answers by name, or takes them along in a file, is noted in the trail of each delegation concerned.
import { listAudit, meetingChain, recordAudit, responseChain } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import type { Round } from '#db/rounds.ts'
import { inTransaction } from '#db/transaction.ts'
import { audit, type ParticipantVisit, type TeamVisit } from '../../access.server.ts'

type Reader = TeamVisit | ParticipantVisit
export type Read = { readonly responseId: string; readonly revision: number }

/** Opened again within this time by the same person, a reading is the same reading. Minutes. */
const SAME_READING = 30

/** A page that was only asked for its head, or fetched ahead, was not read by anybody. */
const isRead = ({ request, headers }: Reader) =>
  request.method === 'GET' && !/prefetch/.test(headers.get('sec-purpose') ?? '')

/** Each delegation can see in its own record that, when and by whom its revision was read. */
export async function noteReadings(visit: Reader, read: readonly Read[]): Promise<void> {
  const { db, now } = visit
  if (read.length === 0 || !isRead(visit)) return
  const from = new Date(now.getTime() - SAME_READING * 60_000).toISOString()
  const chains = read.map(({ responseId }) => responseChain(responseId))
  const actor = visit.account.id
  const before = await listAudit(db, { chains, actor, action: 'response.read', from, limit: 1000 })
  const known = new Set(before.map(({ chain, details }) => `${chain} ${details.revision}`))
  const fresh = read.filter(({ responseId, revision }) => !known.has(`${responseChain(responseId)} ${revision}`))
  if (fresh.length === 0) return
  await inTransaction(db, async (trx) => {
    for (const { responseId, revision } of fresh) {
      await recordAudit(trx, {
        ...audit(visit),
        chains: [responseChain(responseId)],
        action: 'response.read',
        subject: `response:${responseId}`,
        details: { revision },
      })
    }
  })
}

type Shown = { readonly round: Round; readonly replies: readonly { country: string; revision: number }[] }

/** What of a round the team saw by name on a page of the results; what others see was released, and is known. */
export async function noteShown(visit: ParticipantVisit, { round, replies }: Shown): Promise<void> {
  if (!visit.isTeam || replies.length === 0 || !isRead(visit)) return
  const board = new Map((await listBoard(visit.db, round.id)).map((line) => [line.country, line.responseId]))
  const read = replies.flatMap(({ country, revision }) => {
    const responseId = board.get(country)
    return responseId ? [{ responseId, revision }] : []
  })
  await noteReadings(visit, read)
}

type Exported = {
  readonly round: Round
  readonly file: string
  readonly profile: string
  readonly snapshot: number | null
  /** codes of those whose answers the file holds under their name */
  readonly countries: readonly string[]
}

/** A file of answers that leaves the house: noted for the meeting, and for each delegation that it names. */
export async function noteExport(visit: ParticipantVisit, exported: Exported): Promise<void> {
  const { round, file, profile, snapshot, countries } = exported
  if (!isRead(visit)) return
  const board = await listBoard(visit.db, round.id)
  const named = board.filter(({ country }) => countries.includes(country))
  const chains = [meetingChain(round.meeting.id), ...named.map(({ responseId }) => responseChain(responseId))]
  await inTransaction(visit.db, (trx) =>
    recordAudit(trx, {
      ...audit(visit),
      chains,
      action: 'answers.exported',
      subject: `round:${round.id}`,
      details: { round: round.slug, file, profile, snapshot },
    }),
  )
}
