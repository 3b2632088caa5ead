// The settings of a form, and the two sheets in which checks and declared changes travel.
import { type Languages, textOf } from './languages.ts'
import { type Line, shortened } from './model.ts'
import type { Numbered } from './sheets.ts'

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const READ: ReadonlySet<string> = new Set([
  'form_title',
  'title',
  'form_id',
  'id_string',
  'version',
  'default_language',
  'style',
])

export type Settings = Record<string, unknown> & { readonly minutes?: number }

export function readSettings(from: Numbered | undefined, languages: Languages, lines: Line[]): Settings {
  const row = from?.row ?? {}
  const note = (column: string, what: string, why: Line['why'], detail: string, effect: Line['effect'] = 'changed') =>
    lines.push({ sheet: 'settings', row: from?.number ?? 2, column, what: shortened(what), why, detail, effect })
  const [source = 'en'] = languages.all
  const name = row.form_title ?? row.title ?? row.form_id ?? 'Form'
  const title = { ...textOf(row, 'tdt::title', languages) }
  // Whoever edits the form knows this cell, and not the ones that travel.
  if (row.form_title ?? row.title ?? !title[source]) title[source] = name
  const intro = textOf(row, 'tdt::intro', languages)
  const id = row.form_id ?? row.id_string ?? name
  const slug = slugOf(id)
  if (slug !== id) note('form_id', id, 'form_id', slug)
  const version = VERSION.test(row.version ?? '') ? (row.version ?? '') : '1.0.0'
  if (version !== row.version) note('version', row.version ?? '', 'version', version)
  const minutes = Number(row['tdt::minutes'])
  const analysis = readJson(row['tdt::analysis'])
  if (row['tdt::analysis'] && !analysis) note('tdt::analysis', row['tdt::analysis'], 'more_unreadable', '', 'lost')
  for (const [column, what] of Object.entries(row))
    if (!READ.has(column) && !column.startsWith('tdt::')) note(column, what, 'column', '', 'lost')
  return {
    questionnaire: slug,
    version,
    languages: languages.all,
    title,
    ...(intro && { intro }),
    ...(Number.isInteger(minutes) && minutes > 0 && { minutes }),
    ...(analysis && { analysis }),
  }
}

function slugOf(id: string): string {
  if (SLUG.test(id)) return id
  const plain = id
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return /^[a-z]/.test(plain) ? plain : `form${plain && '-'}${plain}`
}

export function readChecks(rows: readonly Numbered[], languages: Languages, lines: Line[]): Record<string, unknown>[] {
  return rows.map(({ row, number }) => {
    const { key, level, at, in: group, when } = row
    const message = textOf(row, 'message', languages)
    if (!message)
      lines.push({
        sheet: '_tdt_checks',
        row: number,
        column: 'message',
        what: key ?? '',
        why: 'label_missing',
        detail: '',
        effect: 'changed',
      })
    return {
      key,
      ...(group && { in: group }),
      when,
      level,
      at,
      message: message ?? { [languages.all[0] ?? 'en']: key ?? '' },
    }
  })
}

export function readChanges(rows: readonly Numbered[], languages: Languages, lines: Line[]): Record<string, unknown>[] {
  return rows.map(({ row, number }) => {
    const [reason, maps] = [textOf(row, 'reason', languages), readJson(row.maps)]
    if (row.maps && !maps)
      lines.push({
        sheet: '_tdt_changes',
        row: number,
        column: 'maps',
        what: row.maps,
        why: 'more_unreadable',
        detail: '',
        effect: 'lost',
      })
    return { key: row.key, change: row.change, ...(reason && { reason }), ...(maps && { maps }) }
  })
}

function readJson(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
