// One's own roles: which one acts here, and the others one may act in.
import type { Place } from '../../routes/team/places.server.ts'
import { PlaceWords } from '../team/place-words.tsx'
import { useWords } from '../words.tsx'

export type OwnRole = {
  readonly id: string
  readonly isCurrent: boolean
  readonly place: Place
  /** in words, for whoever hears the button without its line */
  readonly spoken: string
}

export function OwnRoles({ roles }: { roles: readonly OwnRole[] }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="roles">
      <h2 id="roles">{t('profile:roles.heading')}</h2>
      {roles.length === 0 && <p>{t('profile:roles.none')}</p>}
      <ul role="list" className="tasks">
        {roles.map(({ id, isCurrent, place, spoken }) => (
          <li key={id}>
            <span>
              <PlaceWords place={place} />
            </span>
            {isCurrent && roles.length > 1 && <span className="state done">{t('profile:roles.here')}</span>}
            {!isCurrent && (
              <form method="post">
                <input type="hidden" name="membership" value={id} />
                <button
                  type="submit"
                  name="act"
                  value="role"
                  className="button second small"
                  aria-label={`${t('profile:roles.act')}: ${spoken}`}
                >
                  {t('profile:roles.act')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
