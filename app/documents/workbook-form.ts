// An answer of a workbook inside a form, under the names of the section's own form: read, judged and kept by the same rules.
import { partsOfCell } from '#surveys/answering/entering.ts'
import { formNames } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'

/** What a form sends without showing it, in order. */
export type Hidden = readonly (readonly [name: string, value: string])[]

/** @param how `language`: in which numbers are written; `revision`: of the cell that the page shows beside it */
export function hiddenFields(field: Field, cell: Cell, how: { language: string; revision: number }): Hidden {
  const names = formNames(field.name)
  const isDate = field.question.type === 'date'
  const dates = [names.day, names.month, names.year]
  return [
    ...partsOfCell(field, cell, how.language).map(
      (part, index) => [isDate ? (dates[index] ?? names.day) : names.value, part] as const,
    ),
    [names.absence, cell.absence ?? ''],
    ...(field.question.comment ? [[names.comment, cell.comment ?? ''] as const] : []),
    [names.revision, String(how.revision)],
  ]
}
