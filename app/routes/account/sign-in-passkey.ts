// Signing in with a passkey: the page's script asks for a challenge, and sends what the device answered.
import { notFound, open } from '../../access.server.ts'
import { callerOf } from './caller.server.ts'

export const loader = open(() => {
  throw notFound()
})

export const action = open(async (visit) => {
  const { auth } = visit.house
  const caller = callerOf(visit)
  const response = answerIn(visit.json)
  if (response === undefined) {
    const asked = await auth.askPasskey(caller)
    if (asked.state === 'limited') return Response.json({ state: 'limited' }, { status: 429 })
    return Response.json({ options: asked.options }, { headers: asked.headers })
  }
  const answer = await auth.signInWithPasskey(caller, response)
  if (answer.state === 'refused') return Response.json({ state: 'refused' }, { status: 400 })
  return Response.json({ state: 'open' }, { headers: answer.headers })
})

function answerIn(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'response' in json ? json.response : undefined
}
