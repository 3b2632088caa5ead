// A visit, as signing in sees it.
import type { Visit } from '../../access.server.ts'
import { audit } from '../../access.server.ts'
import type { Caller } from '../../auth/caller.ts'

export function callerOf(visit: Visit): Caller {
  return { headers: visit.headers, ip: visit.ip, act: audit(visit), words: visit.house.words }
}
