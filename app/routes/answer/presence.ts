// Who of the delegation is in which section now, for the enhancement that asks now and then. A hint, nothing more.

import { asDelegation } from '../../access.server.ts'
import type { PresenceAnswer } from '../../components/answering/save-answer.ts'
import { requireOwnReply } from './own-reply.server.ts'
import { requireSection, seenNow } from './section-page.server.ts'
import { presenceWords } from './views/outline.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const { key } = requireSection(reply, visit.url.searchParams.get('section') ?? undefined)
  const seen = await seenNow(reply, visit, key)
  const sections = reply.codebook.questionnaire.sections.map(
    ({ key }) => [key, presenceWords(key, seen, reply.reader)] as const,
  )
  return Response.json({ sections: Object.fromEntries(sections) } satisfies PresenceAnswer)
})
