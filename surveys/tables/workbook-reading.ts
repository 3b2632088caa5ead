// From the rows of a workbook that came back to cells, each judged as if it had been typed into the form.
import { emptyCell } from '#surveys/answering/cells.ts'
import { lengthOf, normalText, tidy, tidyLine, withoutOverrides } from '#surveys/answering/characters.ts'
import { isEmpty, type Parts, readParts, typedOf } from '#surveys/answering/entering.ts'
import type { Wrong } from '#surveys/answering/judging.ts'
import { type Cell, type Cells, COMMENT_MAX } from '#surveys/answering/model.ts'
import { languageOf } from '#surveys/answering/reading.ts'
import type { Absence, Codebook, Field } from '#surveys/definition/model.ts'
import { hasOptionRows } from './workbook.ts'
import { absenceMeant, MARK, optionMeant } from './workbook-choices.ts'

/** What stands in a cell of a sheet; a date as ISO 8601. */
export type Raw = string | number | boolean | null
/** A row that came back. */
export type ReturnedRow = { readonly answer: Raw; readonly absence: Raw; readonly comment: Raw }

/** What may be wrong with a row: what may be wrong on a form, or an answer and a reason for none beside it. */
export type RowWrong = Wrong | { readonly code: 'answer_and_absence' }
export type ReturnedCell = { readonly cell: Cell; readonly wrong: RowWrong | null }

export type Reading = {
  /** the workbook's */
  readonly language: string
  /** ISO date */
  readonly today: string
  /** the cells as they are kept now: documents are taken from them, and whose words were not touched */
  readonly current: Cells
  /** reasons in the words of each language of the house */
  readonly absences: readonly Readonly<Record<Absence, string>>[]
}

/**
 * Reads every question whose rows are all there. A row that was deleted says nothing, so its question is left out.
 * @param rows by key
 */
export function readReturned(
  codebook: Codebook,
  rows: ReadonlyMap<string, ReturnedRow>,
  reading: Reading,
): Map<string, ReturnedCell> {
  const read = codebook.fields.flatMap((field) => {
    const row = rows.get(field.name)
    const options = optionRows(field, rows)
    return row && options ? [[field.name, readRow(field, row, options, { ...reading, codebook })] as const] : []
  })
  return new Map(read)
}

/** The entries beside the options, by key; undefined when a row is missing. */
function optionRows(field: Field, rows: ReadonlyMap<string, ReturnedRow>): Map<string, Raw> | undefined {
  if (!hasOptionRows(field.question)) return new Map()
  const entries = new Map<string, Raw>()
  for (const { key } of field.options) {
    const row = rows.get(`${field.name}.${key}`)
    if (!row) return undefined
    entries.set(key, row.answer)
  }
  return entries
}

type Place = Reading & { readonly codebook: Codebook }

function readRow(field: Field, row: ReturnedRow, options: ReadonlyMap<string, Raw>, place: Place): ReturnedCell {
  const current = place.current.get(field.name)
  const absence = readAbsence(field, row.absence, place)
  const comment = readComment(field, row.comment, current)
  const answer = readAnswer(field, row.answer, options, place)
  const isFile = field.question.type === 'file'
  const isBoth = absence.value !== null && !isFile && (answer.value !== null || answer.typed !== null)
  const said = absence.value === null ? { value: answer.value, typed: answer.typed } : { absence: absence.value }
  const cell: Cell = { ...emptyCell(field.name), ...said, comment: comment.value }
  return {
    cell: { ...cell, language: languageOf(field, cell, current, place.language) },
    wrong: absence.wrong ?? (isBoth ? { code: 'answer_and_absence' } : null) ?? answer.wrong ?? comment.wrong,
  }
}

function readAbsence(field: Field, raw: Raw, { absences }: Place): { value: Absence | null; wrong: RowWrong | null } {
  const text = tidyLine(textOf(raw)).trim()
  if (text === '') return { value: null, wrong: null }
  const meant = absences.map((words) => absenceMeant(text, words)).find((one) => one !== undefined)
  if (meant === undefined || !field.question.absence.includes(meant)) {
    return { value: null, wrong: { code: 'absence_refused' } }
  }
  return { value: meant, wrong: null }
}

function readComment(field: Field, raw: Raw, current: Cell | undefined): { value: string | null; wrong: Wrong | null } {
  if (!field.question.comment) return { value: current?.comment ?? null, wrong: null }
  const comment = normalText(withoutOverrides(textOf(raw)))
  const length = lengthOf(comment)
  const wrong: Wrong | null =
    length > COMMENT_MAX ? { code: 'comment_too_long', values: { max: COMMENT_MAX, length } } : null
  return { value: comment === '' ? null : comment, wrong }
}

type Answer = { value: Cell['value']; typed: string | null; wrong: Wrong | null }

function readAnswer(field: Field, raw: Raw, options: ReadonlyMap<string, Raw>, place: Place): Answer {
  if (field.question.type === 'file') {
    const kept = place.current.get(field.name)
    return { value: kept?.value ?? null, typed: kept?.typed ?? null, wrong: null }
  }
  const { parts, wrong } = partsOf(field, raw, options, place)
  // A number in a cell of numbers is written as machines write it, whatever the language of the workbook.
  const language = typeof raw === 'number' ? 'en' : place.language
  const result = wrong ? { wrong } : readParts(field, parts, { today: place.today, language })
  if ('value' in result) return { value: result.value, typed: null, wrong: null }
  return { value: null, typed: isEmpty(parts) ? null : typedOf(parts), wrong: result.wrong }
}

function partsOf(
  field: Field,
  raw: Raw,
  options: ReadonlyMap<string, Raw>,
  { language, codebook }: Place,
): { parts: Parts; wrong?: Wrong } {
  const text = textOf(raw)
  switch (field.question.type) {
    case 'long_text':
    case 'text':
      return { parts: [tidy(text)] }
    case 'number':
      return { parts: [tidyLine(text)] }
    case 'date':
      return { parts: dateParts(tidyLine(text).trim()) }
    case 'multi':
      return marked(options)
    case 'ranking':
      return ranked(options)
    default: {
      const entry = tidyLine(text).trim()
      if (entry === '') return { parts: [] }
      return { parts: [optionMeant(field, entry, language, codebook.questionnaire.languages) ?? entry] }
    }
  }
}

/** Year first when it has four digits, else day, month, year. */
function dateParts(text: string): Parts {
  if (text === '') return ['', '', '']
  const parts = text.split(/[-/.\u060c\u200e\u200f]+/).map((part) => part.trim())
  const isYearFirst = /^\p{Nd}{4}$/u.test(parts[0] ?? '')
  const [day = '', month = '', year = ''] = isYearFirst ? [parts[2], parts[1], parts[0]] : parts
  return parts.length <= 3 ? [day, month, year] : [text, '', '']
}

const YES = new Set([MARK, 'x', '1', 'true', 'yes', 'oui', 'نعم', '✓', '✔'])
const NO = new Set(['', '0', 'false', 'no', 'non', 'لا'])

function marked(options: ReadonlyMap<string, Raw>): { parts: Parts; wrong?: Wrong } {
  const entries = [...options].map(([key, raw]) => [key, tidyLine(textOf(raw)).trim().toLowerCase()] as const)
  const parts = entries.filter(([, entry]) => !NO.has(entry)).map(([key]) => key)
  const isClear = entries.every(([, entry]) => YES.has(entry) || NO.has(entry))
  return isClear ? { parts } : { parts, wrong: { code: 'not_an_option' } }
}

/** Ranks give the order; a gap between them says nothing, the same rank twice is asked again. */
function ranked(options: ReadonlyMap<string, Raw>): { parts: Parts; wrong?: Wrong } {
  const entries = [...options].flatMap(([key, raw]) => {
    const text = tidyLine(textOf(raw)).trim().normalize('NFKC')
    const western = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    return western === '' ? [] : [{ key, rank: /^[1-9]\d{0,3}$/.test(western) ? Number(western) : Number.NaN }]
  })
  const sorted = entries.toSorted((one, other) => (one.rank || 1e6) - (other.rank || 1e6))
  const parts = sorted.map(({ key }) => key)
  if (entries.some(({ rank }) => Number.isNaN(rank))) return { parts, wrong: { code: 'not_an_option' } }
  const isTwice = new Set(entries.map(({ rank }) => rank)).size < entries.length
  return isTwice ? { parts, wrong: { code: 'ranked_twice' } } : { parts }
}

const textOf = (raw: Raw): string => (raw === null ? '' : String(raw))
