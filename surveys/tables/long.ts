// The long table: one row per variable and country, whatever the type, so that two rounds can be put below each other.
import { levelOf, placing } from '#surveys/analysis/disclosure.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Value } from '#surveys/answering/model.ts'
import type { Field, Option } from '#surveys/definition/model.ts'
import { BOM, type CsvValue, csvLine, flat, octetCell, octetCellOfJson } from './csv.ts'
import {
  type Export,
  gather,
  type Lines,
  label,
  ORIGIN,
  origin,
  type Replies,
  remembering,
  type Writer,
} from './export.ts'

export const LONG_HEADER = [
  ...ORIGIN,
  'country',
  'variable',
  'group',
  'item',
  'question',
  'option',
  'value_code',
  'value_label',
  'value_number',
  'value_text',
  'absence',
  'comment',
  'language',
  'disclosure',
  'revision',
  'submitted_at',
  'comparability',
] as const

/** The lines of the file, some replies in memory at a time. */
export function longLines(of: Export, from: Replies): AsyncGenerator<Lines> {
  return gather(BOM + csvLine(LONG_HEADER), from, longWriter(of))
}

/**
 * Writes the lines of one reply in codebook order. A multi has a line per option (value_number 1 or 0, the code only where
 * chosen), a ranking too (value_number is the rank); an absence stands in each line of its field, a comment in the first. The
 * last column says whether the answers may be put below those of the version before: same, reworded, mapped, broken, new.
 * Every reply has thousands of equal cells: they are written once for the whole file.
 */
function longWriter(of: Export): Writer {
  const start = cells(origin(of))
  const endings: Ending[] = []
  const placed = placing(of.plan, (field) => fieldWriter(of, field, endings))
  return (reply) => {
    const { writers, rows } = placed(reply)
    const head = flat(start, octetCell(reply.country))
    const tails = endings.map(({ section, comparability }) => {
      const signed = cells([reply.revision, reply.submittedAt])
      return flat(',,"', levelOf(reply, section), '",', signed, comparability, '\r\n')
    })
    let [text, count] = ['', 0]
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]
      const writer = writers[place]
      if (!row || !writer) continue
      const [, value, absence, comment, language] = row
      const unnamed = tails[writer.ending] ?? ''
      const tail = language === null ? unnamed : `,${octetCell(language)}${unnamed.slice(1)}`
      const bodies = writer.bodies(value, absence)
      text += head + bodies[0] + (comment === null ? '' : octetCell(comment)) + tail
      for (let line = 1; line < bodies.length; line += 1) text += head + bodies[line] + tail
      count += bodies.length
    }
    return { text, count }
  }
}

/** Cells with a comma after each, as octets. */
const cells = (values: readonly CsvValue[]): string => values.map((value) => `${octetCell(value)},`).join('')

/** The end of a line differs by what was consented to for the section, and by the field's past. */
type Ending = { readonly section: string; readonly comparability: string }

type FieldWriter = {
  /** of each line of the field, one at least: the columns from the variable to the absence, a comma before and after */
  readonly bodies: (value: string | null, absence: string | null) => readonly string[]
  /** its place among the endings */
  readonly ending: number
}

/** @param endings of all fields; this one's is added where it is new */
function fieldWriter(of: Export, field: Field, endings: Ending[]): FieldWriter {
  const { section, name, question } = field
  const comparability = octetCell(of.ledger?.get(name)?.comparability ?? null)
  const known = endings.findIndex((one) => one.section === section && one.comparability === comparability)
  const ending = known >= 0 ? known : endings.push({ section, comparability }) - 1
  const isSeveral = question.type === 'multi' || question.type === 'ranking'
  const write = isSeveral ? severalWriter(of, field) : oneWriter(of, field)
  const middles = question.type === 'long_text' || question.type === 'text' ? write : rememberingNull(write)
  return {
    ending,
    bodies: (value, absence) =>
      absence === null ? middles(value) : write(value).map((middle) => `${middle.slice(0, -1)}${octetCell(absence)},`),
  }
}

/** The lines of a value without an absence: their columns up to the absence, a comma before and two after. */
type Middles = (value: string | null) => readonly string[]

function rememberingNull(write: Middles): Middles {
  const nothing = write(null)
  const known = remembering(write)
  return (value) => (value === null ? nothing : known(value))
}

function place({ name, group, item, question }: Field, option: Option | null): string {
  const variable = option ? `${name}.${option.key}` : name
  return flat(',', cells([variable, group?.group ?? null, item?.key ?? null, question.key, option?.key ?? null]))
}

/** code, label, number, text, and no absence. */
const values = (...four: readonly CsvValue[]): string => `${cells(four)},`
const NOTHING = values(null, null, null, null)

function severalWriter(of: Export, field: Field): Middles {
  const isRanking = field.question.type === 'ranking'
  const options = field.options.map((option) => {
    const start = place(field, option)
    return { key: option.key, start, left: flat(start, values(null, null, isRanking ? null : 0, null)), option }
  })
  const nothing = options.map(({ start }) => flat(start, NOTHING))
  return (value) => {
    const keys = value === null ? undefined : chosenKeys(field, { value: JSON.parse(value) })
    if (!keys) return nothing
    return options.map(({ key, start, left, option }) => {
      const rank = keys.indexOf(key) + 1
      return rank === 0 ? left : flat(start, values(key, label(of, option.label), isRanking ? rank : 1, null))
    })
  }
}

function oneWriter(of: Export, field: Field): Middles {
  const start = place(field, null)
  const options = new Map(
    field.options.map(({ key, label: text, value }) => [key, values(key, label(of, text), value ?? null, null)]),
  )
  const nothing = [flat(start, NOTHING)]
  const text = flat(start, ',,,')
  return (json) => {
    if (json === null) return nothing
    if (options.size === 0 && json.startsWith('"')) return [`${text}${octetCellOfJson(json)},,`]
    const value: Value = JSON.parse(json)
    if (typeof value === 'number') return [flat(start, values(null, null, value, null))]
    if (typeof value !== 'string') return [flat(start, files(of, value))]
    return [flat(start, options.get(value) ?? values(value, null, null, null))]
  }
}

/** How many documents and links; which ones is for the team, which holds the documents. */
function files(of: Export, value: Value): string {
  const all = attachments({ value })
  const names = all.map((one) => (one.kind === 'file' ? one.name : one.url))
  return values(null, null, all.length, of.plan.reader === 'team' ? names.join('; ') : null)
}
