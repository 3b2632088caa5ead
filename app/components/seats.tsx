// The sign of the house: one place per delegation, the taken ones filled, those that gave no answer hatched.
import { times } from './charts/times.ts'

/** More places than a line can hold are not drawn: each then stands for several delegations. */
const MOST = 200

/** Said in words beside it, therefore silent. */
export function Seats({ taken, absent = 0, of }: { taken: number; absent?: number; of: number }) {
  const each = Math.max(1, of / MOST)
  const places = Math.round(of / each)
  // Whoever is there is seen, and all places are taken only when all delegations are there.
  const standingFor = (count: number) => (count === 0 ? 0 : Math.max(1, Math.floor(count / each)))
  const [on, gone] = [standingFor(taken), places - standingFor(absent)]
  return (
    <span className="seats" aria-hidden="true">
      {times(places, (place) => (
        <i key={place} className={place < on ? 'on' : place >= gone ? 'gone' : undefined} />
      ))}
    </span>
  )
}
