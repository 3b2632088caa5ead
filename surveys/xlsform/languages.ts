// The languages of a form, read from the headers of its columns, and the texts in them.
import type { Text } from '../definition/model.ts'
import { type Line, type Row, shortened } from './model.ts'
import type { Numbered } from './sheets.ts'

/** Languages that people name in the header instead of giving the code, in their own words or in English. */
const KNOWN: Readonly<Record<string, string>> = {
  english: 'en',
  anglais: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  arabic: 'ar',
  arabe: 'ar',
  العربية: 'ar',
  spanish: 'es',
  español: 'es',
  portuguese: 'pt',
  português: 'pt',
  german: 'de',
  italian: 'it',
  turkish: 'tr',
}

/** Columns that hold words in languages, some with `media::` and the like before them. */
const TRANSLATED =
  /^(label|hint|guidance_hint|constraint_message|required_message|tdt::(?:unit|description|title|intro)|message|reason)\s*(?:::?\s*(.+))?$/

/** `label::French (fr)` → `label`, `fr`; no language at all → `''`; one that nobody knows → null. */
export function textColumn(header: string): { name: string; language: string | null } | undefined {
  const [, name, language] = TRANSLATED.exec(header) ?? []
  return name === undefined ? undefined : { name, language: language === undefined ? '' : codeOf(language) }
}

/** The code of a language as a header or a setting names it. */
function codeOf(name: string): string | null {
  const inBrackets = /\(\s*([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*\)\s*$/i.exec(name)?.[1]
  if (inBrackets) return inBrackets.toLowerCase()
  const plain = name.trim().toLowerCase()
  return KNOWN[plain] ?? (/^[a-z]{2,3}$/.test(plain) ? plain : null)
}

export type Languages = {
  /** the source first */
  readonly all: readonly string[]
  /** that of columns which name none */
  readonly plain: string
}

/** @param headers of all sheets; `own`: what this house wrote down when the form was exported */
export function languagesOf(
  headers: readonly string[],
  setting: string | undefined,
  own: string | undefined,
): { languages: Languages; lines: Line[] } {
  const spoken = headers.flatMap((header) => textColumn(header)?.language || [])
  const isPlain = headers.some((header) => textColumn(header)?.language === '')
  const said = setting && setting !== 'default' ? codeOf(setting) : null
  const plain = said ?? spoken[0] ?? 'en'
  const travelled = own?.split(/\s+/).filter((code) => /^[a-z]{2,3}$/.test(code)) ?? []
  const source =
    said && (isPlain || spoken.includes(said)) ? said : (travelled[0] ?? (isPlain ? plain : (spoken[0] ?? plain)))
  const all = [...new Set([...travelled, source, ...spoken])]
  const lines: Line[] =
    isPlain && said === null
      ? [
          {
            sheet: 'settings',
            row: 1,
            column: 'default_language',
            what: '',
            why: 'language_assumed',
            detail: plain,
            effect: 'changed',
          },
        ]
      : []
  return {
    languages: { all: travelled.length > 0 ? all : [source, ...all.filter((code) => code !== source)], plain },
    lines,
  }
}

/** The words of a row under one name, by language; nothing where there are none. */
export function textOf(row: Row, name: string, { all, plain }: Languages): Text | undefined {
  const found = new Map<string, string>()
  for (const [header, words] of Object.entries(row)) {
    const column = textColumn(header)
    const language = column?.language === '' ? plain : column?.language
    if (column?.name !== name || !language || words.trim() === '') continue
    if (!found.has(language) || column.language !== '') found.set(language, words)
  }
  const text = Object.fromEntries(
    all.flatMap((language) => (found.has(language) ? [[language, found.get(language) ?? '']] : [])),
  )
  return Object.keys(text).length > 0 ? text : undefined
}

/**
 * The words of a row, never without those of the source language: where they are missing, others stand in.
 * @param instead what is shown where there are no words at all
 */
export function neededText(
  { row, number }: Numbered,
  name: string,
  languages: Languages,
  instead: string,
  place: { sheet: string; lines: Line[] },
): Text {
  const text = textOf(row, name, languages)
  const [source = 'en'] = languages.all
  if (text?.[source]) return text
  const words = Object.values(text ?? {})[0] ?? instead
  const why = text ? 'source_text' : 'label_missing'
  place.lines.push({
    sheet: place.sheet,
    row: number,
    column: name,
    what: shortened(words),
    why,
    detail: source,
    effect: 'changed',
  })
  return { ...text, [source]: words }
}
