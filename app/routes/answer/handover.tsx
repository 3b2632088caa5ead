// A focal point leaves: who takes over, and what the leaver may still do. One page, one click, nothing is lost.
import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handOver } from '#db/handover.ts'
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { HandoverForm } from '../../components/delegation/handover-form.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { readForm } from '../team/reading.ts'
import { type Delegate, delegatesOf, RUNNING } from './delegation-people.server.ts'

/** Who can hand over: the focal point for themselves, the head for a focal point. */
async function candidatesOf(visit: DelegationVisit): Promise<Record<'leavers' | 'successors', Delegate[]>> {
  const people = await delegatesOf(visit)
  const isOwn = visit.delegation.role === 'focal_point'
  const leavers = people.filter(
    ({ role, account }) => role === 'focal_point' && (!isOwn || account === visit.account.id),
  )
  const gone = new Set(leavers.length === 1 ? leavers.map(({ account }) => account) : [])
  return { leavers, successors: people.filter(({ isGiven, account }) => isGiven && !gone.has(account)) }
}

export const loader = asDelegation(RUNNING, async (visit) => {
  const { leavers, successors } = await candidatesOf(visit)
  const named = ({ membership, name, role }: Delegate) => ({ membership, name, role })
  return {
    title: visit.t('delegation:handover.title'),
    leavers: leavers.map(named),
    successors: successors.map(named),
    intent: randomUUID(),
  }
})

export const action = asDelegation(RUNNING, async (visit) => {
  const form = readForm(visit.form)
  const { leavers, successors } = await candidatesOf(visit)
  const idsOf = (people: readonly Delegate[]) => people.map(({ membership }) => membership)
  const leaver = form.choice('leaver', idsOf(leavers))
  const successor = form.choice('successor', idsOf(successors))
  const after = form.choice('after', [...GIVEN_ROLES, 'end'])
  const why = form.text('why', { max: 500, isLong: true, isOptional: true })
  if (form.problems.length > 0 || !after) return again(form)
  const leaverRole = after === 'end' ? null : after
  const handover = { ...audit(visit), leaver, successor, leaverRole, why }
  if (!(await onceOnly(visit, (trx) => handOver(trx, handover)))) {
    form.refuse('successor', 'changed_meanwhile')
    return again(form)
  }
  const isGone = leaverRole === null && visit.membership?.id === leaver
  return isGone ? redirect('/account', 303) : done('/answer/people', 'handed_over')
})

export default function Handover() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Crumbs
        steps={[{ href: '/answer/people', words: t('delegation:people.title') }]}
        here={t('delegation:handover.title')}
      />
      <Head title={t('delegation:handover.title')}>
        <p className="lead">{t('delegation:handover.lead')}</p>
      </Head>
      <HandoverForm page={page} sent={sent} />
    </div>
  )
}
