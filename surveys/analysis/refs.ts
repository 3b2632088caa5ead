// From the words of a questionnaire's `analysis` part (`question` or `group.question`) to fields of the codebook.
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { ABSENCES, type Absence, type Codebook, type Field, type Option } from '#surveys/definition/model.ts'

/** `question`, or `group.question` for a question inside a group: one name per question, however many items it has. */
export function refOf(field: Field): string {
  return field.group ? `${field.group.group}.${field.question.key}` : field.question.key
}

/** Fields by the name of their question, and of its items: a codebook never changes, and is asked for every delegation. */
type Places = ReadonlyMap<string, { readonly fields: readonly Field[]; readonly byItem: ReadonlyMap<string, Field> }>
const known = new WeakMap<Codebook, Places>()

function placesOf(codebook: Codebook): Places {
  const found = known.get(codebook)
  if (found) return found
  const places = new Map(
    [...Map.groupBy(codebook.fields, refOf)].map(([ref, fields]) => {
      const byItem = new Map(fields.flatMap((field) => (field.item ? [[field.item.key, field] as const] : [])))
      return [ref, { fields, byItem }] as const
    }),
  )
  known.set(codebook, places)
  return places
}

/** The fields of one question in reading order: one, or one per item of its group; none when the question is not there. */
export function fieldsAt(codebook: Codebook, ref: string | undefined): readonly Field[] {
  return ref === undefined ? [] : (placesOf(codebook).get(ref)?.fields ?? [])
}

/** The field of a question inside a group at one item. */
export function fieldAt(codebook: Codebook, ref: string | undefined, item: string): Field | undefined {
  return ref === undefined ? undefined : placesOf(codebook).get(ref)?.byItem.get(item)
}

/** The questions of a codebook in reading order, each once, with the field of its first item. */
export function questionsOf(codebook: Codebook): readonly Field[] {
  const first = new Map<string, Field>()
  for (const field of codebook.fields) if (!first.has(refOf(field))) first.set(refOf(field), field)
  return [...first.values()]
}

/** The option that a cell holds, for questions with one choice; undefined when there is none. */
export function chosen(field: Field | undefined, cells: Cells): Option | undefined {
  const value = field && cells.get(field.name)?.value
  return typeof value === 'string' ? field?.options.find((option) => option.key === value) : undefined
}

/** The option keys that a cell of a multi or a ranking holds, those of the list only; undefined when unanswered. */
export function chosenKeys(field: Field, cell: Pick<Cell, 'value'> | undefined): readonly string[] | undefined {
  if (!Array.isArray(cell?.value)) return undefined
  const keys = cell.value.filter((key): key is string => typeof key === 'string')
  return keys.filter((key) => field.options.some((option) => option.key === key))
}

/** Why there is no answer, where the delegation said so. */
export function absenceAt(field: Field | undefined, cells: Cells): Absence | null {
  return (field && cells.get(field.name)?.absence) ?? null
}

/** The text that a cell holds, and its language; undefined when there is none. */
export function textAt(field: Field | undefined, cells: Cells): { words: string; language: string | null } | undefined {
  const cell = field && cells.get(field.name)
  return typeof cell?.value === 'string' && cell.value !== ''
    ? { words: cell.value, language: cell.language }
    : undefined
}

/** How many gave which reason for not answering. */
export function tallyAbsences(absences: readonly (Absence | null)[]): Readonly<Record<Absence, number>> {
  const counts = { na: 0, nap: 0, pns: 0 }
  for (const absence of ABSENCES) counts[absence] = absences.filter((one) => one === absence).length
  return counts
}

/** A level of an ordered list, by its value. */
export type Level = { readonly value: number; readonly option: Option }

/** The options that have a value, ascending. */
export function levelsOf(field: Field | undefined): Level[] {
  const valued = (field?.options ?? []).flatMap((option) =>
    option.value === undefined ? [] : [{ value: option.value, option }],
  )
  return valued.sort((a, b) => a.value - b.value)
}
