// Completeness: how many delegations answered each question, and where many say that they cannot.
import type { Absence, Field } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall, isVisible, voicesIn } from './disclosure.ts'
import type { Base, Finding, View } from './model.ts'
import { fieldsAt, questionsOf, refOf, tallyAbsences } from './refs.ts'

export type QuestionCompleteness = {
  readonly ref: string
  /** the question, at its first item */
  readonly field: Field
  /** n of N: those who answered, at one item at least */
  readonly base: Base
  readonly isHidden: boolean
  /** delegations that gave a reason at one item at least, by reason */
  readonly absences: Readonly<Record<Absence, number>>
  /** delegations that gave a reason of any kind, and no answer */
  readonly cannot: number
}

export type Completeness = {
  readonly base: Base
  /** replies received, as a share of those invited, 0-1 */
  readonly coverage: number
  /** below the threshold of the questionnaire; never where it sets none */
  readonly isProvisional: boolean
  /** where most cannot answer first; questions that everybody can answer are left out */
  readonly unanswerable: readonly QuestionCompleteness[]
  readonly finding: Finding
}

/** Absences as findings: "5 of 8 cannot measure this" is what a facility may want to change. */
export function completenessOf(view: View): Completeness {
  const first = view.codebook.questionnaire.sections[0]?.key ?? ''
  const replied = voicesIn(view, first).length
  const coverage = view.roster.length === 0 ? 0 : replied / view.roster.length
  const { needs } = view.codebook.questionnaire.analysis
  const rows = questionsOf(view.codebook)
    .filter((field) => isVisible(view.reader, field.question) && field.question.confidentiality !== 'contact')
    .map((field) => completenessAt(view, field))
  const unanswerable = rows.filter((row) => row.cannot > 0).sort((a, b) => b.cannot - a.cannot)
  return {
    base: baseOf(view, first, replied),
    coverage,
    isProvisional: needs !== undefined && coverage < needs.provisional_below,
    unanswerable,
    finding: completenessFinding(unanswerable, replied),
  }
}

function completenessAt(view: View, field: Field): QuestionCompleteness {
  const fields = fieldsAt(view.codebook, refOf(field))
  const said = voicesIn(view, field.section).map(({ cells }) => {
    const own = fields.flatMap((one) => cells.get(one.name) ?? [])
    const answered = own.some((cell) => cell.absence === null && cell.value !== null && cell.value !== '')
    return { answered, absence: own.find((cell) => cell.absence !== null)?.absence ?? null }
  })
  const contributors = said.filter((one) => one.answered || one.absence).length
  const isHidden = isTooSmall(view, contributors)
  const seen = isHidden ? [] : said
  return {
    ref: refOf(field),
    field,
    base: baseOf(view, field.section, said.filter((one) => one.answered).length),
    isHidden,
    absences: tallyAbsences(seen.map((one) => one.absence)),
    cannot: seen.filter((one) => one.absence && !one.answered).length,
  }
}

function completenessFinding(rows: readonly QuestionCompleteness[], replied: number): Finding {
  if (replied === 0) return { code: 'nobody' }
  const [first] = rows
  if (!first) return { code: 'all_answerable' }
  const numbers = { k: first.cannot, n: first.cannot + first.base.n }
  return { code: 'unanswerable', numbers, texts: { question: first.field.question.label } }
}
