// The structure of a draft as its page lists it: every element with its address, its words, and how much is wrong in it.
import { type Address, ANALYSES, addressOfItem } from '#surveys/authoring/addresses.ts'
import type { DraftProblem } from '#surveys/authoring/judging.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Item, Questionnaire, Section, Text } from '#surveys/definition/model.ts'

export type OutlineLine = {
  readonly address: Address
  /** printed before it: `A`, `A3`, `A3.1`; empty where it has none */
  readonly number: string
  readonly title: Text | null
  /** its key, where it has no words of its own */
  readonly key: string
  readonly problems: number
  readonly inside: readonly OutlineLine[]
}
export type DraftOutline = {
  readonly head: OutlineLine
  readonly sections: readonly OutlineLine[]
  readonly lists: readonly OutlineLine[]
  readonly checks: readonly OutlineLine[]
  readonly analysis: readonly OutlineLine[]
}

export function outlineOf(draft: Questionnaire, problems: readonly DraftProblem[]): DraftOutline {
  const counts = Map.groupBy(problems, ({ address }) => address)
  const line = (address: Address, key: string, more: Partial<OutlineLine> = {}): OutlineLine => {
    return { address, key, number: '', title: null, inside: [], problems: counts.get(address)?.length ?? 0, ...more }
  }
  return {
    head: line('head', draft.questionnaire, { title: draft.title }),
    sections: draft.sections.map((section, index) => ofSection(section, letterOf(index), line)),
    lists: Object.keys(draft.lists)
      .filter((name) => !name.startsWith('yes_'))
      .map((name) => line(`list:${name}`, name)),
    checks: draft.checks.map(({ key, message }) => line(`check:${key}`, key, { title: message })),
    analysis: ANALYSES.map((name) => line(`analysis:${name}`, name)),
  }
}

type MakeLine = (address: Address, key: string, more?: Partial<OutlineLine>) => OutlineLine

function ofSection(section: Section, letter: string, line: MakeLine): OutlineLine {
  let count = 0
  const inside = section.items.map((item) => {
    const number = 'note' in item ? '' : `${letter}${++count}`
    return ofItem(addressOfItem(section, item), item, number, line)
  })
  return line(`section:${section.key}`, section.key, { number: letter, title: section.title, inside })
}

function ofItem(address: Address, item: Item, number: string, line: MakeLine): OutlineLine {
  if ('note' in item) return line(address, 'note', { title: item.note })
  if (!('group' in item)) return line(address, item.key, { number, title: item.label })
  const inside = item.questions.map(({ key, label }, index) => {
    return line(`question:${item.group}.${key}`, key, { number: `${number}.${index + 1}`, title: label })
  })
  return line(address, item.group, { number, title: item.label, inside })
}

/** All lines of the structure in reading order. */
export function linesOf({ head, sections, lists, checks, analysis }: DraftOutline): OutlineLine[] {
  const deep = (lines: readonly OutlineLine[]): OutlineLine[] => lines.flatMap((line) => [line, ...deep(line.inside)])
  return deep([head, ...sections, ...lists, ...checks, ...analysis])
}
