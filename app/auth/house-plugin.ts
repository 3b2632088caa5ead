// The few sentences that better-auth lacks, said in its own words: open a session, and end a sign-in that waits for its
// second step. None of them has an address; only our own code can call them.
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const opening = z.object({
  accountId: z.string(),
  factor: z.enum(['password', 'totp', 'passkey', 'recovery', 'demo']),
  membershipId: z.string().nullable().optional(),
})

export function housePlugin() {
  return {
    id: 'house',
    endpoints: {
      /** A new session for an account, in place of the one the request came with. */
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: opening }, async (ctx) => {
        const { internalAdapter, authCookies, secret } = ctx.context
        const { accountId, factor, membershipId } = ctx.body
        const user = await internalAdapter.findUserById(accountId)
        const session = user && (await internalAdapter.createSession(accountId, false, { factor, membershipId }))
        if (!user || !session) throw new APIError('UNAUTHORIZED')
        const before = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
        if (before) await internalAdapter.deleteSession(before)
        await setSessionCookie(ctx, { session, user })
        return { id: session.id }
      }),
      /** Whose sign-in waits for its second step in this browser. */
      findWaiting: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
        const identifier = await ctx.getSignedCookie(
          ctx.context.createAuthCookie('two_factor').name,
          ctx.context.secret,
        )
        const waiting = identifier ? await ctx.context.internalAdapter.findVerificationValue(identifier) : null
        const isOver = !waiting || waiting.expiresAt <= new Date()
        return { accountId: isOver ? null : waiting.value }
      }),
      /** Ends the wait: of two requests at once, one gets the account. */
      endWaiting: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
        const cookie = ctx.context.createAuthCookie('two_factor')
        const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
        const waiting = identifier ? await ctx.context.internalAdapter.consumeVerificationValue(identifier) : null
        expireCookie(ctx, cookie)
        return { accountId: waiting?.value ?? null }
      }),
    },
  } as const
}
