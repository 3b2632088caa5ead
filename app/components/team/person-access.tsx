// One person's way in: open sessions, and the account itself.
import { useWords } from '../words.tsx'
import { AreaField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'

type AccessProps = {
  readonly person: { readonly isDisabled: boolean }
  readonly isYourself: boolean
  readonly sessions: readonly { readonly id: string; readonly createdAt: string; readonly lastSeenAt: string }[]
  readonly sent: Sent
  readonly intent: string
}

export function Access({ person, isYourself, sessions, sent, intent }: AccessProps) {
  const { t } = useWords()
  return (
    <div className="columns">
      <Sessions sessions={sessions} intent={intent} />
      {!isYourself && (
        <section className="stack" aria-labelledby="access">
          <h2 id="access">{t('team:person.access')}</h2>
          {person.isDisabled ? <Enable intent={intent} /> : <Disable sent={sent} intent={intent} />}
        </section>
      )}
    </div>
  )
}

function Sessions({ sessions, intent }: Pick<AccessProps, 'sessions' | 'intent'>) {
  const { t, moment } = useWords()
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('team:person.sessions')}</h2>
      {sessions.length === 0 && <p className="meta">{t('team:person.no_sessions')}</p>}
      {sessions.length > 0 && (
        <>
          <ul>
            {sessions.map(({ id, createdAt, lastSeenAt }) => (
              <li key={id}>{t('team:person.session', { since: moment(createdAt), seen: moment(lastSeenAt) })}</li>
            ))}
          </ul>
          <form method="post">
            <Intent value={intent} />
            <button type="submit" name="act" value="end_sessions" className="button second">
              {t('team:person.revoke_sessions')}
            </button>
          </form>
        </>
      )}
    </section>
  )
}

function Enable({ intent }: { intent: string }) {
  const { t } = useWords()
  return (
    <form method="post">
      <Intent value={intent} />
      <p className="meta">{t('team:people.disabled')}</p>
      <button type="submit" name="act" value="enable" className="button">
        {t('team:person.enable')}
      </button>
    </form>
  )
}

function Disable({ sent, intent }: { sent: Sent; intent: string }) {
  const { t } = useWords()
  const mine = sent?.values.act === 'disable' ? sent : undefined
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t('team:person.disable')}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <p className="meta">{t('team:person.disable_means')}</p>
        <AreaField sent={mine} name="why" label={t('team:why')} idPrefix={mine ? '' : 'disable-'} />
        <button type="submit" name="act" value="disable" className="button second">
          {t('team:person.disable')}
        </button>
      </form>
    </details>
  )
}
