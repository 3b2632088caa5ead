// Where every question of a questionnaire stands: in the file, in reading order, and by its key.
import type { Group, Question, Questionnaire } from '../model.ts'
import type { Path } from '../reading.ts'

/** A question, or the group around it, counts once in reading order, whatever the number of its items. */
export type Placed = {
  readonly question: Question
  readonly path: Path
  readonly order: number
  readonly group?: Group
}

export type PlacedGroup = {
  readonly group: Group
  readonly path: Path
  readonly order: number
  readonly questions: ReadonlyMap<string, Placed>
}

export type Places = {
  /** in reading order, those of groups included */
  readonly all: readonly Placed[]
  /** outside groups, by key */
  readonly alone: ReadonlyMap<string, Placed>
  readonly groups: ReadonlyMap<string, PlacedGroup>
}

const known = new WeakMap<Questionnaire, Places>()

/** Computed once per questionnaire: every rule asks for it. */
export function placesOf(questionnaire: Questionnaire): Places {
  const places = known.get(questionnaire) ?? findPlaces(questionnaire)
  known.set(questionnaire, places)
  return places
}

/** @param reference `question`, or `group.question` */
export function findQuestion(questionnaire: Questionnaire, reference: string): Placed | undefined {
  const [first = '', second] = reference.split('.')
  const { alone, groups } = placesOf(questionnaire)
  return second === undefined ? alone.get(first) : groups.get(first)?.questions.get(second)
}

function findPlaces(questionnaire: Questionnaire): Places {
  const all: Placed[] = []
  const alone = new Map<string, Placed>()
  const groups = new Map<string, PlacedGroup>()
  let order = 0
  for (const [section, { items }] of questionnaire.sections.entries()) {
    for (const [index, item] of items.entries()) {
      if ('note' in item) continue
      const path = ['sections', section, 'items', index]
      order++
      if ('group' in item) {
        const placed = item.questions.map((question, place) => ({
          question,
          path: [...path, 'questions', place],
          order,
          group: item,
        }))
        all.push(...placed)
        groups.set(item.group, { group: item, path, order, questions: byKey(placed) })
      } else {
        const placed = { question: item, path, order }
        all.push(placed)
        alone.set(item.key, placed)
      }
    }
  }
  return { all, alone, groups }
}

function byKey(placed: readonly Placed[]): Map<string, Placed> {
  return new Map(placed.map((entry) => [entry.question.key, entry]))
}
