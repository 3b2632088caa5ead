// Complete, valid, invented replies to any questionnaire, the same for the same seed: for benchmarks, journeys and
// property tests.
import { standing } from '#surveys/answering/applicability.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import { holdsBack, runChecks } from '#surveys/answering/checks.ts'
import type { Cell, Cells, Value } from '#surveys/answering/model.ts'
import { isRequired, wrongOf } from '#surveys/answering/problems.ts'
import type { Codebook, DateQuestion, Field, MultiQuestion, NumberQuestion } from '#surveys/definition/model.ts'
import { type Dice, diceOf } from './dice.ts'

export type Inventing = {
  /** the same seed gives the same reply */
  readonly seed: number
  /** ISO date */
  readonly today: string
  /** shares from 0 to 1: optional questions answered (default 0.7), absences given (0.05), comments written (0.1) */
  readonly fill?: number
  readonly absences?: number
  readonly comments?: number
  /** of free texts, by default drawn from English, French and Arabic */
  readonly language?: string
}

type Making = Required<Omit<Inventing, 'language' | 'seed'>> & {
  readonly codebook: Codebook
  readonly language: string
  readonly dice: Dice
}

/** How often a reply is put right before giving up: a questionnaire that needs more contradicts itself. */
const ROUNDS = 200

/**
 * Invents a reply that can be submitted: every required question answered, nothing that blocks, every unusual answer
 * explained.
 * @throws when the checks of the questionnaire cannot be satisfied
 */
export function inventReply(codebook: Codebook, { seed, today, language, ...shares }: Inventing): Map<string, Cell> {
  const dice = diceOf(seed)
  const written = language ?? dice.pick(['en', 'fr', 'ar'])
  const making: Making = {
    fill: 0.7,
    absences: 0.05,
    comments: 0.1,
    ...shares,
    codebook,
    today,
    dice,
    language: written,
  }
  const cells = new Map<string, Cell>()
  for (let round = 0; round < ROUNDS; round += 1) {
    answerWhatIsOpen(making, cells, round === 0)
    const held = runChecks(codebook, cells, { today }).filter(holdsBack)
    if (held.length === 0) return cells
    for (const { check, field } of held) {
      const cell = cells.get(field.name) ?? emptyCell(field.name)
      if (check.level === 'explain')
        cells.set(field.name, { ...cell, comment: wordsOf(making, 20, 200), language: written })
      else cells.set(field.name, answerOf(making, field))
    }
  }
  throw new Error(`no valid reply to ${codebook.questionnaire.questionnaire} for seed ${seed}`)
}

/**
 * Answers what is required and open; at first, optional questions too, and some of both with an absence or a comment.
 */
function answerWhatIsOpen(making: Making, cells: Map<string, Cell>, isFirst: boolean): void {
  const { codebook, today, dice, fill, absences, comments, language } = making
  for (const field of codebook.fields) {
    // Judged anew for each field: every answer may change what applies after it.
    const judged = standing(codebook, cells as Cells, today)
    if (!judged.applies(field)) continue
    const mustAnswer = isRequired(field, judged)
    const isOpen = wrongOf(field, cells.get(field.name), mustAnswer, today) !== undefined
    if (!isOpen && !(isFirst && !cells.has(field.name) && dice.chance(fill))) continue
    const isAbsent = isFirst && field.question.absence.length > 0 && dice.chance(absences)
    const cell = isAbsent
      ? { ...emptyCell(field.name), absence: dice.pick(field.question.absence) }
      : answerOf(making, field)
    const isCommented = isFirst && field.question.comment && dice.chance(comments)
    cells.set(field.name, isCommented ? { ...cell, comment: wordsOf(making, 10, 120), language } : cell)
  }
}

function answerOf(making: Making, field: Field): Cell {
  const { type } = field.question
  const language = type === 'text' || type === 'long_text' ? making.language : null
  return { ...emptyCell(field.name), value: valueFor(making, field), language }
}

/** A value that the question accepts. */
function valueFor(making: Making, field: Field): Value {
  const { dice, today } = making
  const { question } = field
  const keys = field.options.map((option) => option.key)
  switch (question.type) {
    case 'text':
    case 'long_text':
      return wordsOf(making, question.min_length ?? 1, Math.min(question.max_length, 400))
    case 'number':
      return numberOf(dice, question)
    case 'date':
      return dateOf(dice, question, today)
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
      return dice.pick(keys)
    case 'multi':
      return choicesOf(dice, question, keys)
    case 'ranking':
      return dice.shuffle(keys).slice(0, dice.between(1, question.max_choices ?? keys.length))
    case 'file':
      return [{ kind: 'link', url: `https://justice.example/invented/${field.name}/${dice.between(1, 99)}` }]
    case 'confirm':
      return 'yes'
  }
}

function numberOf(dice: Dice, { min = 0, max = min + 400, decimals }: NumberQuestion): number {
  const scale = 10 ** decimals
  return dice.between(Math.ceil(min * scale), Math.floor(Math.min(max, min + 400) * scale)) / scale
}

const DAY = 86_400_000

function dateOf(dice: Dice, question: DateQuestion, today: string): string {
  const bound = (date: string | undefined, usual: number) =>
    date === undefined ? Date.parse(today) + usual * DAY : Date.parse(date === 'today' ? today : date)
  // What must lie behind is recent: the date of the information, which other dates are compared with.
  const from = bound(question.min, question.max === 'today' ? -120 : -700)
  const last = bound(question.max, 700)
  return new Date(from + dice.between(0, Math.round((last - from) / DAY)) * DAY).toISOString().slice(0, 10)
}

function choicesOf(dice: Dice, question: MultiQuestion, keys: readonly string[]): readonly string[] {
  const free = keys.filter((key) => !question.exclusive.includes(key))
  if (question.exclusive.length > 0 && (free.length === 0 || dice.chance(0.15))) return [dice.pick(question.exclusive)]
  const count = dice.between(1, Math.min(question.max_choices ?? 4, free.length))
  const chosen = new Set(dice.shuffle(free).slice(0, count))
  return keys.filter((key) => chosen.has(key))
}

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'Invented for the demonstration: requests are answered within a month, and the register is kept by the central authority. ',
  fr: 'Réponse inventée pour la démonstration : les demandes reçoivent une réponse en un mois et l’autorité centrale tient le registre. ',
  ar: 'إجابة مختلَقة لأغراض العرض: يُرد على الطلبات في غضون شهر، وتتولى السلطة المركزية مسك السجل. ',
}

/** An invented text of a length (code points) between the two. */
function wordsOf({ dice, language }: Making, min: number, max: number): string {
  const length = dice.between(min, max)
  const sentence = SENTENCES[language] ?? SENTENCES.en ?? ''
  const start = dice.between(0, 9)
  const text = sentence
    .repeat(Math.ceil((length + start) / sentence.length) + 1)
    .slice(start)
    .trimStart()
  // A text may not end with a space: it would be trimmed, and be too short.
  return text.slice(0, length).replace(/\s$/u, '.')
}
