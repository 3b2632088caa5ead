// What stands in columns that this house does not read: listed cell by cell.

import { type Branch, lineAt, lostAt } from './import-tree.ts'
import { textColumn } from './languages.ts'
import { type Line, MORE } from './model.ts'

const READ: ReadonlySet<string> = new Set([
  'type',
  'name',
  'required',
  'relevant',
  'relevance',
  'constraint',
  'repeat_count',
  'parameters',
  MORE,
])
/** They say how a question looks or is handled, which this house decides by itself. */
const LOOKS = /^(appearance|read_?only|body::|style|w\d|hxl|bind::(?:type|readonly))/
const LOST: readonly (readonly [RegExp, Line['why']])[] = [
  [/^(default|initial)$/, 'default'],
  [/^choice_filter$/, 'choice_filter'],
  [/^calculation$/, 'calculation'],
  [/^(media|image|audio|video|big-image)/, 'media'],
]
const TEXTS_LOST: ReadonlySet<string> = new Set(['required_message'])

/** @param branches all of a survey, whatever became of them */
export function reportColumns(branches: readonly Branch[], lines: Line[]): void {
  for (const branch of branches) {
    for (const [column, what] of Object.entries(branch.row)) {
      const line = what.trim() === '' ? undefined : lineOf(branch, column, what)
      if (line) lines.push(line)
    }
    if (!branch.own) reportWords(branch, lines)
    reportColumns(branch.children, lines)
  }
}

function lineOf(branch: Branch, column: string, what: string): Line | undefined {
  const text = textColumn(column)
  if (text) {
    if (text.language === null) return lostAt(branch, column, what, 'language_unknown')
    return TEXTS_LOST.has(text.name) ? lostAt(branch, column, what, 'constraint_message') : undefined
  }
  if (READ.has(column) || branch.own?.is === 'item') return undefined
  const isCalculation = column === 'calculation' && (branch.kind === 'calculate' || /selected-at\(/.test(what))
  if (isCalculation || (column === 'appearance' && /^multiline$/.test(what.trim()))) return undefined
  const why = LOST.find(([pattern]) => pattern.test(column))?.[1] ?? (LOOKS.test(column) ? 'appearance' : 'column')
  return lostAt(branch, column, what, why)
}

/** Answers and signs of layout inside the words. */
function reportWords(branch: Branch, lines: Line[]): void {
  for (const [column, what] of Object.entries(branch.row)) {
    if (!/^(label|hint|guidance_hint)/.test(column)) continue
    if (/\$\{[^}]+\}/.test(what)) lines.push(lineAt(branch, column, what, 'reference_in_text'))
    if (/<[a-z][^>]*>|\*\*|^#{1,6}\s/im.test(what)) lines.push(lineAt(branch, column, what, 'markup'))
  }
}
