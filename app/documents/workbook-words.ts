// The words of the interface that stand in a workbook, in its language.
import type { Absence } from '#surveys/definition/model.ts'
import type { Stamp, WorkbookWords } from '#surveys/tables/workbook.ts'
import type { RowWrong } from '#surveys/tables/workbook-reading.ts'
import type { Speech } from '../components/words.tsx'
import { LANGUAGES, type Language } from '../languages.ts'
import { problemWords } from '../routes/answer/views/problem-words.ts'
import type { Translate } from '../translate.ts'
import type { Words } from '../words.ts'
import type { Cover, Heads } from './workbook-file.ts'

const absencesOf = (t: Translate): Record<Absence, string> => ({
  na: t('answer:absence.na'),
  nap: t('answer:absence.nap'),
  pns: t('answer:absence.pns'),
})

/** Reasons in all languages, the workbook's first: somebody may have typed one of another. */
export const everyAbsence = (words: Words, language: Language): Record<Absence, string>[] =>
  [language, ...LANGUAGES].map((one) => absencesOf(words.t(one)))

export function workbookWords(t: Translate): WorkbookWords {
  const say = (key: string, values?: Record<string, string | number>) => t(`documents:sheet.${key}`, values)
  return {
    absences: absencesOf(t),
    required: say('required'),
    unit: (unit) => say('unit', { unit }),
    longest: (count) => say('longest', { count }),
    most: (count) => say('most', { count }),
    between: (min, max) =>
      min === null && max === null
        ? ''
        : min === null
          ? say('at_most', { max: max ?? 0 })
          : max === null
            ? say('at_least', { min })
            : say('between', { min, max }),
    decided: (numbers) => say('decided', { numbers }),
    mark: say('mark'),
    rank: say('rank'),
    date: say('date'),
    documents: say('documents'),
  }
}

export const headsOf = (t: Translate): Heads => ({
  number: t('documents:sheet.number'),
  question: t('documents:sheet.question'),
  answer: t('documents:sheet.answer'),
  absence: t('documents:sheet.absence'),
  comment: t('documents:sheet.comment'),
  help: t('documents:sheet.help'),
})

type Said = { readonly country: string; readonly round: string; readonly questionnaire: string; readonly made: string }

/** @param said the names of what the stamp says in keys, and when it was made, in the workbook's language */
export function coverOf(t: Translate, stamp: Stamp, said: Said): Cover {
  return {
    name: t('documents:sheet.cover'),
    title: said.round,
    facts: [
      [t('documents:sheet.country'), said.country],
      [t('documents:sheet.questionnaire'), `${said.questionnaire} · ${stamp.version}`],
      [t('documents:sheet.revision'), String(stamp.revision)],
      [t('documents:sheet.made'), said.made],
    ],
    lines: ['one', 'two', 'three', 'four', 'five'].map((line) => t(`documents:sheet.line.${line}`)),
  }
}

/** What is wrong with a row, as a sentence. */
export function rowWrongWords(wrong: RowWrong, speech: Pick<Speech, 't' | 'date'>): string {
  return wrong.code === 'answer_and_absence' ? speech.t('documents:workbook.both') : problemWords(wrong, speech)
}
