// One square per delegation in the order of the states: never of countries.
import type { MeasureRow, Readiness } from '#surveys/analysis/readiness.ts'
import { shadeOf } from './shades.ts'
import { times } from './times.ts'

export function Squares({ row, readiness }: { row: MeasureRow; readiness: Readiness }) {
  const shades = shadesOf(row, readiness)
  return (
    <span className="units" aria-hidden="true">
      {times(shades.length, (place) => (
        <i key={place} className={shades[place]} />
      ))}
    </span>
  )
}

function shadesOf(row: MeasureRow, readiness: Readiness): string[] {
  const { na, nap, pns } = row.absences
  const done = row.states.find(({ option }) => option.key === readiness.done)?.count ?? 0
  const others = [...row.states].reverse().filter(({ option }) => option.key !== readiness.done)
  const drawn = others.map(({ option, count }) => ({ shade: shadeOf(readiness, option.key), count }))
  const counted = drawn.filter(({ shade }) => shade !== 'ab')
  const excluded = drawn.filter(({ shade }) => shade === 'ab').reduce((sum, { count }) => sum + count, 0)
  return [
    ...times(row.evidenced, () => 'im'),
    ...times(done - row.evidenced, () => 'de'),
    ...counted.flatMap(({ shade, count }) => times(count, () => shade)),
    ...times(excluded + na + nap + pns, () => 'ab'),
  ]
}
