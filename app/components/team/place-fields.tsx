// Where somebody has a role: the role, and all meetings, one meeting, or a delegation to it.
import type { Country, Text } from '#surveys/definition/model.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Field, type FieldProps, SelectField, type Sent, useControl } from './fields.tsx'

export type MeetingPlaces = { readonly slug: string; readonly title: Text; readonly countries: readonly Country[] }
type PlaceProps = {
  readonly meetings: readonly MeetingPlaces[]
  readonly roles: readonly string[]
  readonly sent: Sent
  readonly start?: string
  readonly idPrefix?: string
}

export function PlaceFields({ meetings, roles, sent, start, idPrefix }: PlaceProps) {
  const { t } = useWords()
  const choices = roles.map((role) => ({ value: role, words: t(`role.${role}`) }))
  return (
    <>
      <SelectField
        sent={sent}
        name="role"
        label={t('team:invite.role')}
        choices={choices}
        empty={t('team:choose')}
        idPrefix={idPrefix}
      />
      <Where
        sent={sent}
        name="place"
        label={t('team:invite.place')}
        hint={t('team:invite.place_hint')}
        start={start}
        idPrefix={idPrefix}
        meetings={meetings}
      />
    </>
  )
}

function Where({ meetings, ...props }: FieldProps & { meetings: readonly MeetingPlaces[] }) {
  const { t } = useWords()
  const saying = useSaying()
  const { attributes } = useControl(props)
  return (
    <Field {...props}>
      <select className="mid" {...attributes}>
        <option value="">{t('team:choose')}</option>
        <option value="all">{t('team:invite.all_meetings')}</option>
        {meetings.map(({ slug, title, countries }) => (
          <optgroup key={slug} label={saying(title).words}>
            <option value={`${slug}/`}>{t('team:invite.whole_meeting', { meeting: saying(title).words })}</option>
            {countries.map(({ code, label }) => (
              <option key={code} value={`${slug}/${code}`}>
                {saying(label).words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
