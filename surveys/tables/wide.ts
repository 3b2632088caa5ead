// The wide table: one row per country, one column per variable, as statistics programs and pivot tables want it.
import { isVisible, namedCells } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Variable } from '#surveys/definition/model.ts'
import { BOM, csvCell, csvLine } from './csv.ts'
import { type Export, gather, type Lines, label, ORIGIN, origin, type Replies } from './export.ts'

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

const NO_LINE: Lines = { text: '', count: 0 }

/** Writes the line of one reply, or none for a country of which this reader may see nothing by name. */
function wideWriter(of: Export, wording: Wording): (reply: Reply) => Lines {
  const start = origin(of)
  const roster = new Map(
    of.roster.map(({ code, label: text }) => [code, csvLine([...start, code, label(of, text)]).slice(0, -2)]),
  )
  const byField = [...Map.groupBy(wideColumns(of), ({ field }) => field)].map(([field, variables]) => ({
    name: field.name,
    empty: ','.repeat(variables.length),
    write: columnsWriter(of, field, variables, wording),
  }))
  return (reply) => {
    const cells = new Map(namedCells(of.plan, reply).map(([field, cell]) => [field.name, cell]))
    const country = roster.get(reply.country)
    if (!country || (cells.size === 0 && of.plan.reader !== 'team')) return NO_LINE
    let text = `${country},"${reply.level}",${reply.revision},${csvCell(reply.submittedAt)}`
    for (const { name, empty, write } of byField) {
      const cell = cells.get(name)
      text += cell ? write(cell) : empty
    }
    return { text: `${text}\r\n`, count: 1 }
  }
}

/**
 * Writes all columns of a field, a comma before each. An absence is written in capitals, NA, NAP or PNS, which no key of an
 * option is.
 */
function columnsWriter(
  of: Export,
  field: Field,
  variables: readonly Variable[],
  wording: Wording,
): (cell: Cell) => string {
  const options = new Map(
    field.options.map(({ key, label: text }) => [key, csvCell(wording === 'labels' ? label(of, text) : key)]),
  )
  return (cell) => {
    if (cell.absence) return `,"${cell.absence.toUpperCase()}"`.repeat(variables.length)
    const keys = chosenKeys(field, cell)
    return variables.map((variable) => `,${written(variable, cell, keys, options, wording)}`).join('')
  }
}

function written(
  { kind, option }: Variable,
  cell: Cell,
  keys: readonly string[] | undefined,
  options: ReadonlyMap<string, string>,
  wording: Wording,
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
      if (wording === 'flat' && typeof cell.value === 'string') return csvCell(onOneLine(cell.value))
      return typeof cell.value === 'number' || typeof cell.value === 'string' ? csvCell(cell.value) : ''
  }
}

/** Statistics programs take a line for a reply, also within quotes. */
const onOneLine = (text: string) => text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
