// Bringing back an answer that is set aside: which earlier answers, put back, let it apply again.
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { decidersOf, standing } from './applicability.ts'
import { emptyCell, sameCell } from './cells.ts'
import type { Cell, Cells } from './model.ts'

/** One row of the history: what a cell said from then on. `at`: ISO 8601, UTC. */
export type Past = Cell & { readonly revision: number; readonly at: string }

/**
 * Looks back through the history for the latest moment at which the field applied, and names the answers to put back,
 * as few as needed:
 * mostly one, the deciding answer; two where both have changed since.
 * @param history rows of this response in any order; those of other fields than the deciding ones are ignored
 * @param today ISO date
 * @returns the rows to put back, in reading order; undefined when the field applies, or when it never did
 */
export function restoreSuggestion<P extends Past>(
  codebook: Codebook,
  cells: Cells,
  field: Field,
  history: readonly P[],
  today: string,
): P[] | undefined {
  const appliesWith = (past: ReadonlyMap<string, P>) =>
    standing(codebook, new Map<string, Cell>([...cells, ...past]), today).applies(field)
  if (appliesWith(new Map())) return undefined
  const deciders = new Set(allDecidersOf(codebook, field).map(({ name }) => name))
  const rows = history.filter((row) => deciders.has(row.field)).sort(byTime)
  for (let moment = rows.length - 1; moment >= 0; moment -= 1) {
    const past = stateAt(rows, moment, cells)
    if (appliesWith(past)) return inReadingOrder(codebook, fewest(past, appliesWith))
  }
  return undefined
}

/** What was saved together has one time; of one field, its revisions tell the order. */
function byTime(a: Past, b: Past): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.revision - b.revision
}

/** The deciding fields, those that decide whether they apply, and so on. */
function allDecidersOf(codebook: Codebook, field: Field): Field[] {
  const found = new Map<string, Field>()
  const open = decidersOf(codebook, field)
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next.name)) continue
    found.set(next.name, next)
    open.push(...decidersOf(codebook, next))
  }
  return [...found.values()]
}

/** What the deciding fields said at a moment, as far as they say something else now. */
function stateAt<P extends Past>(rows: readonly P[], moment: number, cells: Cells): Map<string, P> {
  const state = new Map<string, P>()
  for (const row of rows.slice(0, moment + 1)) state.set(row.field, row)
  for (const [name, row] of state) {
    if (sameCell(row, cells.get(name) ?? emptyCell(name))) state.delete(name)
  }
  return state
}

/** Leaves out every row without which the field applies all the same. */
function fewest<P>(
  past: ReadonlyMap<string, P>,
  isEnough: (past: ReadonlyMap<string, P>) => boolean,
): ReadonlyMap<string, P> {
  let kept = past
  for (const name of past.keys()) {
    const without = new Map([...kept].filter(([other]) => other !== name))
    if (isEnough(without)) kept = without
  }
  return kept
}

function inReadingOrder<P>(codebook: Codebook, past: ReadonlyMap<string, P>): P[] {
  return codebook.fields.flatMap((field) => past.get(field.name) ?? [])
}
