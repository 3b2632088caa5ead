// Making a meeting from a roster: what it is called, where its clock is, when it takes place.
import type { Text } from '#surveys/definition/model.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { SelectField, type Sent, TextField } from './fields.tsx'
import { Intent } from './frame.tsx'
import { TitleFields } from './title-fields.tsx'
import { DayField } from './when-fields.tsx'

type FormProps = {
  readonly rosters: readonly { readonly roster: string; readonly title: Text }[]
  readonly zones: readonly string[]
  readonly sent: Sent
  readonly intent: string
}

export function MeetingForm({ rosters, zones, sent, intent }: FormProps) {
  const { t, zone } = useWords()
  const saying = useSaying()
  const choices = rosters.map(({ roster, title }) => ({ value: roster, words: saying(title).words }))
  return (
    <section className="stack" aria-labelledby="new">
      <h2 id="new">{t('team:meetings.new')}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={intent} />
        <SelectField
          sent={sent}
          name="roster"
          label={t('team:meetings.roster_file')}
          hint={t('team:meetings.roster_hint')}
          choices={choices}
          empty={t('team:choose')}
        />
        <TitleFields sent={sent} label="team:meetings.title_in" />
        <TextField
          sent={sent}
          name="slug"
          label={t('team:meetings.slug')}
          hint={t('team:slug_hint')}
          size="mid"
          lang="en"
        />
        <SelectField
          sent={sent}
          name="zone"
          label={t('team:meetings.zone')}
          hint={t('team:meetings.zone_hint')}
          choices={zones.map((value) => ({ value, words: zone(value) }))}
        />
        <div className="pair">
          <DayField sent={sent} name="starts" label={t('team:meetings.starts')} isOptional />
          <DayField sent={sent} name="ends" label={t('team:meetings.ends')} isOptional />
        </div>
        <button type="submit" className="button">
          {t('team:meetings.create')}
        </button>
      </form>
    </section>
  )
}
