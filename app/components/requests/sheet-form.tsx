// The sheet of a request as a form: what is needed and by whom, what is asked for, and what speaks for it.
import type { Scope } from '#surveys/analysis/needs.ts'
import { CRITERIA } from '#surveys/debate/request-chain.ts'
import type { RequestSheet } from '#surveys/debate/request-sheet.ts'
import { LANGUAGES } from '../../languages.ts'
import { CheckList } from '../team/check-list.tsx'
import { AreaField, type Choice, SelectField, type Sent, TextField } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type Choices = {
  readonly areas: readonly Choice[]
  readonly modalities: readonly Choice[]
  readonly partners: readonly Choice[]
  readonly measures: readonly Choice[]
  readonly countries: readonly Choice[]
}
type FormProps = {
  readonly sent: Sent
  readonly start: RequestSheet
  readonly choices: Choices
  /** the revision that is worked on; null: a new request */
  readonly base: number | null
  readonly intent: string
}

const SCOPES: readonly Scope[] = ['regional', 'subregional', 'national', 'none']

export function SheetForm(props: FormProps) {
  const { t } = useWords()
  const { base, intent } = props
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      {base !== null && <input type="hidden" name="base" value={base} />}
      <Need {...props} />
      <Activity {...props} />
      <Reasons {...props} />
      <button type="submit" name="act" value="keep" className="button">
        {t(base === null ? 'requests:open' : 'requests:keep')}
      </button>
    </form>
  )
}

function Need({ sent, start, choices }: FormProps) {
  const { t } = useWords()
  const field = (name: string) => ({ sent, name, label: t(`requests:field.${name}`) })
  return (
    <>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          sent={sent}
          name={`title.${language}`}
          label={t('requests:title_in', { language: t(`languages.${language}`) })}
          start={start.title[language]}
          lang={language}
        />
      ))}
      <CheckList {...field('areas')} choices={choices.areas} chosen={start.areas} />
      <CheckList {...field('countries')} choices={choices.countries} chosen={start.countries} />
      <AreaField {...field('exceptional')} start={start.exceptional} isOptional />
      <SelectField
        {...field('lead')}
        start={start.lead ?? ''}
        empty={t('session:needs.no_lead')}
        choices={choices.countries}
      />
      <SelectField
        {...field('scope')}
        start={start.scope}
        choices={SCOPES.map((value) => ({ value, words: t(`requests:scope.${value}`) }))}
      />
      <AreaField {...field('problem')} hint={t('requests:problem_hint')} start={start.problem} />
    </>
  )
}

function Activity({ sent, start, choices }: FormProps) {
  const { t } = useWords()
  const field = (name: string) => ({ sent, name, label: t(`requests:field.${name}`), isOptional: true })
  const count = (value: number | null) => (value === null ? '' : String(value))
  return (
    <>
      <SelectField
        sent={sent}
        name="modality"
        label={t('requests:field.modality')}
        start={start.modality ?? ''}
        empty={t('session:needs.no_modality')}
        choices={choices.modalities}
      />
      <AreaField {...field('format')} start={start.format} />
      <AreaField {...field('target')} start={start.target} />
      <TextField {...field('participants')} size="short" start={count(start.participants)} />
      <TextField {...field('days')} size="short" start={count(start.days)} />
      <TextField {...field('place')} start={start.place} />
      <TextField {...field('period')} start={start.period} />
      <SelectField
        sent={sent}
        name="partner"
        label={t('requests:field.partner')}
        start={start.partner ?? ''}
        empty={t('requests:no_partner')}
        choices={choices.partners}
      />
    </>
  )
}

function Reasons({ sent, start, choices }: FormProps) {
  const { t } = useWords()
  const field = (name: string) => ({ sent, name, label: t(`requests:field.${name}`) })
  return (
    <>
      <AreaField {...field('support')} start={start.support} isOptional />
      {choices.measures.length > 0 && (
        <CheckList {...field('measures')} choices={choices.measures} chosen={start.measures} />
      )}
      <CheckList
        {...field('criteria')}
        choices={CRITERIA.map((value) => ({ value, words: t(`requests:criterion.${value}`) }))}
        chosen={start.criteria}
      />
    </>
  )
}
