// Lost keys of one person: a letter for a new passphrase; a second factor that two managers reset together.
import type { OpenReset } from '../../routes/team/lost-keys.server.ts'
import { useWords } from '../words.tsx'
import { AreaField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'

type KeysProps = { readonly reset: OpenReset | null; readonly sent: Sent; readonly intent: string }

export function LostKeys({ reset, sent, intent }: KeysProps) {
  const { t } = useWords()
  return (
    <div className="pair">
      <section className="stack" aria-labelledby="password">
        <h2 id="password">{t('team:person.password')}</h2>
        <p className="meta">{t('team:person.password_means')}</p>
        <form method="post">
          <Intent value={intent} />
          <button type="submit" name="act" value="send_password" className="button second">
            {t('team:person.send_password')}
          </button>
        </form>
      </section>
      <section className="stack" aria-labelledby="factor">
        <h2 id="factor">{t('team:person.factor')}</h2>
        <p className="meta">{t('team:person.factor_means')}</p>
        {reset ? <Decide reset={reset} intent={intent} /> : <Ask sent={sent} intent={intent} />}
      </section>
    </div>
  )
}

function Ask({ sent, intent }: Omit<KeysProps, 'reset'>) {
  const { t } = useWords()
  const mine = sent?.values.act === 'ask_factor' ? sent : undefined
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t('team:person.ask_factor')}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <AreaField sent={mine} name="why" label={t('team:why')} idPrefix={mine ? '' : 'factor-'} />
        <button type="submit" name="act" value="ask_factor" className="button second">
          {t('team:person.ask_factor')}
        </button>
      </form>
    </details>
  )
}

function Decide({ reset, intent }: { reset: OpenReset; intent: string }) {
  const { t, moment } = useWords()
  return (
    <div className="notice attend">
      <p dir="auto">{t('team:person.factor_asked', { name: reset.by, when: moment(reset.askedAt), why: reset.why })}</p>
      {reset.isOwn && <p className="meta">{t('team:person.factor_by_another')}</p>}
      <form method="post" className="row">
        <Intent value={intent} />
        {!reset.isOwn && (
          <button type="submit" name="act" value="confirm_factor" className="button">
            {t('team:person.confirm_factor')}
          </button>
        )}
        <button type="submit" name="act" value="withdraw_factor" className="button second">
          {t('team:person.withdraw_factor')}
        </button>
      </form>
    </div>
  )
}
