// The fields of signing in: a label, a hint, what is wrong, and the value as far as it may be shown again.
import type { InputHTMLAttributes } from 'react'
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'

/** What the person can put right; the sentence is `account:problem.<code>`. */
export type Problem = {
  readonly field: string
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'aria-invalid' | 'aria-describedby'> & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** said beside the label, in small print */
  readonly optional?: string
  readonly problems: readonly Problem[] | undefined
}

export function Field({ name, label, hint, optional, problems = [], className = 'long', ...attributes }: FieldProps) {
  const { t } = useWords()
  const problem = problems.find(({ field }) => field === name)
  const described = [hint && `${name}-hint`, problem && `${name}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>
        {label} {optional && <span className="opt">{optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="wrong-text" id={`${name}-wrong`}>
          {t(`account:problem.${problem.code}`, problem.values)}
        </p>
      )}
      <input
        type="text"
        {...attributes}
        className={`${className} control`}
        id={name}
        name={name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}

/** An official address: always from left to right. */
export function EmailField({
  hint,
  value,
  problems,
}: {
  hint?: string
  value?: string
  problems?: readonly Problem[]
}) {
  const { t } = useWords()
  const typing = { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, maxLength: 254 } as const
  const look = { type: 'email', dir: 'ltr', defaultValue: value } as const
  return <Field name="email" label={t('account:email')} hint={hint} problems={problems} {...look} {...typing} />
}

/** The passphrase, and what makes a good one. */
export function NewPasswordField({ problems, label }: { problems?: readonly Problem[]; label?: string }) {
  const { t } = useWords()
  return (
    <Field
      name="password"
      label={label ?? t('account:new_password')}
      hint={t('account:new_password_hint')}
      problems={problems}
      type="password"
      autoComplete="new-password"
    />
  )
}

/** A code from a letter, as in `K7QM-2ZTD`. */
export function MailCodeField({ problems, value }: { problems?: readonly Problem[]; value?: string }) {
  const { t } = useWords()
  const typing = {
    autoComplete: 'one-time-code',
    autoCapitalize: 'characters',
    spellCheck: false,
    maxLength: 40,
  } as const
  return (
    <Field
      name="code"
      label={t('account:mail_code')}
      hint={t('account:mail_code_hint')}
      problems={problems}
      className="mid"
      dir="ltr"
      defaultValue={value}
      {...typing}
    />
  )
}

/** What is wrong, said first, each line a link to the field that says the same. */
export function Problems({ problems = [] }: { problems?: readonly Problem[] }) {
  const { t } = useWords()
  const wrongs = problems.map(({ field, code, values }) => ({
    href: `#${field}`,
    words: t(`account:problem.${code}`, values),
  }))
  return <Wrongs wrongs={wrongs} />
}
