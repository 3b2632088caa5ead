// What a browser would send for answers: the fields of a section's form as urlencoded text.
import { randomUUID } from 'node:crypto'
import { partsOfCell } from '#surveys/answering/entering.ts'
import { formNames } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'

/** One question's part of a form. @param revision that the page showed; 0: nothing was there */
function entriesOf(field: Field, cell: Cell | undefined, revision: number): [string, string][] {
  const names = formNames(field.name)
  const entries: [string, string][] = [[names.revision, String(revision)]]
  const parts = cell?.absence ? [] : partsOfCell(field, cell, 'en')
  if (field.question.type === 'date') {
    const [day = '', month = '', year = ''] = parts
    entries.push([names.day, day], [names.month, month], [names.year, year])
  } else entries.push(...parts.map((part): [string, string] => [names.value, part]))
  if (field.question.absence.length > 0) entries.push([names.absence, cell?.absence ?? ''])
  if (field.question.comment) entries.push([names.comment, cell?.comment ?? ''])
  return entries
}

/** A whole section as its button "Save and continue" sends it. */
export function sectionForm(codebook: Codebook, section: string, cells: ReadonlyMap<string, Cell>): string {
  const fields = codebook.bySection.get(section) ?? []
  const entries = fields.flatMap((field) => entriesOf(field, cells.get(field.name), 0))
  return new URLSearchParams([['intent', randomUUID()], ['act', 'save'], ...entries]).toString()
}

/** One answer as it is saved a moment after it was changed. */
export function fieldForm(field: Field, cell: Cell, revision: number): string {
  return new URLSearchParams([
    ['intent', randomUUID()],
    ['act', 'stay'],
    ...entriesOf(field, cell, revision),
  ]).toString()
}
