// The wide table: one row per country, one column per variable, as statistics programs and pivot tables want it.
import { isVisible, placing } from '#surveys/analysis/disclosure.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Cell, Value } from '#surveys/answering/model.ts'
import type { Field, Variable } from '#surveys/definition/model.ts'
import { BOM, csvCell, csvLine, octetCell, octetCellOfJson, octets } from './csv.ts'
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

/** Options by their label in the language of the file, or by their key; `flat`: by their key, and every answer on one line. */
export type Wording = 'labels' | 'codes' | 'flat'

export const WIDE_HEAD = [...ORIGIN, 'country', 'country_label', 'disclosure', 'revision', 'submitted_at'] as const

/** The columns: the variables that this reader may see, in codebook order. */
function wideHeader(of: Export): string[] {
  return [...WIDE_HEAD, ...wideColumns(of).map((variable) => variable.name)]
}

/** The variables that this reader may see, in codebook order. */
export const wideColumns = (of: Pick<Export, 'codebook' | 'plan'>) =>
  of.codebook.variables.filter((variable) => isVisible(of.plan.reader, variable.field.question))

/** The lines of the file, some replies in memory at a time; countries without a cell to show have no line. */
export function wideLines(of: Export, from: Replies, wording: Wording): AsyncGenerator<Lines> {
  return gather(BOM + csvLine(wideHeader(of)), from, wideWriter(of, wording))
}

const NO_LINE = { text: '', count: 0 }

/** Writes the line of one reply, or none for a country of which this reader may see nothing by name. */
function wideWriter(of: Export, wording: Wording): Writer {
  const start = origin(of)
  const roster = new Map(
    of.roster.map(({ code, label: text }) => [code, octets(csvLine([...start, code, label(of, text)]).slice(0, -2))]),
  )
  const byField = Map.groupBy(wideColumns(of), ({ field }) => field)
  const fields = [...byField.keys()]
  const empty = fields.map((field) => ','.repeat(byField.get(field)?.length ?? 0))
  const placed = placing(of.plan, (field) => ({
    column: fields.indexOf(field),
    write: columnsWriter(of, field, byField.get(field) ?? [], wording),
  }))
  return (reply) => {
    const { writers, rows } = placed(reply)
    const country = roster.get(reply.country)
    const written = empty.slice()
    let isEmpty = true
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]
      const writer = writers[place]
      if (!row || !writer) continue
      written[writer.column] = writer.write(row[1], row[2])
      isEmpty = false
    }
    if (!country || (isEmpty && of.plan.reader !== 'team')) return NO_LINE
    const line = `${country},"${reply.level}",${reply.revision},${csvCell(reply.submittedAt)}${written.join('')}\r\n`
    return { text: line, count: 1 }
  }
}

/** Writes all columns of a field, a comma before each, as octets. */
type ColumnsWriter = (value: string | null, absence: string | null) => string

/** An absence is written in capitals, NA, NAP or PNS, which no key of an option is. */
function columnsWriter(of: Export, field: Field, variables: readonly Variable[], wording: Wording): ColumnsWriter {
  const options = new Map(
    field.options.map(({ key, label: text }) => [key, octetCell(wording === 'labels' ? label(of, text) : key)]),
  )
  const write = (json: string | null): string => {
    const cell = { value: json === null ? null : (JSON.parse(json) as Value) }
    const keys = chosenKeys(field, cell)
    return variables.map((variable) => `,${written(variable, cell, keys, options)}`).join('')
  }
  const nothing = write(null)
  const isText = variables[0]?.kind === 'text'
  const known = remembering(write)
  return (value, absence) => {
    if (absence !== null) return `,"${absence.toUpperCase()}"`.repeat(variables.length)
    if (value === null) return nothing
    if (!isText) return known(value)
    return `,${wording === 'flat' ? octetCell(onOneLine(JSON.parse(value))) : octetCellOfJson(value)}`
  }
}

/** Statistics programs take a line for a reply, also within quotes. */
const onOneLine = (text: string) => text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')

function written(
  { kind, option }: Variable,
  cell: Pick<Cell, 'value'>,
  keys: readonly string[] | undefined,
  options: ReadonlyMap<string, string>,
): string {
  switch (kind) {
    case 'flag':
      return keys && option ? (keys.includes(option.key) ? '1' : '0') : ''
    case 'rank':
      return String(1 + (keys ?? []).indexOf(option?.key ?? '') || '')
    case 'files':
      return cell.value === null ? '' : String(attachments(cell).length)
    case 'code':
      return (typeof cell.value === 'string' && options.get(cell.value)) || ''
    case 'number':
    case 'date':
    case 'text':
      return typeof cell.value === 'number' || typeof cell.value === 'string' ? octetCell(cell.value) : ''
  }
}
