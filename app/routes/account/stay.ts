// Staying signed in: asked for by the warning before a session ends, and by nothing else.
import { touchSession } from '#db/sessions.ts'
import { notFound, signedIn } from '../../access.server.ts'

export const loader = signedIn(() => {
  throw notFound()
})

export const action = signedIn(async ({ db, now, signedIn: { session } }) => {
  await touchSession(db, { id: session.id, at: now.toISOString() })
  // Milliseconds, because the clocks of browsers are wrong.
  return Response.json({ left: session.endsAt.getTime() - now.getTime() })
})
