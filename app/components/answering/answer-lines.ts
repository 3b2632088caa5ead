// An answer in words, line by line: for the check page, a conflict, what is set aside, the record.
import type { Cell } from '#surveys/answering/model.ts'
import { type Chosen, type Described, describeCell } from '#surveys/answering/summary.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Speech } from '../words.tsx'

/** What of a reader's speech an answer needs. */
export type AnswerSpeech = Pick<Speech, 't' | 'language' | 'number' | 'date'>

export type AnswerLines = {
  readonly lines: readonly string[]
  /** the language of words that a person wrote; null for words of the questionnaire and the interface */
  readonly written: string | null
  /** false for "not answered" and for an entry that cannot be read */
  readonly isAnswer: boolean
}

/** Says what a cell says; nothing is "Not answered". */
export function answerLines(field: Field, cell: Cell | undefined, speech: AnswerSpeech): AnswerLines {
  const described = describeCell(field, cell, speech.language)
  return {
    lines: linesOf(described, field, speech),
    written: described.kind === 'text' ? described.language : null,
    isAnswer: described.kind !== 'blank' && described.kind !== 'typed',
  }
}

function linesOf(described: Described, field: Field, { t, number, date }: AnswerSpeech): readonly string[] {
  switch (described.kind) {
    case 'blank':
      return [t('answer:not_answered')]
    case 'absence':
      return [t(`answer:absence.${described.absence}`)]
    case 'typed':
      return [described.entries.join(' ')]
    case 'text':
      return described.text.split('\n')
    case 'number':
      return [[number(described.value), described.unit?.words].filter(Boolean).join(' ')]
    case 'date':
      return [date(described.date)]
    case 'choice':
      return [labelOf(described.option, field)]
    case 'choices':
      return described.options.map((option) => option.words)
    case 'ranking':
      return described.options.map((option, index) => `${number(index + 1)} ${option.words}`)
    case 'files':
      return described.attachments.map((one) => (one.kind === 'file' ? one.name : one.url))
    case 'confirmed':
      return [t('answer:confirmed')]
  }
}

/** The level of a scale is said with its number. */
const labelOf = (option: Chosen, field: Field) =>
  field.question.type === 'scale' && option.value !== null ? `${option.value} ${option.words}` : option.words
