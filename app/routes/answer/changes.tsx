// What colleagues and the project team changed since the reader last looked, and the button that says "seen".
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contributionsSince } from '#db/contributions.ts'
import { answersMoved, lookedAt, markSeen } from '#db/looks.ts'
import { remarksSince } from '#db/remarks.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import { asDelegation, badRequest, type DelegationVisit } from '../../access.server.ts'
import { Changes, type ChangesPage } from '../../components/delegation/changes.tsx'
import { namedField } from '../../components/review/field-name.tsx'
import { doneWord } from '../team/answers.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { placeOf } from './question-at.server.ts'

/** As much as one reads in one sitting; the rest is in the record. */
const MOST = 100

export const loader = asDelegation(async (visit): Promise<ChangesPage & { title: string }> => {
  const reply = await requireOwnReply(visit)
  const { at: since, isFirst } = await lookedAt(visit.db, reply.id, visit.account.id)
  const answers = await answersOf(reply, visit, since)
  return {
    ...reply.home,
    title: reply.reader.t('inside:changes.title'),
    since: isFirst ? null : since,
    answers: answers.slice(0, MOST),
    isCut: answers.length > MOST,
    remarks: await wordsOf(reply, visit, since),
    contributions: await contributionsOf(reply, visit, since),
    asked: reply.asked.filter((one) => latestOf(one) > since).flatMap((one) => askedView(reply, one)),
    until: visit.now.toISOString(),
    done: doneWord(visit.url, ['changes_seen'] as const),
  }
})

async function answersOf(reply: OwnReply, { db, account }: DelegationVisit, since: string) {
  const moved = await answersMoved(db, reply.id, { since, except: account.id })
  return moved.flatMap(({ field: name, before, after, by }) => {
    const field = reply.codebook.byName.get(name)
    return field ? [{ ...placeOf(reply, field), before: before ?? null, after, by }] : []
  })
}

async function wordsOf(reply: OwnReply, { db, account }: DelegationVisit, since: string) {
  const remarks = await remarksSince(db, reply.id, { since, except: account.id })
  return remarks.slice(0, MOST).flatMap(({ field: name, number, body, language, by, at }) => {
    const field = reply.codebook.byName.get(name)
    return field ? [{ ...placeOf(reply, field), number, body, language, by, at }] : []
  })
}

async function contributionsOf(reply: OwnReply, { db, account }: DelegationVisit, since: string) {
  const all = await contributionsSince(db, reply.id, { since, except: account.id })
  return all.slice(0, MOST).flatMap((cell) => {
    const field = reply.codebook.byName.get(cell.field)
    return field ? [{ field: namedField(field), href: `${reply.home.base}/contributions/${field.name}`, cell }] : []
  })
}

/** When something was last said in a clarification, or done about it. */
const latestOf = ({ createdAt, sentAt, messages }: Clarification): string =>
  [sentAt ?? createdAt, ...messages.map(({ at }) => at)].sort().at(-1) ?? createdAt

function askedView({ codebook, home }: OwnReply, { field: name, number, state }: Clarification) {
  const field = codebook.byName.get(name)
  return field ? [{ field: namedField(field), number, state, href: `${home.base}/clarifications#c-${number}` }] : []
}

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const until = String(visit.form.get('until') ?? '')
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(until) && !Number.isNaN(Date.parse(until))
  if (!isMoment || until > visit.now.toISOString()) throw badRequest()
  await markSeen(visit.db, { responseId: reply.id, accountId: visit.account.id, until })
  return redirect(`${reply.home.base}/changes?done=changes_seen`, 303)
})

export default function ChangesRoute() {
  return <Changes page={useLoaderData<typeof loader>()} />
}
