// The next round asks: the facility delivered this on your need, did it meet the need? The project team reads the answer.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerDelivery, listDeliveries, VERDICTS } from '#db/taf-deliveries.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { Crumbs } from '../../components/answering/crumbs.tsx'
import { DeliveryForm } from '../../components/requests/delivery-form.tsx'
import { Done, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { readForm } from '../team/reading.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'

const askedOf = ({ id, round }: OwnReply, { delegation }: DelegationVisit) => ({
  responseId: id,
  roundId: round.id,
  country: delegation.country,
})

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const deliveries = await listDeliveries(visit.db, askedOf(reply, visit))
  const areas = new Map(reply.codebook.fields.flatMap(({ item }) => (item ? [[item.key, item.label]] : [])))
  return {
    ...reply.home,
    title: visit.t('requests:delivered.title'),
    deliveries: deliveries.map(({ requestId, sheet, at, said }) => ({
      id: requestId,
      title: sheet.title,
      needs: sheet.areas.map((key) => areas.get(key) ?? { en: key }),
      at,
      said: said && { answer: said.answer, words: said.words, at: said.at },
    })),
    mayAnswer: visit.delegation.role !== 'reader',
    done: doneWord(visit.url, ['answered'] as const),
    intent: randomUUID(),
  }
})

export const action = asDelegation({ roles: ['head', 'focal_point', 'alternate', 'contributor'] }, async (visit) => {
  const reply = await requireOwnReply(visit)
  const form = readForm(visit.form)
  const answer = form.choice('answer', VERDICTS)
  const words = form.text('words', { max: 1000, isLong: true, isOptional: true })
  if (!answer || form.problems.length > 0) return again(form)
  const saying = { ...audit(visit), ...askedOf(reply, visit), requestId: form.raw('request'), answer, words }
  const isKept = await onceOnly(visit, (trx) => answerDelivery(trx, saying))
  if (!isKept) form.refuse('answer', 'changed_meanwhile')
  return form.problems.length > 0 ? again(form) : done(`${reply.home.base}/delivered`, 'answered')
})

export default function DeliveredPage() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const open = page.deliveries.filter(({ said }) => said === null).length
  return (
    <div className="page">
      <Problems sent={sent} idPrefix={sent?.values.request} />
      <Done done={page.done && 'delivery_answered'} />
      <Crumbs page={page} here={t('requests:delivered.title')} />
      <div className="head">
        <h1>{t('requests:delivered.finding', { count: open })}</h1>
        <p className="lead">{t('requests:delivered.lead')}</p>
      </div>
      {page.deliveries.map((delivery) => (
        <DeliveryForm
          key={delivery.id}
          delivery={delivery}
          mayAnswer={page.mayAnswer}
          sent={sent?.values.request === delivery.id ? sent : undefined}
          intent={page.intent}
        />
      ))}
    </div>
  )
}
