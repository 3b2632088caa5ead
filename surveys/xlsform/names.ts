// Names for the rows of an XLSForm: unique over the whole form, while keys are unique in their group only.
import type { Questionnaire } from '../definition/model.ts'

/** By address: `section/<key>`, `group/<group>`, `<question>`, `<group>.<question>`. */
export type Names = ReadonlyMap<string, string>

export function namesOf({ sections }: Questionnaire): Names {
  const [names, taken] = [new Map<string, string>(), new Set<string>()]
  const give = (address: string, wanted: readonly string[]) => {
    const free = wanted.find((name) => !taken.has(name)) ?? numbered(wanted.at(-1) ?? 'name', taken)
    taken.add(free)
    names.set(address, free)
  }
  const items = sections.flatMap((section) => section.items)
  // Questions first: it is their names that colleagues meet again in the data.
  for (const item of items) if ('key' in item) give(item.key, [item.key])
  for (const item of items) if ('group' in item) give(`group/${item.group}`, [item.group, `${item.group}_group`])
  for (const item of items) {
    if (!('group' in item)) continue
    for (const { key } of item.questions) give(`${item.group}.${key}`, [key, `${item.group}_${key}`])
    give(`item/${item.group}`, [`${item.group}_item`])
  }
  for (const { key } of sections) {
    give(`section/${key}`, [key, `${key}_section`])
    give(`intro/${key}`, [`${key}_intro`])
  }
  let notes = 0
  for (const [at, section] of sections.entries()) {
    for (const [index, item] of section.items.entries())
      if ('note' in item) give(`note/${at}/${index}`, [`note_${++notes}`])
  }
  return names
}

/** The name with the first number that makes it unique. */
export function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`
}
