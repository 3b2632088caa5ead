// How far a reply has come: by section and altogether, computed at every save.
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { type Standing, standing } from './applicability.ts'
import { isGiven } from './cells.ts'
import type { Cell, Cells } from './model.ts'
import { isRequired, wrongOf, wrongOfComment } from './problems.ts'

/**
 * none: nothing entered · started: required answers are still to come · missing: required ones were passed over, or a
 * text is too short ·
 * complete: nothing required is open · error: an entry cannot be read
 */
export type SectionState = 'none' | 'started' | 'missing' | 'complete' | 'error'

export type SectionProgress = {
  readonly key: string
  readonly state: SectionState
  /** fields that apply and must be answered, and how many of them are (a reason why not is an answer) */
  readonly required: number
  readonly requiredAnswered: number
  /** fields that apply and have a value; and those with a reason why there is none */
  readonly answered: number
  readonly absences: number
  /** given answers that do not apply now */
  readonly setAside: number
}

export type Progress = {
  readonly sections: readonly SectionProgress[]
  readonly required: number
  readonly requiredAnswered: number
  /** the first field, in reading order, that has to be answered or put right; null when there is none */
  readonly nextOpen: string | null
}

/** What a field contributes to progress. */
type Mark = {
  readonly isOpen: boolean
  readonly isWrong: boolean
  readonly isRequired: boolean
  readonly cell: Cell | undefined
}

/**
 * Measures a reply. All sections are `complete` exactly when `problemsOf` finds nothing and something was entered in
 * each.
 * @param today ISO date
 */
export function progressOf(codebook: Codebook, cells: Cells, today: string): Progress {
  const judged = standing(codebook, cells, today)
  let nextOpen: string | null = null
  const sections: SectionProgress[] = []
  for (const [key, fields] of codebook.bySection) {
    const applying = fields.filter(judged.applies)
    const marks = applying.map((field) => markOf(field, cells.get(field.name), judged, today))
    nextOpen ??= applying[marks.findIndex((mark) => mark.isOpen)]?.name ?? null
    const aside = fields.filter((field) => !judged.applies(field) && isGiven(cells.get(field.name))).length
    sections.push(sectionProgress(key, marks, aside))
  }
  const sum = (count: (section: SectionProgress) => number) =>
    sections.reduce((total, section) => total + count(section), 0)
  return {
    sections,
    required: sum((section) => section.required),
    requiredAnswered: sum((section) => section.requiredAnswered),
    nextOpen,
  }
}

function markOf(field: Field, cell: Cell | undefined, judged: Standing, today: string): Mark {
  const mustAnswer = isRequired(field, judged)
  const wrong = wrongOf(field, cell, mustAnswer, today) ?? wrongOfComment(cell)
  const isWrong = wrong !== undefined && wrong.code !== 'required' && wrong.code !== 'too_short'
  return { isOpen: wrong !== undefined, isWrong, isRequired: mustAnswer, cell }
}

function sectionProgress(key: string, marks: readonly Mark[], aside: number): SectionProgress {
  const count = (is: (mark: Mark) => boolean) => marks.filter(is).length
  return {
    key,
    state: stateOf(marks),
    required: count((mark) => mark.isRequired),
    requiredAnswered: count((mark) => mark.isRequired && !mark.isOpen),
    answered: count(({ cell }) => cell !== undefined && cell.value !== null),
    absences: count(({ cell }) => cell !== undefined && cell.absence !== null),
    setAside: aside,
  }
}

function stateOf(marks: readonly Mark[]): SectionState {
  if (marks.some((mark) => mark.isWrong)) return 'error'
  if (marks.length > 0 && !marks.some((mark) => isGiven(mark.cell))) return 'none'
  const firstOpen = marks.findIndex((mark) => mark.isOpen)
  if (firstOpen < 0) return 'complete'
  const isPassedOver = marks.slice(firstOpen).some((mark) => isGiven(mark.cell))
  return isPassedOver ? 'missing' : 'started'
}
