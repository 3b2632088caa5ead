// The sign of the house: one place per delegation, the taken ones filled, those that gave no answer hatched.
import { times } from './charts/times.ts'

/** Said in words beside it, therefore silent. */
export function Seats({ taken, absent = 0, of }: { taken: number; absent?: number; of: number }) {
  return (
    <span className="seats" aria-hidden="true">
      {times(of, (place) => (
        <i key={place} className={place < taken ? 'on' : place >= of - absent ? 'gone' : undefined} />
      ))}
    </span>
  )
}
