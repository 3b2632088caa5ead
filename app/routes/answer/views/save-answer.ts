// What a save is answered with: every place of the page that may have changed, in words.
import { isGiven } from '#surveys/answering/cells.ts'
import { partsOfCell } from '#surveys/answering/entering.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import type { Section } from '#surveys/definition/model.ts'
import { answerLines } from '../../../components/answering/answer-lines.ts'
import type { SaveAnswer, SavedField } from '../../../components/answering/save-answer.ts'
import type { Asked } from '../../../components/questions/asked.ts'
import type { AskedGroup, Block } from '../../../components/questions/group.ts'
import type { Replying } from './asked-of.ts'
import { blocksOf, lastSaved } from './blocks.ts'
import { outlineOf } from './outline.ts'

export type Saving = {
  readonly section: Section
  readonly replying: Replying
  /** names of the fields that were sent */
  readonly posted: readonly string[]
  /** by field, the revision that the page shows where a colleague's newer one is kept */
  readonly behind: ReadonlyMap<string, number>
  /** the field whose conflict was decided: its control must show what stands now */
  readonly chosen: string | null
  /** why nothing was kept, in words */
  readonly refused: string | null
}

export function saveAnswer({ section, replying, posted, behind, chosen, refused }: Saving): SaveAnswer {
  const { codebook, cells, reader, base } = replying
  const blocks = blocksOf(section, replying, null)
  const asked = new Map(blocks.flatMap(askedIn).map((one) => [one.field.name, one]))
  const aside = [...asked.values()].filter(({ applies, cell }) => !applies && isGiven(cell ?? undefined))
  const progress = progressOf(codebook, cells, reader.today)
  const outline = outlineOf({ codebook, progress, base, reader, seen: [], asked: replying.asked, assignments: [] })
  const groups = blocks.flatMap((block) => (block.kind === 'group' ? [block.group] : []))
  return {
    status: refused ?? statusOf(section, replying),
    isKept: refused === null,
    hasClashes: replying.clashes.size > 0,
    fields: Object.fromEntries(
      posted.flatMap((name) => fieldOf(asked.get(name), name === chosen, replying, behind.get(name))),
    ),
    applies: [...asked.values()].filter(({ applies }) => applies).map(({ field }) => field.name),
    required: [...asked.values()].filter(({ isRequired }) => isRequired).map(({ field }) => field.name),
    aside: Object.fromEntries(
      aside.map(({ field, cell }) => [field.name, answerLines(field, cell ?? undefined, reader).lines]),
    ),
    items: Object.fromEntries(groups.flatMap(itemsOf)),
    groups: Object.fromEntries(groups.map((group) => [group.group.group, groupOf(group)])),
    sections: Object.fromEntries(outline.sections.map(({ key, standing }) => [key, standing])),
    progress: outline.progress,
    next: {
      href: outline.next ?? `${base}/check`,
      words: reader.t(outline.next === null ? 'answer:outline.to_check' : 'answer:outline.next'),
    },
  }
}

function statusOf(section: Section, replying: Replying): string {
  const { t } = replying.reader
  if (replying.clashes.size > 0) return t('answer:saved.choose')
  return lastSaved(section.key, replying) ?? t('answer:saved.all')
}

function fieldOf(
  one: Asked | undefined,
  isChosen: boolean,
  { reader }: Replying,
  shown: number | undefined,
): [string, SavedField][] {
  if (!one) return []
  const { field, cell, base, saved, problem, clash } = one
  const parts = isChosen && clash === null ? partsOfCell(field, cell ?? undefined, reader.language) : null
  return [[field.name, { revision: shown ?? base, saved, problem, clash, parts }]]
}

const askedIn = (block: Block): readonly Asked[] => {
  if (block.kind === 'question') return [block.asked]
  return block.kind === 'group' ? block.group.items.flatMap(({ asked }) => asked) : []
}

const itemsOf = ({ group, items }: AskedGroup) =>
  items.map(({ item, standing }) => [`${group.group}.${item.key}`, standing] as const)

const groupOf = ({ items, progress, saved }: AskedGroup) => ({
  progress,
  isEmpty: items.every(({ standing }) => !standing.isAsked),
  saved,
})
