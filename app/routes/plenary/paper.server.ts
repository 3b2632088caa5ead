// The document in the address, for those who take part in the session.
import type { ParticipantVisit } from '../../access.server.ts'
import { notFound } from '../../access.server.ts'
import type { Asking } from '../../plenary/held.server.ts'
import { paperOf } from '../../plenary/papers.server.ts'
import { requirePlenary, showingFor } from './plenary.server.ts'

/**
 * @param asking in which language
 * @throws a Response 404 when there is no such document, or nothing of it may be shown
 */
export async function requirePaper(visit: ParticipantVisit, asking: Asking) {
  const meeting = await requirePlenary(visit)
  const showing = await showingFor(visit, meeting)
  const paper = showing && (await paperOf(asking, showing, visit.params.document ?? ''))
  if (!paper) throw notFound()
  return { meeting, paper, snapshot: showing.snapshot.number }
}
