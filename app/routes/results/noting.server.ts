// What of a delegation's answers somebody saw by name is noted where the delegation reads it: its own record.
import { noteAccess, notNotedSince, repliesOf } from '#db/access-log.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { audit, type ParticipantVisit } from '../../access.server.ts'

/** Minutes in which one person's reading of results counts as one. */
const SITTING = 12 * 60

const isShownByName = ({ level, sectionLevels }: Pick<Reply, 'level' | 'sectionLevels'>) =>
  [level, ...Object.values(sectionLevels)].some((one) => one === 'named' || one === 'public')

/** The countries whose answers are in a file by name. */
export const namedIn = (replies: readonly Reply[], profile: 'team' | 'shareable'): string[] =>
  replies.filter((reply) => profile === 'team' || isShownByName(reply)).map(({ country }) => country)

/** A page that was only asked for its head, or fetched ahead, was not read by anybody. */
const isReading = ({ request, headers }: ParticipantVisit) =>
  request.method === 'GET' && !/prefetch/.test(headers.get('sec-purpose') ?? '')

/** The team opened results in which every delegation has a name: noted once a sitting. */
export async function noteOpening(visit: ParticipantVisit, round: string, replies: readonly Reply[]): Promise<void> {
  if (!isReading(visit)) return
  const { db, now } = visit
  const responses = await repliesOf(db, { rounds: [round], countries: replies.map(({ country }) => country) })
  const access = { ...audit(visit), access: 'opened' as const, responses }
  const from = new Date(now.getTime() - SITTING * 60_000).toISOString()
  await noteAccess(db, { ...access, responses: await notNotedSince(db, access, from) })
}

/** Somebody took a file away; each time is noted. */
export async function noteExport(
  visit: ParticipantVisit,
  { round, countries, file }: { round: string; countries: readonly string[]; file: string },
): Promise<void> {
  if (!isReading(visit)) return
  const responses = await repliesOf(visit.db, { rounds: [round], countries })
  await noteAccess(visit.db, { ...audit(visit), access: 'exported', responses, details: { file } })
}
