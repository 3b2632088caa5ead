// What a section's page is made of, in reading order: notes, questions, groups with their items.
import { isGiven } from '#surveys/answering/cells.ts'
import type { Field, Group, Section } from '#surveys/definition/model.ts'
import type { AskedGroup, AskedItem, Block } from '../../../components/questions/group.ts'
import { askedOf, type Replying } from './asked-of.ts'
import { savedWords } from './reader.ts'
import { itemStanding } from './standings.ts'

/** @param open the field to lead to: the card that holds it is open */
export function blocksOf(section: Section, replying: Replying, open: string | null): Block[] {
  const fields = replying.codebook.bySection.get(section.key) ?? []
  return section.items.flatMap((item): Block[] => {
    if ('note' in item) return [{ kind: 'note', text: item.note }]
    if ('group' in item) return [{ kind: 'group', group: groupOf(item, fields, replying, open) }]
    const field = fields.find(({ name }) => name === item.key)
    return field ? [{ kind: 'question', field: field.name, asked: askedOf(field, replying) }] : []
  })
}

function groupOf(group: Group, all: readonly Field[], replying: Replying, open: string | null): AskedGroup {
  const fields = all.filter((field) => field.group?.group === group.group)
  const items = withOneOpen(itemsOf(fields, replying), group, open)
  const asked = items.filter(({ standing }) => standing.isAsked)
  const latest = fields
    .flatMap((field) => replying.cells.get(field.name) ?? [])
    .reduce<{ at: string; by: string } | null>((last, cell) => (last && last.at >= cell.at ? last : cell), null)
  return {
    group: { group: group.group, layout: group.layout, label: group.label },
    number: fields[0]?.number.split('.')[0] ?? '',
    items,
    progress: replying.reader.t('answer:group.progress', {
      done: asked.filter(({ standing }) => standing.mark === 'done').length,
      total: asked.length,
    }),
    saved: latest && savedWords(latest, replying.reader),
  }
}

function itemsOf(fields: readonly Field[], replying: Replying): AskedItem[] {
  const byItem = Map.groupBy(fields, (field) => field.item?.key ?? '')
  return [...byItem.values()].flatMap((ofItem) => {
    const item = ofItem[0]?.item
    if (!item) return []
    const { cells, judged, reader } = replying
    return [
      {
        item,
        asked: ofItem.map((field) => askedOf(field, replying)),
        standing: itemStanding(ofItem, cells, judged, reader),
        isOpen: false,
      },
    ]
  })
}

/** One card is open: the one that was asked for, one with something to put right, or the first that is not complete. */
function withOneOpen(items: readonly AskedItem[], group: Group, open: string | null): AskedItem[] {
  const wanted =
    items.find(({ item }) => open?.startsWith(`${group.group}.${item.key}.`)) ??
    items.find(({ asked }) => asked.some(({ problem, clash }) => problem !== null || clash !== null)) ??
    items.find(({ asked }) => asked.some(({ team }) => team !== null && !team.isAnswered)) ??
    items.find(({ standing }) => standing.isAsked && standing.mark !== 'done')
  return items.map((item) => (item === wanted ? { ...item, isOpen: true } : item))
}

/** Whether anything was entered in a section, so that its page says "saved" and not "nothing yet". */
export function lastSaved(section: string, { codebook, cells, reader }: Replying): string | null {
  const kept = (codebook.bySection.get(section) ?? []).flatMap(({ name }) => cells.get(name) ?? []).filter(isGiven)
  const last = kept.reduce<{ at: string; by: string } | null>((a, b) => (a && a.at >= b.at ? a : b), null)
  return last && savedWords(last, reader)
}
