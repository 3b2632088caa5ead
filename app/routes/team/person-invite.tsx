// Inviting somebody: name, address, place. The letter carries link and code; here they are shown once, to be handed over.
import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { asTeam, audit } from '../../access.server.ts'
import { resendInvitation, type Sent, sendInvitation } from '../../auth/inviting.ts'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { HandOver, InviteForm } from '../../components/team/invite-form.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES } from '../../languages.ts'
import { onceOnly } from './intents.server.ts'
import { placeNames } from './places.server.ts'
import { readPlace } from './placing.ts'
import { type FormReading, readForm } from './reading.ts'

const MANAGERS = { roles: ['manager'] } as const

export const loader = asTeam(MANAGERS, async ({ db, t, url }) => {
  const { meetings } = await placeNames(db)
  const wanted = meetings.find(({ slug }) => slug === url.searchParams.get('meeting'))
  return {
    title: t('team:invite.title'),
    meetings: meetings.map(({ slug, title, roster }) => ({ slug, title, countries: roster.countries })),
    start: wanted ? `${wanted.slug}/` : '',
    intent: randomUUID(),
  }
})

export const action = asTeam(MANAGERS, async (visit) => {
  const form = readForm(visit.form)
  const renewed = form.raw('renew')
  if (renewed) {
    const sent = await resendInvitation(visit.house, audit(visit), renewed)
    if (sent) return data(shownOnce(sent, '', form.values))
    form.refuse('renew', 'changed_meanwhile')
    return refused(form)
  }
  const name = form.text('name', { max: 200 })
  const email = form.email('email')
  const place = readPlace(form, (await placeNames(visit.db)).meetings)
  const language = form.choice('language', LANGUAGES)
  if (form.problems.length > 0 || !place || !language) return refused(form)
  const { house, account } = visit
  const shown: { sent?: Sent } = {}
  await onceOnly(visit, async (trx) => {
    const desk = { ...house, db: trx }
    shown.sent = await sendInvitation(desk, { ...audit(visit), by: account.id }, { name, email, language, ...place })
    // Only the id is kept with the intent: the code is nobody's but the invited person's.
    return shown.sent.id
  })
  return data(shownOnce(shown.sent ?? null, name, form.values))
})

const refused = ({ problems, values }: FormReading) => data({ problems, values, sent: null }, 400)

const shownOnce = (sent: Sent | null, name: string, values: Readonly<Record<string, string>>) => ({
  sent: { name, link: sent?.link ?? null, code: sent?.code ?? null },
  problems: [] as FormReading['problems'],
  values,
})

export default function Invite() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useWords()
  const handed = answer?.sent ?? null
  return (
    <div className="page">
      <Problems sent={answer} />
      <Crumbs steps={[{ href: '/team/people', words: t('team:people.title') }]} here={t('team:invite.title')} />
      <Head title={t(handed ? 'team:invite.sent' : 'team:invite.title')}>
        <p className="lead">{t(handed ? 'team:invite.sent_lead' : 'team:invite.lead')}</p>
      </Head>
      {handed ? <HandOver {...handed} /> : <InviteForm {...page} sent={answer} />}
    </div>
  )
}
