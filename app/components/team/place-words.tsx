// A place in words: the role, the delegation, the meeting.
import type { Place } from '../../routes/team/places.server.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export function PlaceWords({ place: { role, country, meeting } }: { place: Place }) {
  const { t } = useWords()
  return (
    <>
      {t(`role.${role}`)}
      {country && (
        <>
          {' · '}
          <Said text={country} />
        </>
      )}{' '}
      <span className="fine">{meeting ? <Said text={meeting} /> : t('team:people.all_meetings')}</span>
    </>
  )
}
