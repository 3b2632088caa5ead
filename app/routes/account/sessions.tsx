// Where one is signed in: each session can be ended, and all others at once.
import { useActionData, useLoaderData } from '@remix-run/react'
import { endSession, endSessions } from '#db/sessions.ts'
import { audit, badRequest, signedIn } from '../../access.server.ts'
import { AccountPage } from '../../components/account/account-page.tsx'
import { SessionTable } from '../../components/account/session-table.tsx'
import { useWords } from '../../components/words.tsx'
import { done, doneWord } from '../team/answers.ts'
import { again, textOf } from './answers.server.ts'
import { openSessions } from './own-keys.server.ts'

export const loader = signedIn(async (visit) => {
  const sessions = await openSessions(visit)
  return {
    title: visit.t('profile:sessions.title'),
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === visit.signedIn.session.id })),
    done: doneWord(visit.url, ['session_ended', 'sessions_ended']),
  }
})

export const action = signedIn(async (visit) => {
  const { db, form, account, signedIn } = visit
  const step = { ...audit(visit), accountId: account.id }
  switch (form.get('act')) {
    case 'end':
      if (await endSession(db, { ...step, id: textOf(form, 'session', 60) }))
        return done('/account/sessions', 'session_ended')
      return again([{ field: 'sessions', code: 'session_over' }], {})
    case 'end_others':
      await endSessions(db, { ...step, except: signedIn.session.id })
      return done('/account/sessions', 'sessions_ended')
    default:
      throw badRequest()
  }
})

export default function Sessions() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <AccountPage title={page.title} lead={t('profile:sessions.lead')} done={page.done} problems={sent?.problems}>
      <div id="sessions" className="stack airy">
        <SessionTable sessions={page.sessions} />
        {page.sessions.length > 1 ? (
          <form method="post">
            <button type="submit" name="act" value="end_others" className="button second">
              {t('profile:sessions.end_others')}
            </button>
          </form>
        ) : (
          <p className="meta">{t('profile:sessions.alone')}</p>
        )}
      </div>
    </AccountPage>
  )
}
