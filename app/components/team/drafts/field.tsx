// One field of an element's form, by its kind: words in every language, a condition, a choice, a figure, several at once.
import type { Values } from '#surveys/authoring/entries.ts'
import type { FieldSpec } from '#surveys/authoring/fields.ts'
import { useWords } from '../../words.tsx'
import { Field, idOfField, SelectField, type Sent, TextField, useControl, Wrong } from '../fields.tsx'

type Props = {
  readonly field: FieldSpec
  readonly kind: string
  readonly languages: readonly string[]
  readonly start: Values
  readonly sent: Sent
}

export function DraftField({ field, kind, languages, start, sent }: Props) {
  const { t } = useWords()
  const label = useFieldName()(kind, field.name)
  const { name, isOptional } = field
  const shared = { sent, name, label, isOptional, start: start[name] ?? '' }
  switch (field.kind) {
    case 'text':
    case 'long':
      return <WordsField field={field} label={label} languages={languages} start={start} sent={sent} />
    case 'many':
      return <ManyField field={field} label={label} start={start} sent={sent} />
    case 'flag':
      return <ManyField field={{ ...field, options: [''] }} label={label} start={start} sent={sent} />
    case 'choice':
      return <ChoiceField {...shared} field={field} />
    case 'pairs':
      return <CodeArea {...shared} hint={t('drafts:hint.pairs')} />
    case 'expression':
      return <CodeArea {...shared} hint={t('drafts:hint.expression')} />
    case 'refs':
    case 'keys':
    case 'numbers':
      return <TextField {...shared} hint={t('drafts:hint.several')} lang="en" size="mid" />
    default:
      return <TextField {...shared} lang="en" size={field.kind === 'number' ? 'short' : 'mid'} />
  }
}

/** What a field is called: as in comparisons, or as the analysis calls it. */
export function useFieldName(): (kind: string, name: string) => string {
  const { t } = useWords()
  return (kind, name) => {
    const said = kind === 'analysis' ? `drafts:binding.${name.replace('.', '_')}` : `versions:part.${name}`
    return t(kind === 'analysis' || !OWN.includes(name) ? said : `drafts:part.${name}`, { defaultValue: name })
  }
}
/** Choices with words of their own; the others are keys of the questionnaire. */
const SAID = ['type', 'layout', 'required', 'confidentiality', 'level']
const OWN = ['version', 'type', 'required_if', 'note']

function ChoiceField({
  field,
  ...props
}: {
  field: FieldSpec
  sent: Sent
  name: string
  label: string
  start: string
  isOptional?: boolean
}) {
  const { t } = useWords()
  const choices = (field.options ?? []).map((value) => ({
    value,
    words: SAID.includes(field.name) ? t(`drafts:value.${value}`) : value,
  }))
  const isOpen = props.isOptional || !(field.options ?? []).includes(props.start)
  return <SelectField {...props} choices={choices} empty={isOpen ? t('drafts:edit.none') : undefined} />
}

/** Conditions and weights are written from left to right in every language. */
function CodeArea(props: {
  sent: Sent
  name: string
  label: string
  start: string
  hint: string
  isOptional?: boolean
}) {
  const { attributes } = useControl(props)
  return (
    <Field {...props}>
      <textarea className="low code" dir="ltr" lang="en" spellCheck={false} {...attributes} />
    </Field>
  )
}

type ManyProps = { field: FieldSpec; label: string; start: Values; sent: Sent }

function ManyField({ field, label, start, sent }: ManyProps) {
  const { t } = useWords()
  const held = sent ? sent.values : start
  return (
    <fieldset>
      <legend className="ask sub">{label}</legend>
      <div className="choices">
        {(field.options ?? []).map((option) => {
          const name = option === '' ? field.name : `${field.name}.${option}`
          return (
            <label key={name} className="choice">
              <input type="checkbox" name={name} value="yes" defaultChecked={held[name] === 'yes'} />
              <span>
                {option === '' ? t('drafts:value.allowed') : t(`drafts:value.${option}`, { defaultValue: option })}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

type WordsProps = { field: FieldSpec; label: string; languages: readonly string[]; start: Values; sent: Sent }

/** The same text in every language, side by side. */
export function WordsField({ field, label, languages, start, sent }: WordsProps) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend className="ask sub">
        {label} {field.isOptional && <span className="opt">{t('team:optional')}</span>}
      </legend>
      <div className="tongues">
        {languages.map((language) => {
          const name = `${field.name}.${language}`
          const id = idOfField(name)
          const isWrong = sent?.problems.some((problem) => problem.field === name)
          return (
            <div key={language}>
              <label htmlFor={id}>{t(`languages.${language}`)}</label>
              <textarea
                id={id}
                name={name}
                className="low"
                lang={language}
                dir={language === 'ar' ? 'rtl' : 'ltr'}
                defaultValue={sent?.values[name] ?? start[name] ?? ''}
                aria-invalid={isWrong ? true : undefined}
                aria-describedby={isWrong ? `${id}-wrong` : undefined}
              />
              <Wrong sent={sent} name={name} label={label} />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
