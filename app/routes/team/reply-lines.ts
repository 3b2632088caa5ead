// A section of a submitted reply as rows to read: questions by themselves, or the answers for one item together.
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Text } from '#surveys/definition/model.ts'
import type { Evidence } from './reply.server.ts'

/** A field without its compiled expressions, which a page does not need. */
export type ReadField = Pick<Field, 'name' | 'number' | 'options' | 'question'>
export type Judged = { readonly measure: string; readonly decision: Evidence | null }
export type ReadLine = {
  readonly field: ReadField
  readonly cell: Cell | null
  /** on the last line of a measure's evidence: the field of its status, and the decision, null as long as there is none */
  readonly judged?: Judged
}
export type ReadGroup = {
  readonly key: string
  /** the label of the group, said before its first item; null for questions by themselves */
  readonly label: Text | null
  readonly item: Text | null
  readonly lines: readonly ReadLine[]
}

/** Fields that do not apply have no cell and no line, unless nothing at all was answered for an item. */
export function readGroups(
  fields: readonly Field[],
  cells: ReadonlyMap<string, Cell>,
  judged: ReadonlyMap<string, Judged>,
): ReadGroup[] {
  const groups: { key: string; label: Text | null; item: Text | null; lines: ReadLine[] }[] = []
  const seen = new Set<string>()
  for (const field of fields) {
    const cell = cells.get(field.name) ?? null
    if (!cell) continue
    const key = field.group ? `${field.group.group}.${field.item?.key}` : 'questions'
    let group = groups.at(-1)
    if (group?.key !== key) {
      const isFirst = field.group !== undefined && !seen.has(field.group.group)
      if (field.group) seen.add(field.group.group)
      group = { key, label: isFirst ? (field.group?.label ?? null) : null, item: field.item?.label ?? null, lines: [] }
      groups.push(group)
    }
    const { name, number, options, question } = field
    group.lines.push({ field: { name, number, options, question }, cell, judged: judged.get(name) })
  }
  return groups
}
