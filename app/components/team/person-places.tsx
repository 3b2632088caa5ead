// The roles of one person: each can be changed or ended, another can be given.
import type { Place } from '../../routes/team/places.server.ts'
import { useWords } from '../words.tsx'
import { AreaField, SelectField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'
import { type MeetingPlaces, PlaceFields } from './place-fields.tsx'
import { PlaceWords } from './place-words.tsx'
import { DELEGATION, OTHERS } from './roles.ts'

type HeldPlace = Place & { readonly id: string }
type PlacesProps = { places: readonly HeldPlace[]; meetings: readonly MeetingPlaces[]; sent: Sent; intent: string }

export function Places({ places, meetings, sent, intent }: PlacesProps) {
  const { t } = useWords()
  const adding = sent?.values.act === 'add_role' ? sent : undefined
  return (
    <section className="stack" aria-labelledby="places">
      <h2 id="places">{t('team:person.places')}</h2>
      {places.length === 0 && <p className="meta">{t('team:people.no_place')}</p>}
      <ul role="list" className="tasks" id="act">
        {places.map((place) => (
          <li key={place.id}>
            <span>
              <PlaceWords place={place} />
            </span>
            <ChangePlace place={place} sent={sent} intent={intent} />
          </li>
        ))}
      </ul>
      <details className="more" open={adding !== undefined}>
        <summary>{t('team:person.add')}</summary>
        <form method="post" className="stack" noValidate>
          <Intent value={intent} />
          <PlaceFields
            meetings={meetings}
            roles={[...DELEGATION, ...OTHERS]}
            sent={adding}
            idPrefix={adding ? '' : 'add-'}
          />
          <button type="submit" name="act" value="add_role" className="button">
            {t('team:person.add')}
          </button>
        </form>
      </details>
    </section>
  )
}

function ChangePlace({ place, sent, intent }: { place: HeldPlace } & Pick<PlacesProps, 'sent' | 'intent'>) {
  const { t } = useWords()
  const mine = sent?.values.membership === place.id ? sent : undefined
  const prefix = mine ? '' : `${place.id}-`
  const kin = DELEGATION.includes(place.role) ? DELEGATION : OTHERS
  const choices = kin.filter((role) => role !== place.role).map((role) => ({ value: role, words: t(`role.${role}`) }))
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t('team:person.change_role')}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="membership" value={place.id} />
        <SelectField
          sent={mine}
          name="role"
          label={t('team:person.new_role')}
          choices={choices}
          empty={t('team:choose')}
          idPrefix={prefix}
        />
        <AreaField sent={mine} name="why" label={t('team:why')} isOptional idPrefix={prefix} />
        <div className="row">
          <button type="submit" name="act" value="change_role" className="button">
            {t('team:person.change_role')}
          </button>
          <button type="submit" name="act" value="end_role" className="button second">
            {t('team:person.end')}
          </button>
        </div>
      </form>
    </details>
  )
}
