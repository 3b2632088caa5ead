// The passkeys of an account: which there are, another one, and one less.
import { useWords } from '../words.tsx'
import { CurrentPassword } from './account-page.tsx'
import { Field, type Problem } from './fields.tsx'

export type OwnPasskey = {
  readonly id: string
  readonly name: string | null
  readonly isBackedUp: boolean
  readonly createdAt: string | null
}

export function PasskeyList({ passkeys, canRemove }: { passkeys: readonly OwnPasskey[]; canRemove: boolean }) {
  const { t, date } = useWords()
  if (passkeys.length === 0) return <p>{t('profile:passkeys.none')}</p>
  return (
    <ul role="list" className="tasks">
      {passkeys.map(({ id, name, isBackedUp, createdAt }) => (
        <li key={id}>
          <b dir="auto">{name || t('profile:passkeys.unnamed')}</b>
          {createdAt && (
            <span className="meta">
              {t(isBackedUp ? 'profile:passkeys.made_synced' : 'profile:passkeys.made', { when: date(createdAt) })}
            </span>
          )}
          {canRemove && (
            <span className="acts">
              <a
                href={`/account/passkeys?${new URLSearchParams({ remove: id })}`}
                aria-label={t('profile:passkeys.remove_named', { name: name || t('profile:passkeys.unnamed') })}
              >
                {t('profile:passkeys.remove')}
              </a>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Sent by the script, in two steps around the device; without one it stays hidden, and a sentence says why. */
export function AddPasskey({ returnTo }: { returnTo: string }) {
  const { t } = useWords()
  const said = {
    'data-failed': t('profile:passkeys.refused'),
    'data-wrong': t('account:problem.wrong_password'),
    'data-busy': t('account:problem.busy'),
    'data-limited': t('account:passkey.limited'),
    'data-step_up': t('profile:step_up.lead'),
  }
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{t('profile:passkeys.add')}</h2>
      <noscript>
        <p>{t('profile:passkeys.no_script')}</p>
      </noscript>
      <form
        method="post"
        action="/account/passkeys/device"
        className="door stack"
        noValidate
        hidden
        data-passkey-add=""
        {...said}
      >
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          name="name"
          label={t('profile:passkeys.name')}
          hint={t('profile:passkeys.name_hint')}
          problems={undefined}
          className="mid"
          maxLength={60}
          dir="auto"
        />
        <CurrentPassword />
        <p className="wrong-text" role="status" data-passkey-status="" />
        <button type="submit" className="button">
          {t('profile:passkeys.begin')}
        </button>
      </form>
      <p hidden data-passkey-unsupported="">
        {t('profile:passkeys.unsupported')}
      </p>
    </section>
  )
}

export function RemovePasskey({ passkey, problems }: { passkey: OwnPasskey; problems?: readonly Problem[] }) {
  const { t } = useWords()
  const name = passkey.name || t('profile:passkeys.unnamed')
  return (
    <section className="stack" aria-labelledby="remove">
      <h2 id="remove" dir="auto">
        {t('profile:passkeys.remove_named', { name })}
      </h2>
      <p>{t('profile:passkeys.remove_lead')}</p>
      <form method="post" className="door stack" noValidate>
        <input type="hidden" name="passkey" value={passkey.id} />
        <CurrentPassword problems={problems} />
        <button type="submit" name="act" value="remove" className="button second">
          {t('profile:passkeys.remove')}
        </button>
      </form>
    </section>
  )
}
