// What a file of answers holds: round, version, time, rows, hash; `?file=` and what the file itself is asked with.
import { asParticipant } from '../../access.server.ts'
import { choiceOf, prepare, requireFile } from './exports.server.ts'
import { manifestOf } from './files.server.ts'
import { requireReading } from './reading.server.ts'

export const loader = asParticipant(async (visit) => {
  const reading = await requireReading(visit)
  const { kind, measured } = await prepare(visit, reading, requireFile(visit.url), choiceOf(visit, reading))
  return Response.json(manifestOf(kind, measured, visit.now), { headers: { 'cache-control': 'no-store' } })
})
