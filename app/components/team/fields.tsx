// The fields of the team's forms: label, hint, what is wrong, and the value that was sent.
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

/** What the team can put right; the sentence is `team:problem.<code>`. */
export type TeamProblem = {
  readonly field: string
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}
/** A form as it was sent; undefined when the page is opened. */
export type Sent =
  | { readonly values: Readonly<Record<string, string>>; readonly problems: readonly TeamProblem[] }
  | undefined

export type FieldProps = {
  readonly sent: Sent
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** the value before anything was sent */
  readonly start?: string
  readonly isOptional?: boolean
  /** where the same name stands in several forms of a page */
  readonly idPrefix?: string
}

export const idOfField = (name: string, prefix = '') => `${prefix}${name}`.replace(/[^a-zA-Z0-9_-]/g, '-')

/** The parts that every control needs: its id, what describes it, whether it is wrong, what it holds. */
export function useControl({ sent, name, hint, start = '', idPrefix }: FieldProps) {
  const id = idOfField(name, idPrefix)
  const problem = sent?.problems.find(({ field }) => field === name)
  const described = [hint && `${id}-hint`, problem && `${id}-wrong`].filter(Boolean).join(' ')
  const attributes = {
    id,
    name,
    defaultValue: sent?.values[name] ?? start,
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  }
  return { id, problem, attributes }
}

/** Label, hint and problem around a control. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { t } = useWords()
  const { id } = useControl(props)
  return (
    <div className="field">
      <label htmlFor={id}>
        {props.label} {props.isOptional && <span className="hint">{t('team:optional')}</span>}
      </label>
      <Hint {...props} />
      {children}
      <Wrong {...props} />
    </div>
  )
}

export function Hint({ hint, name, idPrefix }: FieldProps) {
  if (!hint) return null
  return (
    <p className="hint" id={`${idOfField(name, idPrefix)}-hint`}>
      {hint}
    </p>
  )
}

export function Wrong(props: FieldProps) {
  const { t } = useWords()
  const { id, problem } = useControl(props)
  if (!problem) return null
  return (
    <p className="wrong-text" id={`${id}-wrong`}>
      {t(`team:problem.${problem.code}`, problem.values)}
    </p>
  )
}

type TextProps = FieldProps & {
  readonly lang?: string
  readonly type?: 'text' | 'email'
  readonly size?: 'long' | 'mid' | 'short'
  readonly autoComplete?: string
}

export function TextField({ lang, type = 'text', size = 'long', autoComplete = 'off', ...props }: TextProps) {
  const { attributes } = useControl(props)
  const direction = lang === 'ar' ? 'rtl' : lang ? 'ltr' : type === 'email' ? 'ltr' : 'auto'
  return (
    <Field {...props}>
      <input type={type} className={size} lang={lang} dir={direction} autoComplete={autoComplete} {...attributes} />
    </Field>
  )
}

export function AreaField(props: FieldProps) {
  const { attributes } = useControl(props)
  return (
    <Field {...props}>
      <textarea className="low" dir="auto" {...attributes} />
    </Field>
  )
}

export type Choice = {
  readonly value: string
  readonly words: string
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

export function SelectField({ choices, empty, ...props }: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { attributes } = useControl(props)
  return (
    <Field {...props}>
      <select className="mid" {...attributes}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, words, lang, dir }) => (
          <option key={value} value={value} lang={lang} dir={dir}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
