// One question, whatever its type: how the answers are spread, who said what as far as it may be shown, and who gave no answer.
import type { Cell } from '#surveys/answering/model.ts'
import type { Absence, Country, Field, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall, isVisible, voicesIn } from './disclosure.ts'
import { distributionFinding } from './distribution-findings.ts'
import type { Base, Finding, View, Voice } from './model.ts'
import { fieldsAt, refOf, tallyAbsences } from './refs.ts'
import { type Tally, tally } from './tally.ts'

/** What a delegation that is shown by name answered. */
export type Said = { readonly country: Country; readonly cell: Cell }

export type ItemResult = {
  /** null for a question outside a group */
  readonly item: Option | null
  readonly field: Field
  /** n of N that answered */
  readonly base: Base
  /** the figures are withheld: fewer than three contributors */
  readonly isHidden: boolean
  readonly absences: Readonly<Record<Absence, number>>
  /** of N: neither an answer nor a reason; not asked, or left open */
  readonly silent: number
  readonly tally: Tally
  readonly said: readonly Said[]
}

export type Distribution = {
  readonly ref: string
  /** the question, at its first item */
  readonly field: Field
  /** contact data are listed for the team, and never added up */
  readonly isCounted: boolean
  readonly base: Base
  readonly rows: readonly ItemResult[]
  readonly finding: Finding
}

/**
 * The answers to one question, item by item inside a group.
 * @param ref `question`, or `group.question`
 * @returns undefined when there is no such question, or none that this reader may see
 */
export function distributionOf(view: View, ref: string): Distribution | undefined {
  const fields = fieldsAt(view.codebook, ref)
  const [field] = fields
  if (!field || !isVisible(view.reader, field.question)) return undefined
  const voices = voicesIn(view, field.section)
  const isCounted = field.question.confidentiality !== 'contact'
  const rows = fields.map((one) => itemResult(view, one, voices))
  return {
    ref: refOf(field),
    field,
    isCounted,
    base: baseOf(view, field.section, voices.length),
    rows,
    finding: isCounted ? distributionFinding(rows, voices.length) : { code: 'contact' },
  }
}

function itemResult(view: View, field: Field, voices: readonly Voice[]): ItemResult {
  const cells = voices.flatMap((voice) => voice.cells.get(field.name) ?? [])
  const answers = cells.filter(isAnswer)
  const base = baseOf(view, field.section, answers.length)
  const isHidden = isTooSmall(view, answers.length)
  const counted = isHidden || field.question.confidentiality === 'contact' ? [] : answers
  const absences = tallyAbsences(isHidden ? [] : cells.map((cell) => cell.absence))
  return {
    item: field.item ?? null,
    field,
    base,
    isHidden,
    absences,
    silent: isHidden ? 0 : voices.length - answers.length - cells.filter((cell) => cell.absence !== null).length,
    tally: tally(field, counted, view.codebook.questionnaire.analysis),
    said: isHidden ? [] : said(field, voices),
  }
}

/** An answer counts; a comment alone, an absence and an entry that could not be read do not. */
function isAnswer(cell: Cell): boolean {
  const { value } = cell
  return cell.absence === null && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** In protocol order, those shown by name only; absences and comments alone included. */
function said(field: Field, voices: readonly Voice[]): Said[] {
  return voices.flatMap(({ country, cells }) => {
    const cell = cells.get(field.name)
    return country && cell && (cell.value !== null || cell.absence || cell.comment) ? [{ country, cell }] : []
  })
}
