// Adding a passkey: the page's script asks for a challenge with the passphrase, and sends what the device made of it.
import { notFound, signedIn } from '../../access.server.ts'
import { safeReturnTo } from '../../return-to.ts'
import { callerOf } from './caller.server.ts'
import { type KnownVisit, ownedOf } from './confirming.server.ts'
import { afterFactor } from './factor-done.server.ts'

export const loader = signedIn(() => {
  throw notFound()
})

export const action = signedIn((visit) => {
  const sent = fieldsOf(visit.json)
  return sent.response === undefined ? begin(visit, sent) : keep(visit, sent)
})

type Sent = Readonly<Record<string, unknown>>

const fieldsOf = (json: unknown): Sent => (typeof json === 'object' && json !== null ? { ...json } : {})
const textIn = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : '')

async function begin(visit: KnownVisit, sent: Sent) {
  const owned = await ownedOf(visit, textIn(sent.password, 1000))
  const answer = await visit.house.auth.beginPasskey(callerOf(visit), owned)
  if (answer.state === 'challenge') return Response.json({ options: answer.options }, { headers: answer.headers })
  return Response.json({ state: answer.state }, { status: answer.state === 'limited' ? 429 : 400 })
}

async function keep(visit: KnownVisit, sent: Sent) {
  const { house, signedIn } = visit
  const made = { signedIn, response: sent.response, name: textIn(sent.name, 60).trim() }
  const answer = await house.auth.addPasskey(callerOf(visit), made)
  if (answer.state === 'refused') return Response.json({ state: 'failed' }, { status: 400 })
  const returnTo = safeReturnTo(sent.returnTo ?? '/account/passkeys', house.config.origin)
  const next = returnTo === '/account/passkeys' ? `${returnTo}?done=passkey_added` : returnTo
  const { to, headers } = afterFactor(visit, answer, next)
  return Response.json({ to }, { headers })
}
