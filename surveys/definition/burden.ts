// What a questionnaire costs those who answer it: the author's minutes shared out over the questions by what each asks for.
import { compile, itemsOf } from './codebook.ts'
import type { Field, Question, Questionnaire } from './model.ts'

/**
 * How long answers of each type take beside each other. Only the proportions count: the author's estimate of the whole says
 * how many seconds one unit is, so a form for specialists and a form for everybody are both measured by their own author.
 */
const WEIGHTS: Readonly<Record<Question['type'], number>> = {
  yes_no: 2,
  yes_partly_no: 2,
  confirm: 1,
  single: 3,
  scale: 3,
  date: 3,
  number: 6,
  text: 6,
  multi: 6,
  ranking: 10,
  file: 12,
  long_text: 25,
}
/** What is asked only of some is counted half: nobody knows beforehand of how many. */
const CONDITIONAL = 0.5

export type SectionBurden = {
  readonly section: string
  /** to half a minute; together they are the questionnaire's minutes, but for rounding */
  readonly minutes: number
  /** a question at each of its items */
  readonly fields: number
}

/** The author's minutes by section, in reading order. */
export function burdenOf(questionnaire: Questionnaire): SectionBurden[] {
  const { bySection, fields } = compile(questionnaire)
  const unit = minutesPerUnit(questionnaire, weightOf(fields))
  return [...bySection].map(([section, own]) => ({
    section,
    minutes: toHalf(weightOf(own) * unit),
    fields: own.length,
  }))
}

/**
 * What one question more would cost, before it is added.
 * @param forEach the list over which its group repeats it, where it stands in a group
 * @returns seconds for one respondent, at the pace of this questionnaire's own estimate
 */
export function secondsOf(
  question: Pick<Question, 'type' | 'show_if'>,
  questionnaire: Questionnaire,
  forEach?: string,
): number {
  const times = forEach === undefined ? 1 : itemsOf(questionnaire, forEach).length
  const unit = minutesPerUnit(questionnaire, weightOf(compile(questionnaire).fields))
  return Math.max(1, Math.round(weightOfQuestion(question) * times * unit * 60))
}

/** Twelve units a minute where nothing is asked yet: a choice then takes a quarter of a minute. */
function minutesPerUnit({ minutes }: Questionnaire, weight: number): number {
  return weight === 0 ? 1 / 12 : minutes / weight
}

const weightOf = (fields: readonly Field[]) => fields.reduce((sum, { question }) => sum + weightOfQuestion(question), 0)

const weightOfQuestion = ({ type, show_if }: Pick<Question, 'type' | 'show_if'>) =>
  WEIGHTS[type] * (show_if === undefined ? 1 : CONDITIONAL)

const toHalf = (minutes: number) => Math.round(minutes * 2) / 2

/**
 * Minutes for a form that comes without an estimate: at the pace of a quarter of a minute for a choice.
 * @returns at least 1
 */
export function assumedMinutes(questionnaire: Questionnaire): number {
  return Math.max(1, Math.round(weightOf(compile(questionnaire).fields) / 12))
}
