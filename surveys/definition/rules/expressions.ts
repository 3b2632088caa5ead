// Every expression of a questionnaire: that it can be read, looks only where it may, and never in a circle.
import { references } from '../expression.ts'
import type { Check, Expression, Questionnaire } from '../model.ts'
import { Parser } from '../parser.ts'
import type { Path, Refusal } from '../reading.ts'
import { ExpressionError } from '../tokens.ts'
import type { Judged } from './all.ts'
import { type Placed, type PlacedGroup, placesOf } from './places.ts'
import type { Outlook } from './references.ts'
import { faultsOf } from './types.ts'

/** show_if and required of every question, `when` of every check. */
export function refusalsOfExpressions({ questionnaire, newest }: Judged): Refusal[] {
  const { all, groups } = placesOf(questionnaire)
  const outlook = { questionnaire, newest }
  return [
    ...all.flatMap((placed) => refusalsOfQuestion(placed, outlook)),
    ...[...groups.values()].flatMap(refusalsOfCircles),
    ...questionnaire.checks.flatMap((check, index) => refusalsOfCheck(check, ['checks', index], outlook)),
  ]
}

function refusalsOfQuestion(placed: Placed, around: Outlook): Refusal[] {
  const { question, path, group } = placed
  const outlook: Outlook = { ...around, asking: placed, ...(group && { group }) }
  return [
    ...(question.show_if === undefined ? [] : judge(question.show_if, [...path, 'show_if'], outlook)),
    ...(typeof question.required === 'string' ? judge(question.required, [...path, 'required'], outlook) : []),
  ]
}

function refusalsOfCheck(check: Check, path: Path, around: Outlook): Refusal[] {
  const { alone, groups } = placesOf(around.questionnaire)
  if (check.in === undefined) {
    const isThere = alone.has(check.at)
    const at = isThere ? [] : [{ path: [...path, 'at'], message: noQuestion(check.at, around.questionnaire) }]
    return [...at, ...judge(check.when, [...path, 'when'], around)]
  }
  const found = groups.get(check.in)
  if (!found) return [{ path: [...path, 'in'], message: `there is no group \`${check.in}\`` }]
  const at = found.questions.has(check.at)
    ? []
    : [{ path: [...path, 'at'], message: `group \`${check.in}\` has no question \`${check.at}\`` }]
  return [...at, ...judge(check.when, [...path, 'when'], { ...around, group: found.group })]
}

function noQuestion(key: string, questionnaire: Questionnaire): string {
  const inside = [...placesOf(questionnaire).groups.values()].find(({ questions }) => questions.has(key))
  return `there is no question \`${key}\`${inside ? ` outside groups; say \`in: ${inside.group.group}\`` : ''}`
}

function judge(source: string, path: Path, outlook: Outlook): Refusal[] {
  try {
    const parser = new Parser(source)
    const faults = faultsOf(parser.whole(), outlook)
    return faults.map(({ at, message }) => ({ path, message, offset: parser.offsets.get(at) ?? 0 }))
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return [{ path, message: error.message, offset: error.offset }]
  }
}

/** Only within a group can conditions wait for each other: everywhere else they look back. */
function refusalsOfCircles({ questions, group }: PlacedGroup): Refusal[] {
  const lookedAt = new Map<string, string[]>()
  for (const [key, { question }] of questions) lookedAt.set(key, keysIn(question.show_if, group.group, questions))
  const refusals: Refusal[] = []
  for (const [key, { path }] of questions) {
    const circle = circleFrom(key, lookedAt)
    if (circle) refusals.push({ path: [...path, 'show_if'], message: `this goes in a circle: ${circle.join(' → ')}` })
  }
  return refusals
}

function keysIn(source: string | undefined, group: string, questions: PlacedGroup['questions']): string[] {
  const expression = source === undefined ? undefined : read(source)
  return (expression ? references(expression) : [])
    .filter((ref) => ref.source === undefined && (ref.group ?? group) === group && questions.has(ref.key))
    .map((ref) => ref.key)
}

function read(source: string): Expression | undefined {
  try {
    return new Parser(source).whole()
  } catch {
    // Refused already, with its place; a circle cannot be seen in it.
    return undefined
  }
}

/** @returns the keys from the question back to itself, or undefined; a question that looks at itself is refused elsewhere */
function circleFrom(start: string, lookedAt: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const visited = new Set<string>()
  const follow = (key: string, trail: readonly string[]): string[] | undefined => {
    for (const next of lookedAt.get(key) ?? []) {
      if (next === start && trail.length > 1) return [...trail, next]
      if (next === start || visited.has(next)) continue
      visited.add(next)
      const circle = follow(next, [...trail, next])
      if (circle) return circle
    }
    return undefined
  }
  return follow(start, [start])
}
