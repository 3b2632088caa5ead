// The analysis part: that every answer it names exists, is of a kind that can play its part, and fits the others.
import { itemsOf } from '../codebook.ts'
import type { Questionnaire } from '../model.ts'
import type { Path, Refusal } from '../reading.ts'
import type { Judged } from './all.ts'
import { refusalsOfData } from './analysis-data.ts'
import { SLOTS, type Slot } from './analysis-slots.ts'
import { findQuestion, type Placed } from './places.ts'

/** Bindings to questions of the wrong kind or in the wrong place, and weights that do not fit their lists. */
export function refusalsOfAnalysis({ questionnaire }: Judged): Refusal[] {
  const parts = Object.entries(questionnaire.analysis) as [keyof typeof SLOTS, Record<string, unknown>][]
  return [
    ...parts.flatMap(([part, bound]) => refusalsOfPart(questionnaire, part, bound)),
    ...refusalsOfData(questionnaire),
  ]
}

function refusalsOfPart(
  questionnaire: Questionnaire,
  part: keyof typeof SLOTS,
  bound: Record<string, unknown>,
): Refusal[] {
  const slots = Object.entries(SLOTS[part])
  const anchor = findQuestion(questionnaire, String(bound[slots[0]?.[0] ?? '']))
  return slots.flatMap(([name, slot]) =>
    boundTo(bound[name], ['analysis', part, name]).flatMap(({ reference, path }) => {
      const placed = findQuestion(questionnaire, reference)
      if (!placed) return [{ path, message: `there is no question \`${reference}\`` }]
      const why = whyNot(questionnaire, placed, slot, anchor)
      return why ? [{ path, message: `\`${reference}\` cannot be ${name}: ${why}` }] : []
    }),
  )
}

function boundTo(value: unknown, path: Path): { reference: string; path: Path }[] {
  if (typeof value === 'string') return [{ reference: value, path }]
  if (!Array.isArray(value)) return []
  return value.map((reference, index) => ({ reference: String(reference), path: [...path, index] }))
}

function whyNot(questionnaire: Questionnaire, placed: Placed, slot: Slot, anchor?: Placed): string | undefined {
  const { question, group } = placed
  if (!slot.types.includes(question.type)) return `it is ${question.type}; expected ${slot.types.join(' or ')}`
  if (slot.isOrdered && 'list' in question) {
    const isOrdered = itemsOf(questionnaire, question.list).some((option) => option.value !== undefined)
    if (!isOrdered) return `the options of \`${question.list}\` have no \`value\``
  }
  const items = anchor?.group?.for_each
  switch (slot.place) {
    case 'some group':
      return group ? undefined : 'it stands in no group'
    case 'same group':
      return !anchor || group === anchor.group ? undefined : `expected a question of \`${anchor.group?.group}\``
    case 'same items':
      return !items || group?.for_each === items ? undefined : `expected a question of a group over \`${items}\``
    case 'over items':
      return !items || ('list' in question && question.list === items) ? undefined : `expected the list \`${items}\``
    case 'anywhere':
      return undefined
  }
}
