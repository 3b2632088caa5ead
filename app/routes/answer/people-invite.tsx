// The focal point invites a colleague to the delegation. The letter carries link and code; here they are shown once.
import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { resendInvitation, type Sent, sendInvitation } from '../../auth/inviting.ts'
import { InviteColleague } from '../../components/delegation/invite-form.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { HandOver } from '../../components/team/invite-form.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES } from '../../languages.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { invitedTo, RUNNING } from './delegation-people.server.ts'

export const loader = asDelegation(RUNNING, ({ t }) => ({
  title: t('delegation:people.invite'),
  intent: randomUUID(),
}))

export const action = asDelegation(RUNNING, async (visit) => {
  const form = readForm(visit.form)
  if (visit.form.has('renew')) return renew(visit, form)
  const name = form.text('name', { max: 200 })
  const email = form.email('email')
  const role = form.choice('role', GIVEN_ROLES)
  const language = form.choice('language', LANGUAGES)
  if (form.problems.length > 0 || !role || !language) return refused(form)
  const { house, account, delegation } = visit
  const { country, meetingId } = delegation
  const shown: { sent?: Sent } = {}
  await onceOnly(visit, async (trx) => {
    const invited = { name, email, language, role, country, meetingId }
    shown.sent = await sendInvitation({ ...house, db: trx }, { ...audit(visit), by: account.id }, invited)
    // Only the id is kept with the intent: the code is nobody's but the invited person's.
    return shown.sent.id
  })
  return data(shownOnce(shown.sent ?? null, name, form))
})

async function renew(visit: DelegationVisit, form: FormReading) {
  const own = (await invitedTo(visit)).find(({ id, isGiven }) => isGiven && id === form.raw('renew'))
  const sent = own ? await resendInvitation(visit.house, audit(visit), own.id) : null
  if (own && sent) return data(shownOnce(sent, own.name, form))
  form.refuse('renew', 'changed_meanwhile')
  return refused(form)
}

const refused = ({ problems, values }: FormReading) => data({ problems, values, sent: null }, 400)

const shownOnce = (sent: Sent | null, name: string, { values }: FormReading) => ({
  sent: { name, link: sent?.link ?? null, code: sent?.code ?? null },
  problems: [] as FormReading['problems'],
  values,
})

export default function InviteToDelegation() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useWords()
  const handed = answer?.sent ?? null
  return (
    <div className="page">
      <Problems sent={answer} />
      <Crumbs
        steps={[{ href: '/answer/people', words: t('delegation:people.title') }]}
        here={t('delegation:people.invite')}
      />
      <Head title={t(handed ? 'team:invite.sent' : 'delegation:people.invite')}>
        <p className="lead">{t(handed ? 'team:invite.sent_lead' : 'delegation:people.invite_lead')}</p>
      </Head>
      {handed ? <HandOver {...handed} back="/answer/people" /> : <InviteColleague intent={page.intent} sent={answer} />}
    </div>
  )
}
