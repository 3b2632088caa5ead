// Messages: to whom, what about, sent or not. The text, with its link, is shown in the demonstration only.
import { useActionData, useLoaderData } from '@remix-run/react'
import { listMail, sendAgain } from '#db/outbox.ts'
import { asTeam } from '../../access.server.ts'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { MailTable } from '../../components/team/mail-table.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { readForm } from './reading.ts'

const STATES = ['waiting', 'sent', 'refused'] as const
const MOST = 200

export const loader = asTeam(async ({ db, t, url, house, team }) => {
  const state = STATES.find((one) => one === url.searchParams.get('state'))
  const mail = await listMail(db, { state, limit: MOST })
  return {
    title: t('nav.outbox'),
    state: state ?? '',
    hasSmtp: house.config.smtpUrl !== null,
    isManager: team.role === 'manager',
    // A link opens a door: only where every door is invented may a third person see it.
    mail: mail.map(({ text, ...letter }) => ({ ...letter, text: house.isDemonstration ? text : null })),
    done: doneWord(url, ['sent_again'] as const),
  }
})

export const action = asTeam({ roles: ['manager'] }, async ({ db, form: sent, now }) => {
  const form = readForm(sent)
  const id = form.text('letter', { max: 50 })
  if (form.problems.length === 0 && !(await sendAgain(db, { id, at: now.toISOString() })))
    form.refuse('letter', 'changed_meanwhile')
  return form.problems.length > 0 ? again(form) : done('/team/outbox', 'sent_again')
})

export default function Outbox() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const refused = page.mail.filter(({ state }) => state === 'refused').length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Head
        over={t('place.team')}
        title={refused > 0 ? t('team:outbox.finding', { count: refused }) : t('team:outbox.finding_none')}
      >
        <p className="lead">{t(page.hasSmtp ? 'team:outbox.lead' : 'team:outbox.lead_no_smtp')}</p>
      </Head>
      <form className="row" method="get">
        <label htmlFor="state">{t('team:outbox.show')}</label>
        <select id="state" name="state" defaultValue={page.state}>
          <option value="">{t('team:outbox.all')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`team:mail_state.${state}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button second">
          {t('team:apply')}
        </button>
      </form>
      <MailTable mail={page.mail} isManager={page.isManager} />
    </div>
  )
}
