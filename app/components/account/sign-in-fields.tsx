// Address, passphrase and code: the first step of signing in, and the second where the code comes alone.
import { useWords } from '../words.tsx'
import { EmailField, Field, type Problem } from './fields.tsx'

export function SignInFields({ email, problems }: { email?: string; problems?: readonly Problem[] }) {
  const { t } = useWords()
  return (
    <>
      <EmailField hint={t('account:email_hint')} value={email} problems={problems} />
      <Field
        name="password"
        label={t('account:password')}
        problems={problems}
        type="password"
        autoComplete="current-password"
      />
      <Field
        name="code"
        label={t('account:totp')}
        optional={t('account:totp_optional')}
        problems={problems}
        className="code-field"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={60}
      />
    </>
  )
}

export function CodeField({ problems }: { problems?: readonly Problem[] }) {
  const { t } = useWords()
  return (
    <Field
      name="code"
      label={t('account:second.label')}
      hint={t('account:second.hint')}
      problems={problems}
      className="mid"
      dir="ltr"
      autoComplete="one-time-code"
      maxLength={60}
    />
  )
}

/** Passkeys need a script: without it, the button stays hidden. */
export function PasskeyButton({ returnTo, resumes = false }: { returnTo: string; resumes?: boolean }) {
  const { t } = useWords()
  const words = { 'data-failed': t('account:passkey.failed'), 'data-limited': t('account:passkey.limited') }
  return (
    <>
      <button
        type="button"
        className="button quiet"
        hidden
        data-passkey-sign-in={returnTo}
        data-resumes={resumes ? '' : undefined}
        {...words}
      >
        {t('account:passkey.use')}
      </button>
      <span role="status" data-passkey-status="" className="wrong-text" />
    </>
  )
}
