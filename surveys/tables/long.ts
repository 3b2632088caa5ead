// The long table: one row per variable and country, whatever the type, so that two rounds can be put below each other.
import { levelOf, namedCells } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Option } from '#surveys/definition/model.ts'
import { BOM, type CsvValue, csvCell, csvLine } from './csv.ts'
import { type Export, gather, type Lines, label, ORIGIN, origin, type Replies } from './export.ts'

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
function longWriter(of: Export): (reply: Reply) => Lines {
  const start = cells(origin(of))
  const writers = new Map(of.codebook.fields.map((field) => [field, fieldWriter(of, field)]))
  return (reply) => {
    const head = start + csvCell(reply.country)
    const signed = `${cells([reply.revision, reply.submittedAt])}`
    let [text, count] = ['', 0]
    for (const [field, cell] of namedCells(of.plan, reply)) {
      const writer = writers.get(field)
      if (!writer) continue
      const absence = `${csvCell(cell.absence)},`
      const ending = `,${csvCell(cell.language)},"${levelOf(reply, field.section)}",${signed}${writer.ending}`
      let comment = csvCell(cell.comment)
      for (const middle of writer.middles(cell)) {
        text += head + middle + absence + comment + ending
        count += 1
        comment = ''
      }
    }
    return { text, count }
  }
}

/** Cells with a comma after each. */
const cells = (values: readonly CsvValue[]): string => values.map((value) => `${csvCell(value)},`).join('')

type FieldWriter = {
  /** of each line of the field: the columns from the variable to the value, a comma before and after */
  readonly middles: (cell: Cell) => readonly string[]
  readonly ending: string
}

function fieldWriter(of: Export, field: Field): FieldWriter {
  const { type } = field.question
  const middles = type === 'multi' || type === 'ranking' ? severalWriter(of, field) : oneWriter(of, field)
  return { middles, ending: `${csvCell(of.ledger?.get(field.name)?.comparability ?? null)}\r\n` }
}

function place({ name, group, item, question }: Field, option: Option | null): string {
  const variable = option ? `${name}.${option.key}` : name
  return `,${cells([variable, group?.group ?? null, item?.key ?? null, question.key, option?.key ?? null])}`
}

/** code, label, number and text of a field without an answer. */
const NOTHING = ',,,,'

function severalWriter(of: Export, field: Field): FieldWriter['middles'] {
  const isRanking = field.question.type === 'ranking'
  const options = field.options.map((option) => {
    const start = place(field, option)
    return {
      key: option.key,
      nothing: start + NOTHING,
      left: start + cells([null, null, isRanking ? null : 0, null]),
      chosen: start + cells([option.key, label(of, option.label)]),
    }
  })
  const nothing = options.map((option) => option.nothing)
  return (cell) => {
    const keys = chosenKeys(field, cell)
    if (!keys) return nothing
    return options.map(({ key, left, chosen }) => {
      const rank = keys.indexOf(key) + 1
      return rank === 0 ? left : `${chosen}${isRanking ? rank : 1},,`
    })
  }
}

function oneWriter(of: Export, field: Field): FieldWriter['middles'] {
  const start = place(field, null)
  const nothing = [start + NOTHING]
  const options = new Map(
    field.options.map(({ key, label: text, value }) => [
      key,
      [start + cells([key, label(of, text), value ?? null, null])],
    ]),
  )
  return (cell) => {
    const { value } = cell
    if (value === null) return nothing
    if (typeof value === 'number') return [start + cells([null, null, value, null])]
    if (typeof value !== 'string') return [start + files(of, cell)]
    if (options.size === 0) return [start + cells([null, null, null, value])]
    return options.get(value) ?? [start + cells([value, null, null, null])]
  }
}

/** How many documents and links; which ones is for the team, which holds the documents. */
function files(of: Export, cell: Cell): string {
  const all = attachments(cell)
  const names = all.map((one) => (one.kind === 'file' ? one.name : one.url))
  return cells([null, null, all.length, of.plan.reader === 'team' ? names.join('; ') : null])
}
