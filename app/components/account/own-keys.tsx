// How one signs in, at a glance: each line leads to its page.
import { useWords } from '../words.tsx'

type KeysProps = {
  readonly hasTotp: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
  readonly sessions: number
}

export function OwnKeys({ hasTotp, passkeys, recoveryCodes, sessions }: KeysProps) {
  const { t } = useWords()
  const lines = [
    ['password', 'password', null],
    ['second-factor', 'app', t(hasTotp ? 'profile:keys.app_is' : 'profile:keys.app_is_not')],
    ['passkeys', 'passkeys', t('profile:keys.passkeys_count', { count: passkeys })],
    ['recovery-codes', 'codes', t('profile:keys.codes_left', { count: recoveryCodes })],
    ['sessions', 'sessions', t('profile:keys.sessions_count', { count: sessions })],
  ] as const
  return (
    <section className="stack" aria-labelledby="keys">
      <h2 id="keys">{t('profile:keys.heading')}</h2>
      <ul role="list" className="tasks">
        {lines.map(([page, key, state]) => (
          <li key={page}>
            <a href={`/account/${page}`}>{t(`profile:keys.${key}`)}</a>
            {state && <span className="meta">{state}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
