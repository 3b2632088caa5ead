// An answer of before in the terms of now: what may be offered again, and what its question no longer takes.
import type { Ledger, LedgerLine } from '#surveys/definition/comparison/ledger.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { emptyCell, isAnswered, isKeys, sameCell } from './cells.ts'
import type { Cell, Cells, Value } from './model.ts'
import { wrongOf } from './problems.ts'

/**
 * @param line what the ledger says of this field
 * @param field as it is now
 * @param cell as it was given
 * @param today ISO date by which limits are judged
 * @returns the same answer in the terms of now, valid as it stands; null where there is none
 */
export function carryCell(line: LedgerLine | undefined, field: Field, cell: Cell, today: string): Cell | null {
  if (!line || !isAnswered(cell)) return null
  const value = translated(line, field, cell.value)
  const { absence, comment, language } = cell
  if (value === null && absence === null) return null
  const carried: Cell = {
    ...emptyCell(field.name),
    value,
    absence,
    comment: field.question.comment ? comment : null,
    language,
  }
  return wrongOf(field, carried, false, today) === undefined ? carried : null
}

/** The value with the options of now; null where one was chosen that has no place any more, or nothing can be said. */
function translated({ comparability, maps }: LedgerLine, field: Field, value: Value | null): Value | null {
  switch (comparability) {
    case 'same':
    case 'reworded':
      return value
    case 'mapped': {
      if (value === null || maps === null) return value
      if (typeof value === 'string') return maps.get(value) ?? null
      if (!isKeys(value)) return value
      const keys = [...new Set(value.flatMap((key) => maps.get(key) ?? []))]
      if (keys.length === 0) return value.length === 0 ? value : null
      // A choice of several is kept in the order of its list, a ranking in its own.
      return field.question.type === 'multi' ? inListOrder(field, keys) : keys
    }
    case 'broken':
    case 'new':
    case 'withdrawn':
      return null
  }
}

const inListOrder = (field: Field, keys: readonly string[]) =>
  field.options.filter(({ key }) => keys.includes(key)).map(({ key }) => key)

/** What becomes of a draft when its round goes on with a later version; names of fields. */
export type MovingPlan = {
  /** answers that stay as they are */
  readonly kept: readonly string[]
  /** answers that count again once they are confirmed */
  readonly toConfirm: readonly string[]
  /** questions that were not asked before */
  readonly fresh: readonly string[]
  /** answers to questions that are no longer asked: they stay where they are, and count nowhere */
  readonly aside: readonly string[]
}

/** Every answer that was given is in exactly one of kept, to confirm, set aside. */
export function planMoving(ledger: Ledger, after: Codebook, cells: Cells, today: string): MovingPlan {
  const plan = { kept: [] as string[], toConfirm: [] as string[], fresh: [] as string[], aside: [] as string[] }
  for (const [name, line] of ledger) if (line.comparability === 'new') plan.fresh.push(name)
  for (const [name, cell] of cells) {
    if (cell.value === null && cell.absence === null && cell.typed === null && cell.comment === null) continue
    const field = after.byName.get(name)
    if (!field) plan.aside.push(name)
    else if (stays(ledger.get(name), field, cell, today)) plan.kept.push(name)
    else plan.toConfirm.push(name)
  }
  return plan
}

function stays(line: LedgerLine | undefined, field: Field, cell: Cell, today: string): boolean {
  if (line?.comparability !== 'same' && line?.comparability !== 'reworded') return false
  // What could not be read, or was a comment alone, waits for its author as before.
  if (!isAnswered(cell)) return true
  return sameCell(carryCell(line, field, cell, today) ?? undefined, {
    ...cell,
    comment: field.question.comment ? cell.comment : null,
  })
}
