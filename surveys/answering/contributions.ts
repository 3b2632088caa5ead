// Contributions: what several institutions of a country answer to one question, before there is one national answer.
import type { Field, QuestionType } from '#surveys/definition/model.ts'
import { emptyCell, isAnswered, isAttachments, isGiven, isKeys, sameCell, sameValue } from './cells.ts'
import type { Attachment, Cell, KeptCell, Value } from './model.ts'
import { mergeTexts } from './together.ts'

/** `revision` counts all contributions to a question, from 1, whichever institution they come from. */
export type Contribution = KeptCell & { readonly institution: string }

/** What each institution says now: its youngest contribution. Those that say nothing any more are left out. */
export function sayingNow(contributions: readonly Contribution[]): Contribution[] {
  const byName = new Map<string, Contribution>()
  for (const one of contributions) {
    const known = byName.get(one.institution)
    if (!known || known.revision < one.revision) byName.set(one.institution, one)
  }
  return [...byName.values()].filter(isGiven).sort((a, b) => (a.institution < b.institution ? -1 : 1))
}

/** How many different answers there are among them; comments do not make answers differ. */
export function differentAnswers(cells: readonly Cell[]): number {
  const different: Cell[] = []
  for (const cell of cells.filter(isAnswered)) {
    const answer = { ...cell, comment: null }
    if (!different.some((one) => sameCell(one, answer))) different.push(answer)
  }
  return different.length
}

/**
 * Several answers to a question as one: texts one after the other, choices united, orders continued, documents side by
 * side. Of answers that cannot be put together, such as numbers, the first stands; a reason for not answering gives way.
 * @returns undefined when nobody answered
 */
export function mergedOf({ name, question }: Field, cells: readonly Cell[]): Cell | undefined {
  const given = cells.filter(isAnswered)
  const [first, ...others] = given.filter(({ value }) => value !== null)
  const comments = given.flatMap(({ comment }) => comment ?? [])
  const comment = comments.length > 0 ? comments.reduce((all, one) => mergeTexts(all, one)) : null
  if (!first) return given[0] && { ...emptyCell(name), absence: given[0].absence, comment, language: given[0].language }
  const value = others.reduce<Value | null>((all, { value: one }) => together(question.type, all, one), first.value)
  return { ...emptyCell(name), value, comment, language: first.language }
}

function together(type: QuestionType, all: Value | null, one: Value | null): Value | null {
  switch (type) {
    case 'text':
      return mergeTexts(String(all), String(one), ' / ')
    case 'long_text':
      return mergeTexts(String(all), String(one))
    case 'multi':
    case 'ranking':
      return isKeys(all) && isKeys(one) ? [...new Set([...all, ...one])] : all
    case 'file':
      return isAttachments(all) && isAttachments(one) ? attached(all, one) : all
    default:
      return all
  }
}

function attached(all: readonly Attachment[], more: readonly Attachment[]): readonly Attachment[] {
  return [...all, ...more.filter((one) => !all.some((known) => sameValue([known], [one])))]
}
