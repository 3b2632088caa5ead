// The sentence over the gaps.
import type { GapRow } from './gaps.ts'
import type { Finding } from './model.ts'
import type { ObstacleTable } from './obstacles.ts'

/** @param rows widest gap first */
export function gapsFinding(rows: readonly GapRow[], obstacles: readonly ObstacleTable[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  if (rows.length === 0) return obstaclesFinding(obstacles)
  const told = rows.filter((row) => row.gap !== undefined)
  const [first, second, third] = told
  if (!first) return { code: 'too_few' }
  if ((first.gap ?? 0) === 0) return { code: 'gaps_none', numbers: { count: told.length } }
  const texts = { first: first.area.label, second: second?.area.label ?? {} }
  const numbers = { gap: first.gap ?? 0 }
  if (first.gap !== second?.gap) return { code: 'gaps_widest', texts, numbers }
  if (second?.gap !== third?.gap) return { code: 'gaps_pair', texts, numbers }
  const count = told.filter((row) => row.gap === first.gap).length
  return { code: 'gaps_many', numbers: { ...numbers, count } }
}

/** Where only obstacles are asked for: what stands in the way most often. */
function obstaclesFinding(obstacles: readonly ObstacleTable[]): Finding {
  const [table] = obstacles
  const [first, second] = table?.rows ?? []
  if (!table || !first) return { code: table?.isHidden ? 'too_few' : 'obstacles_none' }
  const texts = { first: first.option.label, second: second?.option.label ?? {} }
  const numbers = { k: first.countries, n: table.base.n }
  return { code: second?.countries === first.countries ? 'obstacles_pair' : 'obstacles_first', texts, numbers }
}
