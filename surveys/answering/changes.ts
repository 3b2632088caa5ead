// What a later version of a reply says otherwise than an earlier one, question by question.
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { isGiven, sameCell } from './cells.ts'
import type { Cell, Cells } from './model.ts'

export type Change = {
  readonly field: Field
  /** undefined: nothing was said */
  readonly before: Cell | undefined
  readonly after: Cell | undefined
}

/**
 * The fields that do not say the same, in reading order.
 * @param applies leaves out what is set aside now: it counts as not said
 */
export function changesBetween(
  codebook: Codebook,
  before: Cells,
  after: Cells,
  applies: (field: Field) => boolean = () => true,
): Change[] {
  return codebook.fields.flatMap((field) => {
    const then = saidIn(before.get(field.name))
    const now = applies(field) ? saidIn(after.get(field.name)) : undefined
    return sameCell(then, now) ? [] : [{ field, before: then, after: now }]
  })
}

const saidIn = (cell: Cell | undefined): Cell | undefined => (isGiven(cell) ? cell : undefined)
