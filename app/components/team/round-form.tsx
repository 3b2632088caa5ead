// The form of a new round.
import type { Text } from '#surveys/definition/model.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { SelectField, type Sent, TextField } from './fields.tsx'
import { Intent } from './frame.tsx'
import { TitleFields } from './title-fields.tsx'
import { MomentField } from './when-fields.tsx'

type FormProps = {
  readonly versions: readonly { readonly name: string; readonly version: string; readonly title: Text }[]
  readonly meetings: readonly { readonly slug: string; readonly title: Text; readonly timeZone: string }[]
  /** rounds whose answers it can start from */
  readonly earlier: readonly {
    readonly slug: string
    readonly title: Text
    readonly meeting: Text
    readonly version: string
  }[]
  /** chosen already */
  readonly meeting: string
  readonly sent: Sent
  readonly intent: string
}

export function RoundForm({ versions, meetings, earlier, meeting, sent, intent }: FormProps) {
  const { t, zone } = useWords()
  const saying = useSaying()
  const questionnaires = versions.map(({ name, version, title }) => ({
    value: name,
    words: `${saying(title).words}, ${version}`,
  }))
  const places = meetings.map(({ slug, title, timeZone }) => ({
    value: slug,
    words: `${saying(title).words} (${zone(timeZone)})`,
  }))
  const known = meetings.find(({ slug }) => slug === meeting)
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <SelectField
        sent={sent}
        name="version"
        label={t('team:rounds.questionnaire')}
        hint={t('team:round_new.version_hint')}
        choices={questionnaires}
        empty={t('team:choose')}
      />
      <SelectField
        sent={sent}
        name="meeting"
        label={t('team:rounds.meeting')}
        hint={t('team:round_new.meeting_hint')}
        choices={places}
        empty={t('team:choose')}
        start={meeting}
      />
      <SelectField
        sent={sent}
        name="from"
        label={t('team:round_new.from')}
        hint={t('team:round_new.from_hint')}
        choices={earlier.map((round) => ({
          value: round.slug,
          words: `${saying(round.title).words}, ${round.version} (${saying(round.meeting).words})`,
        }))}
        empty={t('team:round_new.from_none')}
        isOptional
      />
      <TitleFields sent={sent} label="team:round_new.title_in" />
      <TextField
        sent={sent}
        name="slug"
        label={t('team:meetings.slug')}
        hint={t('team:slug_hint')}
        size="mid"
        lang="en"
      />
      <MomentField
        sent={sent}
        name="deadline"
        label={t('team:rounds.deadline')}
        hint={t('team:round_new.deadline_hint')}
        zone={known ? zone(known.timeZone) : t('team:round_new.meeting_zone')}
        isOptional
      />
      <button type="submit" className="button">
        {t('team:round_new.create')}
      </button>
    </form>
  )
}
