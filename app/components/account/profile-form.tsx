// Name, language, digits and time zone: how one appears, and how pages speak.
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { useWords } from '../words.tsx'
import { ChoiceField } from './choice-field.tsx'
import { Field, type Problem } from './fields.tsx'

type Profile = {
  readonly name: string
  readonly email: string
  readonly language: string | null
  readonly digits: string
  readonly timeZone: string | null
}
type FormProps = {
  readonly profile: Profile
  readonly zones: readonly string[]
  readonly programmeZone: string
  /** as it was sent, where it was refused */
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly problems: readonly Problem[] | undefined
}

export function ProfileForm({ profile, zones, programmeZone, typed, problems }: FormProps) {
  const { t, zone } = useWords()
  const languages = LANGUAGES.map((code) => ({ value: code, words: OWN_NAMES[code], lang: code }))
  const places = zones.map((name) => ({ value: name, words: zone(name) }))
  const start = (name: 'name' | 'language' | 'digits' | 'timeZone') => typed?.[name] ?? profile[name] ?? ''
  return (
    <form method="post" className="stack" noValidate>
      <Field
        name="name"
        label={t('profile:you.name')}
        hint={t('profile:you.name_hint')}
        problems={problems}
        defaultValue={start('name')}
        autoComplete="name"
        dir="auto"
      />
      <div className="field">
        <b>{t('profile:you.email')}</b>
        <p className="hint">{t('profile:you.email_hint')}</p>
        <p>
          <bdi>{profile.email}</bdi>
        </p>
      </div>
      <ChoiceField
        name="language"
        label={t('profile:you.language')}
        start={start('language')}
        offers={[{ value: '', words: t('profile:automatic') }, ...languages]}
      />
      <ChoiceField
        name="digits"
        label={t('profile:you.digits')}
        start={start('digits')}
        offers={['latn', 'arab'].map((value) => ({ value, words: t(`profile:you.digits_${value}`) }))}
      />
      <ChoiceField
        name="timeZone"
        label={t('profile:you.zone')}
        hint={t('profile:you.zone_hint')}
        start={start('timeZone')}
        offers={[{ value: '', words: t('profile:programme_zone', { zone: zone(programmeZone) }) }, ...places]}
      />
      <button type="submit" name="act" value="save" className="button">
        {t('profile:save')}
      </button>
    </form>
  )
}
