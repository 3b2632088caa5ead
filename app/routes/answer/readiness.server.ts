// The first of two steps to the seal: the focal point says that the reply is ready, or that it is not yet after all.
import { takeStep } from '#db/reply-steps.ts'
import type { DelegationVisit } from '../../access.server.ts'
import { notify } from '../../notices.ts'
import { onceOnly } from '../team/intents.server.ts'
import type { Explained } from './explaining.server.ts'
import { stepOf } from './keeping.server.ts'
import { closedWords, type OwnReply } from './own-reply.server.ts'
import { missingWrongs, type NotYet, notYet } from './submission.server.ts'

export const READINESS = ['ready', 'not_ready_yet'] as const

/** @returns what stands in the way; undefined: done, and whoever is next has a letter about it */
export async function stepReadiness(
  reply: OwnReply,
  visit: DelegationVisit,
  act: (typeof READINESS)[number],
  explained: Explained,
): Promise<NotYet | undefined> {
  if (explained.wrongs.length > 0) return notYet(400, explained, explained.wrongs)
  const { round, country, id } = reply
  const { house, account, now } = visit
  const done = await onceOnly(visit, async (trx) => {
    const stepped = await takeStep(trx, { ...stepOf(reply, visit), step: act })
    if (stepped.state === 'done') {
      await notify(house, trx, { act, round, country, responseId: id, by: account.id, at: now.toISOString() })
    }
    return { state: stepped.state, refusal: stepped.state === 'refused' ? stepped.refusal : null }
  })
  if (done.state === 'done') return undefined
  if (done.refusal === null) return notYet(400, explained, await missingWrongs(reply, visit))
  return notYet(409, explained, [{ href: '#answers', words: closedWords(done.refusal, reply) }])
}
