// The wide table: one row per country, one column per variable, as statistics programs and pivot tables want it.
import { isVisible, namedCells } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Variable } from '#surveys/definition/model.ts'
import { BOM, type CsvRow, type CsvValue, csvLine } from './csv.ts'
import { type Export, label, ORIGIN, origin, type Replies } from './export.ts'

/** Options by their label in the language of the file, or by their key. */
export type Wording = 'labels' | 'codes'

const HEAD = [...ORIGIN, 'country', 'country_label', 'disclosure', 'revision', 'submitted_at'] as const

/** The columns: the variables that this reader may see, in codebook order. */
function wideHeader(of: Export): string[] {
  return [...HEAD, ...columns(of).map((variable) => variable.name)]
}

const columns = (of: Export) =>
  of.codebook.variables.filter((variable) => isVisible(of.plan.reader, variable.field.question))

/** The lines of the file, one reply in memory at a time; countries without a cell to show have no line. */
export async function* wideLines(of: Export, from: Replies, wording: Wording): AsyncGenerator<string> {
  yield BOM + csvLine(wideHeader(of))
  for await (const reply of from) {
    const row = wideRow(of, reply, wording)
    if (row) yield csvLine(row)
  }
}

/** @returns undefined for a country of which this reader may see nothing by name */
function wideRow(of: Export, reply: Reply, wording: Wording): CsvRow | undefined {
  const cells = new Map([...namedCells(of.plan, reply)].map(([field, cell]) => [field.name, cell]))
  const country = of.roster.find((one) => one.code === reply.country)
  if (!country || (cells.size === 0 && of.plan.reader !== 'team')) return undefined
  return [
    ...origin(of),
    reply.country,
    label(of, country.label),
    reply.level,
    reply.revision,
    reply.submittedAt,
    ...columns(of).map((variable) => wideValue(of, variable, cells.get(variable.field.name), wording)),
  ]
}

/** An absence is written in capitals, NA, NAP or PNS, which no key of an option is. */
function wideValue(of: Export, variable: Variable, cell: Cell | undefined, wording: Wording): CsvValue {
  if (!cell) return null
  if (cell.absence) return cell.absence.toUpperCase()
  const { field, option } = variable
  switch (variable.kind) {
    case 'flag': {
      const keys = chosenKeys(field, cell)
      return keys && option ? Number(keys.includes(option.key)) : null
    }
    case 'rank': {
      const rank = 1 + (chosenKeys(field, cell) ?? []).indexOf(option?.key ?? '')
      return rank === 0 ? null : rank
    }
    case 'files':
      return cell.value === null ? null : attachments(cell).length
    case 'code': {
      const chosen = field.options.find((one) => one.key === cell.value)
      return chosen ? (wording === 'codes' ? chosen.key : label(of, chosen.label)) : null
    }
    case 'number':
    case 'date':
    case 'text':
      return typeof cell.value === 'number' || typeof cell.value === 'string' ? cell.value : null
  }
}
