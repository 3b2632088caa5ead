// What the author declares of one change: the kind, the reason in every language, and where each option of before went.
import type { Mapping } from '#surveys/authoring/declarations.ts'
import type { ShownEntry } from '../../../routes/team/questionnaire-compare.server.ts'
import { useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { SelectField, type Sent } from '../fields.tsx'
import { WordsField } from './field.tsx'

type Props = {
  readonly entry: ShownEntry
  readonly form: { readonly base: string; readonly mapping: Mapping | null } | null
  readonly languages: readonly string[]
  readonly sent: Sent
  readonly isOpen: boolean
}

export function DeclarationForm({ entry, form, languages, sent, isOpen }: Props) {
  const { t } = useWords()
  const { key, declared, allowed } = entry
  const isAsked = entry.kind === 'question' || entry.kind === 'group'
  if (!isAsked || !form || !isOpen || (allowed.length === 0 && !declared)) return null
  const kinds = [...new Set([...allowed, ...(declared ? [declared.change] : [])])]
  const start = Object.fromEntries(
    languages.map((language) => [`${key}~reason.${language}`, declared?.reason?.[language] ?? '']),
  )
  return (
    <details
      className="more"
      id={`declare-${key.replace('.', '-')}`}
      open={!declared || sent?.values.act === `declare:${key}`}
    >
      <summary>{t(declared ? 'drafts:declare.again' : 'drafts:declare.title')}</summary>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="base" value={form.base} />
        <SelectField
          sent={sent}
          name={`${key}~change`}
          label={t('versions:compare.author_says')}
          choices={kinds.map((value) => ({ value, words: t(`versions:change.${value}`) }))}
          empty={t('versions:compare.undeclared')}
          start={declared?.change ?? (allowed.length === 1 ? allowed[0] : '')}
        />
        <WordsField
          field={{ name: `${key}~reason`, kind: 'long' }}
          label={t('versions:compare.reason')}
          languages={languages}
          start={start}
          sent={sent}
        />
        {form.mapping && <Maps entry={entry} mapping={form.mapping} sent={sent} />}
        <button type="submit" name="act" value={`declare:${key}`} className="button second small">
          {t('drafts:declare.keep')}
          <span className="hidden"> {key}</span>
        </button>
      </form>
    </details>
  )
}

function Maps({ entry: { key, declared }, mapping, sent }: { entry: ShownEntry; mapping: Mapping; sent: Sent }) {
  const { t } = useWords()
  const saying = useSaying()
  const isMapped =
    sent?.values.act === `declare:${key}` ? sent.values[`${key}~mapped`] === 'yes' : declared?.maps !== undefined
  const choices = mapping.is.map((option) => ({ value: option.key, words: saying(option.label).words }))
  const same = (option: string) => (mapping.is.some((one) => one.key === option) ? option : '')
  return (
    <details className="more" open={isMapped}>
      <summary>{t('drafts:declare.maps')}</summary>
      <label className="choice">
        <input type="checkbox" name={`${key}~mapped`} value="yes" defaultChecked={isMapped} />
        <span>{t('drafts:declare.mapped')}</span>
      </label>
      <div className="pair">
        {mapping.was.map((option) => (
          <SelectField
            key={option.key}
            sent={sent}
            name={`${key}~map.${option.key}`}
            label={saying(option.label).words}
            choices={choices}
            empty={t('drafts:declare.no_place')}
            start={declared?.maps ? (declared.maps[option.key] ?? '') : same(option.key)}
          />
        ))}
      </div>
    </details>
  )
}
