// Setting up an authenticator app in two steps, and taking it away.
import { useWords } from '../words.tsx'
import { CurrentPassword } from './account-page.tsx'
import { Field, type Problem } from './fields.tsx'
import { QrCode } from './qr-code.tsx'

type FormProps = { readonly returnTo: string; readonly problems: readonly Problem[] | undefined }

const Return = ({ to }: { to: string }) => <input type="hidden" name="returnTo" value={to} />

export function BeginTotp({ returnTo, problems }: FormProps) {
  const { t } = useWords()
  return (
    <form method="post" className="door stack" noValidate>
      <Return to={returnTo} />
      <p>{t('profile:factor.begin_lead')}</p>
      <CurrentPassword problems={problems} />
      <p className="row">
        <button type="submit" name="act" value="begin" className="button">
          {t('profile:factor.begin')}
        </button>
        <a href={`/account/passkeys?${new URLSearchParams({ returnTo })}`}>{t('profile:factor.or_passkey')}</a>
      </p>
    </form>
  )
}

type Pending = { readonly uri: string; readonly secret: string }

export function ProveTotp({ pending, returnTo, problems }: FormProps & { pending: Pending }) {
  const { t } = useWords()
  return (
    <form method="post" className="stack airy" noValidate>
      <Return to={returnTo} />
      <section className="stack" aria-labelledby="scan">
        <h2 id="scan">{t('profile:factor.scan')}</h2>
        <QrCode text={pending.uri} alt={t('profile:factor.scan_alt')} />
        <p>{t('profile:factor.key')}</p>
        <p>
          <b className="seal">{inFours(pending.secret)}</b>
        </p>
      </section>
      <section className="stack" aria-labelledby="prove">
        <h2 id="prove">{t('profile:factor.prove')}</h2>
        <Field
          name="code"
          label={t('profile:factor.code')}
          problems={problems}
          className="code-field"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
        />
        <p className="row">
          <button type="submit" name="act" value="prove" className="button">
            {t('profile:factor.confirm')}
          </button>
          <a href={`/account/second-factor?${new URLSearchParams({ restart: '', returnTo })}`}>
            {t('profile:factor.restart')}
          </a>
        </p>
      </section>
    </form>
  )
}

/** As people copy it. */
const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? ''

export function RemoveTotp({ returnTo, problems }: FormProps) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="remove">
      <p className="state done">{t('profile:factor.is_there')}</p>
      <h2 id="remove">{t('profile:factor.remove')}</h2>
      <p>{t('profile:factor.remove_lead')}</p>
      <form method="post" className="door stack" noValidate>
        <Return to={returnTo} />
        <CurrentPassword problems={problems} />
        <button type="submit" name="act" value="remove" className="button second">
          {t('profile:factor.remove')}
        </button>
      </form>
    </section>
  )
}
