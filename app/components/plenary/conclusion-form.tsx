// The form of a conclusion: three texts, where it stands, who reserves, what it rests on, until when silence agrees.
import type { Text } from '#surveys/definition/model.ts'
import { LANGUAGES } from '../../languages.ts'
import { useSaying } from '../questions/said.tsx'
import { CheckList } from '../team/check-list.tsx'
import { AreaField, type Choice, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { MomentField } from '../team/when-fields.tsx'
import { useWords } from '../words.tsx'

type Start = {
  readonly revision: number
  readonly texts: Text
  readonly stand: string
  readonly countries: readonly string[]
  readonly words: string
  readonly figure: string | null
}
type FormProps = {
  readonly sent: Sent
  readonly start: Start | null
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
  readonly figures: readonly Choice[]
  readonly timeZone: string
  readonly intent: string
}

const STANDS = ['proposed', 'agreed', 'ad_referendum', 'reserved', 'withdrawn'] as const

export function ConclusionForm({ sent, start, countries, figures, timeZone, intent }: FormProps) {
  const { t, zone } = useWords()
  const saying = useSaying()
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      {start && <input type="hidden" name="base" value={start.revision} />}
      {LANGUAGES.map((language) => (
        <AreaField
          key={language}
          sent={sent}
          name={`text.${language}`}
          label={t('session:conclusions.text_in', { language: t(`languages.${language}`) })}
          start={start?.texts[language]}
          isOptional={language !== 'en'}
        />
      ))}
      <SelectField
        sent={sent}
        name="stand"
        label={t('session:conclusions.stand')}
        start={start?.stand ?? 'proposed'}
        choices={STANDS.map((value) => ({ value, words: t(`session:stand.${value}`) }))}
      />
      <CheckList
        sent={sent}
        name="countries"
        label={t('session:conclusions.countries')}
        choices={countries.map(({ code, label }) => ({ value: code, words: saying(label).words }))}
        chosen={start?.countries ?? []}
      />
      <AreaField sent={sent} name="words" label={t('session:conclusions.words')} start={start?.words} isOptional />
      <SelectField
        sent={sent}
        name="figure"
        label={t('session:conclusions.rests_on')}
        start={start?.figure ?? ''}
        empty={t('session:conclusions.no_figure')}
        choices={figures}
      />
      <MomentField
        sent={sent}
        name="silence"
        label={t('session:silence.field')}
        hint={t('session:silence.hint')}
        zone={zone(timeZone)}
        isOptional
      />
      <button type="submit" name="act" value="keep" className="button">
        {t(start ? 'session:conclusions.revise' : 'session:conclusions.keep')}
      </button>
    </form>
  )
}
