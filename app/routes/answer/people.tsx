// The people of the delegation: who has which role, who is invited; the focal point changes both.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeRole, endMembership } from '#db/accounts.ts'
import { revokeInvitation } from '#db/invitations.ts'
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { DelegatesTable, InvitedTable } from '../../components/delegation/people.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { delegatesOf, delegationName, invitedTo, mayRun, RUNNING } from './delegation-people.server.ts'

const ACTS = ['change_role', 'end_role', 'revoke'] as const
const WORDS = { change_role: 'role_changed', end_role: 'role_ended', revoke: 'revoked' } as const

export const loader = asDelegation(async (visit) => ({
  title: visit.t('delegation:people.title'),
  country: await delegationName(visit),
  people: await delegatesOf(visit),
  invited: await invitedTo(visit),
  me: visit.account.id,
  mayRun: mayRun(visit),
  done: doneWord(visit.url, [...Object.values(WORDS), 'handed_over'] as const),
  intent: randomUUID(),
}))

export const action = asDelegation(RUNNING, async (visit) => {
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (!act) return again(form)
  const isDone = await (act === 'revoke' ? revoke(visit, form) : change(visit, form, act))
  if (form.problems.length === 0 && !isDone) form.refuse('act', 'changed_meanwhile')
  return form.problems.length > 0 ? again(form) : done('/answer/people', WORDS[act])
})

/** Another role for a colleague, or none: only places that the delegation gives by itself. */
async function change(visit: DelegationVisit, form: FormReading, act: 'change_role' | 'end_role'): Promise<boolean> {
  const given = (await delegatesOf(visit)).filter(({ isGiven, account }) => isGiven && account !== visit.account.id)
  const offered = given.map(({ membership }) => membership)
  const id = form.choice('membership', offered)
  const role = act === 'change_role' ? form.choice('role', GIVEN_ROLES) : ''
  const why = form.text('why', { max: 500, isLong: true, isOptional: true })
  if (form.problems.length > 0) return false
  const step = { ...audit(visit), id, why }
  return onceOnly(visit, async (trx) =>
    role ? (await changeRole(trx, { ...step, role })) !== null : endMembership(trx, step),
  )
}

async function revoke(visit: DelegationVisit, form: FormReading): Promise<boolean> {
  const offered = (await invitedTo(visit)).filter(({ isGiven }) => isGiven).map(({ id }) => id)
  const id = form.choice('revoke', offered)
  if (!id) return false
  return onceOnly(visit, (trx) => revokeInvitation(trx, { ...audit(visit), id }))
}

export default function DelegationPeople() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Head over={<Said text={page.country} />} title={t('delegation:people.finding', { count: page.people.length })}>
        <p className="lead">{t('delegation:people.lead')}</p>
        {page.mayRun && (
          <p className="row">
            <a className="button" href="/answer/people/invite">
              {t('delegation:people.invite')}
            </a>
            <a href="/answer/people/handover">{t('delegation:handover.link')}</a>
          </p>
        )}
      </Head>
      <DelegatesTable {...page} sent={sent} />
      <InvitedTable invited={page.invited} mayRun={page.mayRun} intent={page.intent} />
    </div>
  )
}
