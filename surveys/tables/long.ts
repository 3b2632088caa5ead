// The long table: one row per variable and country, whatever the type, so that two rounds can be put below each other.
import { levelOf, namedCells } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { chosenKeys } from '#surveys/analysis/refs.ts'
import { attachments } from '#surveys/analysis/tally.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Option } from '#surveys/definition/model.ts'
import { BOM, type CsvRow, csvLine } from './csv.ts'
import { type Export, label, ORIGIN, origin, type Replies } from './export.ts'

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

/** The columns between the place and the reasons: code, label, number, text. */
type Written = readonly [code: string | null, label: string | null, number: number | null, text: string | null]
const NOTHING: Written = [null, null, null, null]

/** The lines of the file, one reply in memory at a time. */
export async function* longLines(of: Export, from: Replies): AsyncGenerator<string> {
  yield BOM + csvLine(LONG_HEADER)
  for await (const reply of from) for (const row of longRows(of, reply)) yield csvLine(row)
}

/**
 * The rows of one reply in codebook order. A multi has a row per option (value_number 1 or 0, the code only where chosen), a
 * ranking too (value_number is the rank); an absence stands in each row of its field, a comment in the first. The last
 * column says whether the answers may be put below those of the version before: same, reworded, mapped, broken, new.
 */
function* longRows(of: Export, reply: Reply): Generator<CsvRow> {
  const head = [...origin(of), reply.country]
  for (const [field, cell] of namedCells(of.plan, reply)) {
    const comparability = of.ledger?.get(field.name)?.comparability ?? null
    const tail = [levelOf(reply, field.section), reply.revision, reply.submittedAt, comparability]
    let comment = cell.comment
    for (const { option, written } of values(of, field, cell)) {
      const name = option ? `${field.name}.${option.key}` : field.name
      const place = [name, field.group?.group ?? null, field.item?.key ?? null, field.question.key, option?.key ?? null]
      yield [...head, ...place, ...written, cell.absence, comment, cell.language, ...tail]
      comment = null
    }
  }
}

function values(of: Export, field: Field, cell: Cell): { option: Option | null; written: Written }[] {
  switch (field.question.type) {
    case 'multi':
    case 'ranking': {
      const keys = chosenKeys(field, cell)
      const isRanking = field.question.type === 'ranking'
      return field.options.map((option) => ({ option, written: choice(of, option, keys, isRanking) }))
    }
    default:
      return [{ option: null, written: scalar(of, field, cell) }]
  }
}

function choice(of: Export, option: Option, keys: readonly string[] | undefined, isRanking: boolean): Written {
  if (!keys) return NOTHING
  const place = keys.indexOf(option.key)
  if (place < 0) return [null, null, isRanking ? null : 0, null]
  return [option.key, label(of, option.label), isRanking ? place + 1 : 1, null]
}

function scalar(of: Export, field: Field, cell: Cell): Written {
  const { value } = cell
  if (value === null) return NOTHING
  if (typeof value === 'number') return [null, null, value, null]
  if (typeof value !== 'string') return files(of, cell)
  if (field.options.length === 0) return [null, null, null, value]
  const option = field.options.find((one) => one.key === value)
  return [value, option ? label(of, option.label) : null, option?.value ?? null, null]
}

/** How many documents and links; which ones is for the team, which holds the documents. */
function files(of: Export, cell: Cell): Written {
  const all = attachments(cell)
  const names = all.map((one) => (one.kind === 'file' ? one.name : one.url))
  return [null, null, all.length, of.plan.reader === 'team' ? names.join('; ') : null]
}
