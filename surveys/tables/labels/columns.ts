// What statistics programs have to be told about each column of the wide table with codes: its kind, its words, its codes.
import type { Absence, Option, Text, Variable } from '#surveys/definition/model.ts'
import { type Export, label } from '../export.ts'
import { WIDE_HEAD, wideColumns } from '../wide.ts'

export type Column = {
  /** as the header has it */
  readonly name: string
  /** for programs that take 32 letters, digits and underscores */
  readonly short: string
  readonly label: string
  readonly kind: 'text' | 'date' | 'number' | 'coded'
  /** of a text: the most characters that it may have */
  readonly length: number
  readonly decimals: number
  /** of `coded`: whether the codes are levels in an order */
  readonly isOrdered: boolean
  readonly codes: readonly Code[]
}
export type Code = { readonly key: string; readonly number: number; readonly label: string }

/** The file that the scripts read: the wide table with codes, every answer on one line. */
export const STATISTICS_FILE = 'data/statistics.csv'

/** What stands for a reason where a number is wanted, and its words. */
export const ABSENT: readonly { readonly reason: Absence; readonly number: number; readonly label: Text }[] = [
  { reason: 'na', number: -97, label: { en: 'Not available', fr: 'Non disponible', ar: 'غير متاح' } },
  { reason: 'nap', number: -98, label: { en: 'Not applicable', fr: 'Sans objet', ar: 'لا ينطبق' } },
  {
    reason: 'pns',
    number: -99,
    label: { en: 'Prefers not to state', fr: 'Ne souhaite pas répondre', ar: 'يفضّل عدم الإجابة' },
  },
]

/** The columns of the file in their order, in the language of the export. */
export function labelColumns(of: Export): Column[] {
  const head = WIDE_HEAD.map((name) => ({
    ...PLAIN,
    name,
    label: name,
    kind: name === 'revision' ? ('number' as const) : PLAIN.kind,
  }))
  const all = [...head, ...wideColumns(of).map((variable) => columnOf(of, variable))]
  const taken = new Set<string>()
  return all.map((column, place) => {
    const short = shortName(column.name, place, taken)
    taken.add(short)
    return { ...column, short }
  })
}

type Unnamed = Omit<Column, 'short'>
const PLAIN = { kind: 'text', length: 200, decimals: 0, isOrdered: false, codes: [] } as const

function columnOf(of: Export, { name, field, option, kind }: Variable): Unnamed {
  const { question, item } = field
  const parts = [item?.label, question.label, option?.label].flatMap((text) => (text ? [label(of, text)] : []))
  const about = { ...PLAIN, name, label: parts.join(' – ') }
  switch (kind) {
    case 'code':
      return { ...about, kind: 'coded', isOrdered: isOrdered(field.options), codes: codesOf(of, field.options) }
    case 'text':
      return { ...about, length: 'max_length' in question ? question.max_length : PLAIN.length }
    case 'date':
      return { ...about, kind: 'date' }
    default:
      return { ...about, kind: 'number', decimals: question.type === 'number' ? question.decimals : 0 }
  }
}

/**
 * Values that are whole, and different for each option, are the codes; else the place in their order, or in the list, is.
 * @returns the lowest number first
 */
function codesOf(of: Export, options: readonly Option[]): Code[] {
  const inOrder = isOrdered(options) ? options.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0)) : options
  const isUsable = isOrdered(options) && options.every(({ value }) => Number.isInteger(value) && (value ?? 0) > -97)
  return inOrder.map(({ key, value, label: text }, place) => {
    return { key, number: isUsable && value !== undefined ? value : place + 1, label: label(of, text) }
  })
}

const isOrdered = (options: readonly Option[]) =>
  options.every(({ value }) => value !== undefined) &&
  new Set(options.map(({ value }) => value)).size === options.length

/** Words that SPSS or Stata keep for themselves. */
const RESERVED: ReadonlySet<string> = new Set(
  'all and by eq ge gt le lt ne not or to with if in using byte int long float double strl'.split(' '),
)

/** `needs_digital_evidence_priority`; what is too long, or there already, ends with its place. */
function shortName(name: string, place: number, taken: ReadonlySet<string>): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_')
  if (plain.length <= 32 && !taken.has(plain) && !RESERVED.has(plain)) return plain
  return `${plain.slice(0, 27)}_${String(place).padStart(4, '0')}`
}

/** The words of a reason in a language, English where there are none. */
export const absentLabel = (text: Text, language: string): string => text[language] ?? text.en ?? ''
