// The other sheets of an exported version: its lists, its settings, and the two that only this house reads.
import type { Questionnaire } from '../definition/model.ts'
import { CHANGES, CHECKS, type Line, languageName, type Row, type Sheet } from './model.ts'
import { textCells, toSheet } from './sheets.ts'

const by = (name: string, { languages }: Questionnaire) =>
  languages.map((language) => `${name}::${languageName(language)}`)

export function choicesSheet(of: Questionnaire): Sheet {
  const rows = Object.entries(of.lists).flatMap(([list, options]) =>
    options.map(
      ({ key, label, value, description, pillar }): Row => ({
        list_name: list,
        name: key,
        ...textCells('label', label),
        ...(value !== undefined && { value: String(value) }),
        ...textCells('tdt::description', description),
        ...(pillar && { pillar }),
      }),
    ),
  )
  const columns = ['list_name', 'name', ...by('label', of), 'value', ...by('tdt::description', of), 'pillar']
  return toSheet('choices', columns, rows)
}

export function settingsSheet(of: Questionnaire): Sheet {
  const [source = 'en'] = of.languages
  const row: Row = {
    form_title: of.title[source] ?? of.questionnaire,
    form_id: of.questionnaire,
    version: of.version,
    default_language: languageName(source),
    style: 'pages',
    'tdt::languages': of.languages.join(' '),
    'tdt::minutes': String(of.minutes),
    ...textCells('tdt::title', of.title),
    ...textCells('tdt::intro', of.intro),
    ...(Object.keys(of.analysis).length > 0 && { 'tdt::analysis': JSON.stringify(of.analysis) }),
  }
  return toSheet('settings', Object.keys(row), [row])
}

/** Checks and declared changes: what blocks stands among the constraints too, the rest nowhere else. */
export function extraSheets(of: Questionnaire): { sheets: Sheet[]; lines: Line[] } {
  const checks = of.checks.map(
    ({ key, in: group, when, level, at, message }): Row => ({
      key,
      level,
      at,
      ...(group && { in: group }),
      when,
      ...textCells('message', message),
    }),
  )
  const changes = of.changes.map(
    ({ key, change, reason, maps }): Row => ({
      key,
      change,
      ...textCells('reason', reason),
      ...(maps && { maps: JSON.stringify(maps) }),
    }),
  )
  const sheets = [
    ...(checks.length > 0 ? [toSheet(CHECKS, ['key', 'level', 'at', 'in', 'when', ...by('message', of)], checks)] : []),
    ...(changes.length > 0 ? [toSheet(CHANGES, ['key', 'change', ...by('reason', of), 'maps'], changes)] : []),
  ]
  return { sheets, lines: linesOf(of) }
}

function linesOf(of: Questionnaire): Line[] {
  const lost = { detail: '', effect: 'lost' } as const
  const checks = of.checks.flatMap(({ key, level, when }, index): Line[] => {
    const isForeign = /\$\{[a-z0-9_-]+:/.test(when)
    if (level === 'block' && !isForeign) return []
    const why = isForeign ? 'check_foreign' : 'check'
    return [{ sheet: CHECKS, row: index + 2, column: 'when', what: key, why, ...lost }]
  })
  const changes = of.changes.map(
    ({ key }, index): Line => ({ sheet: CHANGES, row: index + 2, column: 'key', what: key, why: 'changes', ...lost }),
  )
  const parts = Object.keys(of.analysis)
  const analysis: Line = {
    sheet: 'settings',
    row: 2,
    column: 'tdt::analysis',
    what: parts.join(', '),
    why: 'analysis',
    ...lost,
  }
  return [...checks, ...changes, ...(parts.length > 0 ? [analysis] : [])]
}
