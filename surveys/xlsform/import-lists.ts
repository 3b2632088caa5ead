// The lists of a form: every choice with its key, and its number where all choices of a list are numbers.
import type { Option } from '../definition/model.ts'
import { freeKey } from './keys.ts'
import { type Languages, neededText, textColumn, textOf } from './languages.ts'
import { type Line, shortened } from './model.ts'
import type { Numbered } from './sheets.ts'

export type ReadList = {
  readonly key: string
  readonly options: readonly Option[]
  /** from the name in the sheet to the key */
  readonly keyOf: ReadonlyMap<string, string>
}
/** By the name that the sheet gives them. */
export type ReadLists = ReadonlyMap<string, ReadList>

const HANDLED: ReadonlySet<string> = new Set(['list_name', 'list name', 'name', 'value', 'pillar'])
/** Words that the format keeps for its own lists. */
const RESERVED = ['yes_no', 'yes_partly_no']

export function readLists(rows: readonly Numbered[], languages: Languages, lines: Line[]): ReadLists {
  const byList = Map.groupBy(rows, ({ row }) => (row.list_name ?? row['list name'] ?? '').trim())
  const taken = new Set<string>()
  const lists = new Map<string, ReadList>()
  for (const [name, own] of byList) {
    if (name === '') continue
    const isBuiltIn = RESERVED.includes(name) && isYesAndNo(own, name)
    const key = isBuiltIn ? name : freeKey(RESERVED.includes(name) ? `${name}_list` : name, 'list', taken)
    if (key !== name) note(own[0], 'list_name', name, 'name', key, lines)
    lists.set(name, { key, ...readOptions(own, languages, lines) })
  }
  return lists
}

const nameOf = ({ row }: Numbered) => (row.name ?? row.value ?? '').trim()

/** A list of this house's own two, as an export writes it. */
export function isYesAndNo(rows: readonly Numbered[], list: string): boolean {
  return rows.map(nameOf).join(' ') === (list === 'yes_no' ? 'yes no' : 'yes partly no')
}

function readOptions(rows: readonly Numbered[], languages: Languages, lines: Line[]) {
  const [keyOf, taken, options] = [new Map<string, string>(), new Set<string>(), [] as Option[]]
  const isNumeric = rows.every((row) => /^-?\d+(\.\d+)?$/.test(nameOf(row)))
  for (const row of rows) {
    const name = nameOf(row)
    if (name === '' || keyOf.has(name)) {
      note(row, 'name', name, name === '' ? 'name' : 'choice_twice', '', lines, 'lost')
      continue
    }
    const key = freeKey(name, 'option', taken)
    if (key !== name) note(row, 'name', name, 'choice_name', key, lines)
    keyOf.set(name, key)
    options.push(optionOf(row, key, name, isNumeric, languages, lines))
    reportColumns(row, lines)
  }
  return { options, keyOf }
}

function optionOf(
  from: Numbered,
  key: string,
  name: string,
  isNumeric: boolean,
  languages: Languages,
  lines: Line[],
): Option {
  const { row } = from
  const value = row.name === undefined ? Number.NaN : Number(row.value ?? Number.NaN)
  const description = textOf(row, 'tdt::description', languages)
  return {
    key,
    ...(Number.isFinite(value) ? { value } : isNumeric && { value: Number(name) }),
    label: neededText(from, 'label', languages, name, { sheet: 'choices', lines }),
    ...(description && { description }),
    ...(row.pillar && /^[a-z][a-z0-9_]*$/.test(row.pillar) && { pillar: row.pillar }),
  }
}

function reportColumns(from: Numbered, lines: Line[]): void {
  for (const [column, what] of Object.entries(from.row)) {
    const text = textColumn(column)
    if (HANDLED.has(column) || (text && text.language !== null)) continue
    const why = text ? 'language_unknown' : /^(media|image|audio|video|big-image)/.test(column) ? 'media' : 'column'
    note(from, column, what, why, '', lines, 'lost')
  }
}

function note(
  at: Numbered | undefined,
  column: string,
  what: string,
  why: Line['why'],
  detail: string,
  lines: Line[],
  effect: Line['effect'] = 'changed',
): void {
  lines.push({ sheet: 'choices', row: at?.number ?? 1, column, what: shortened(what), why, detail, effect })
}
