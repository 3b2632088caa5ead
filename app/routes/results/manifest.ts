// What a file of answers holds: round, version, time, rows, hash; `?file=` and what the file itself is asked with.
import { asTeam } from '../../access.server.ts'
import { choiceOf, prepare, requireFile } from './exports.server.ts'
import { manifestOf } from './files.server.ts'

export const loader = asTeam(async (visit) => {
  const { kind, measured } = await prepare(visit, requireFile(visit.url), choiceOf(visit))
  return Response.json(manifestOf(kind, measured, visit.now), { headers: { 'cache-control': 'no-store' } })
})
