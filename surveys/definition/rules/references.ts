// What a reference in an expression means, and whether it may be looked at from where it stands.
import { itemsOf } from '../codebook.ts'
import type { Group, Option, Questionnaire, Ref } from '../model.ts'
import { type Placed, placesOf } from './places.ts'

/** Where an expression stands, and what it may look at. */
export type Outlook = {
  readonly questionnaire: Questionnaire
  /** the highest version of each questionnaire, by slug */
  readonly newest: ReadonlyMap<string, Questionnaire>
  /** the group at whose items it is judged */
  readonly group?: Group
  /** the question that it belongs to; a check belongs to none, and may look at everything */
  readonly asking?: Placed
}

export type Meant = { readonly placed: Placed; readonly options: readonly Option[] }

/** @returns the question that is meant, or why the reference is refused */
export function meantBy(ref: Ref, outlook: Outlook): Meant | string {
  const { questionnaire } = outlook
  if (ref.source === undefined) {
    const placed = placedOf(ref, questionnaire, outlook)
    if (typeof placed === 'string') return placed
    const refused = outlook.asking && refusedFrom(outlook.asking, placed, ref)
    return refused ?? meant(placed, questionnaire)
  }
  if (outlook.asking) return 'another round or questionnaire can be looked at in `checks` only'
  const other = ref.source === 'previous' ? questionnaire : outlook.newest.get(ref.source)
  if (!other)
    return `there is no questionnaire \`${ref.source}\`; expected one of previous, ${[...outlook.newest.keys()].join(', ')}`
  if (ref.source === questionnaire.questionnaire)
    return `this is the same questionnaire; write \${${shown({ ...ref, source: undefined })}}`
  const placed = placedOf(ref, other, outlook)
  return typeof placed === 'string' ? placed : meant(placed, other)
}

/** As it is written between the braces. */
export function shown({ source, group, item, key }: Ref): string {
  return `${source ? `${source}:` : ''}${group ? `${group}[${item}].` : ''}${key}`
}

function meant(placed: Placed, questionnaire: Questionnaire): Meant {
  const { question } = placed
  return { placed, options: 'list' in question ? itemsOf(questionnaire, question.list) : [] }
}

function placedOf(ref: Ref, questionnaire: Questionnaire, outlook: Outlook): Placed | string {
  const { alone, groups } = placesOf(questionnaire)
  if (ref.group === undefined) {
    const isAtHere = questionnaire === outlook.questionnaire && outlook.group
    const here = isAtHere ? groups.get(outlook.group.group)?.questions.get(ref.key) : undefined
    return here ?? alone.get(ref.key) ?? unknownKey(ref, questionnaire)
  }
  const found = groups.get(ref.group)
  if (!found) return `there is no group \`${ref.group}\`; ${oneOf(groups.keys())}`
  const placed = found.questions.get(ref.key)
  if (!placed) return `group \`${ref.group}\` has no question \`${ref.key}\`; ${oneOf(found.questions.keys())}`
  return refusedItem(ref, found.group, questionnaire, outlook) ?? placed
}

function refusedItem(ref: Ref, group: Group, questionnaire: Questionnaire, outlook: Outlook): string | undefined {
  const keys = itemsOf(questionnaire, group.for_each).map((item) => item.key)
  if (ref.item !== 'item') {
    return keys.includes(ref.item ?? '') ? undefined : `\`${ref.item}\` is not an item of \`${group.for_each}\``
  }
  if (!outlook.group) return '`[item]` is the same item of another group; here is no item. Name one'
  const items = itemsOf(outlook.questionnaire, outlook.group.for_each)
  const isOver = outlook.group.for_each === group.for_each && items.every((item) => keys.includes(item.key))
  return isOver
    ? undefined
    : `\`[item]\` needs a group over \`${outlook.group.for_each}\`; \`${group.group}\` is over \`${group.for_each}\``
}

function unknownKey({ key }: Ref, questionnaire: Questionnaire): string {
  const inside = [...placesOf(questionnaire).groups.values()].find(({ questions }) => questions.has(key))
  const hint = inside ? `; \${${inside.group.group}[…].${key}} names one item of that group` : ''
  return `there is no question \`${key}\`${hint}`
}

/** A condition looks back: at what stands earlier, or at the same item. */
function refusedFrom(asking: Placed, placed: Placed, ref: Ref): string | undefined {
  const isSameGroup = placed.group !== undefined && placed.group === asking.group
  const isElsewhere = isSameGroup && ref.item !== undefined && ref.item !== 'item'
  const name = `\`${shown(ref)}\``
  if (isElsewhere) return `${name} is another item of the same group; expected the same item, or an earlier question`
  if (placed.question === asking.question) return `${name} is the question itself`
  if (isSameGroup || placed.order < asking.order) return undefined
  return `${name} stands later; expected an earlier question, or the same item`
}

function oneOf(names: Iterable<string>): string {
  return `expected one of ${[...names].join(', ')}`
}
