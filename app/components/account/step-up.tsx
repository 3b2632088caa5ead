// A factor that is there already has to be shown before one goes on: a passkey, or a recovery code.
import { useWords } from '../words.tsx'
import { Field, type Problem } from './fields.tsx'
import { PasskeyButton } from './sign-in-fields.tsx'

type StepUpProps = {
  readonly returnTo: string
  readonly passkeys: number
  readonly recoveryCodes: number
  readonly problems: readonly Problem[] | undefined
}

export function StepUp({ returnTo, passkeys, recoveryCodes, problems }: StepUpProps) {
  const { t } = useWords()
  return (
    <section className="door stack" aria-labelledby="step-up">
      <h2 id="step-up">{t('profile:step_up.heading')}</h2>
      <p>{t('profile:step_up.lead')}</p>
      {passkeys > 0 && (
        <p className="row">
          <PasskeyButton returnTo={returnTo} />
        </p>
      )}
      {recoveryCodes > 0 && (
        <form method="post" className="stack" noValidate>
          <input type="hidden" name="returnTo" value={returnTo} />
          <Field
            name="code"
            label={t('profile:step_up.recovery')}
            hint={t('profile:step_up.recovery_hint')}
            problems={problems}
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
          <button type="submit" name="act" value="recovery" className="button">
            {t('profile:step_up.use_code')}
          </button>
        </form>
      )}
      <p className="meta">{t('profile:step_up.sign_out')}</p>
    </section>
  )
}
