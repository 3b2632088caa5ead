// Between an element and its form: what stands in the fields, and what the fields say when they come back.
import { readNumber, readText } from '#surveys/answering/entries.ts'
import type { Question, QuestionType, Text } from '#surveys/definition/model.ts'
import type { Content } from './addresses.ts'

import { type FieldSpec, QUESTION_TYPES } from './fields.ts'
import { retyped } from './question-types.ts'

/** By the name of the form's field: `label.fr`, `absence.na`, `max_length`. */
export type Values = Readonly<Record<string, string>>
/** The sentence is `drafts:problem.<code>`. */
export type EntryProblem = {
  readonly field: string
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}
export type ReadEntry = { readonly content: Content; readonly problems: readonly EntryProblem[] }

/** The longest text that a questionnaire keeps, in code points. */
const LONGEST = 4000
const LONGEST_LINE = 4500

/** What stands in the fields of an element as it is kept. */
export function valuesOf(
  { kind, of }: Content,
  fields: readonly FieldSpec[],
  languages: readonly string[],
): Record<string, string> {
  const held = kind === 'question' ? { ...of, ...requiredParts(of.required) } : of
  return Object.assign({}, ...fields.map((field) => valuesOfField(field, memberAt(held, field.name), languages)))
}

function requiredParts(required: Question['required']) {
  if (typeof required === 'string') return { required: 'if', required_if: required }
  return { required: required ? 'yes' : 'no' }
}

function valuesOfField(
  { name, kind, options }: FieldSpec,
  value: unknown,
  languages: readonly string[],
): Record<string, string> {
  switch (kind) {
    case 'text':
    case 'long':
      return Object.fromEntries(
        languages.map((language) => [`${name}.${language}`, String((value as Text | undefined)?.[language] ?? '')]),
      )
    case 'many': {
      const chosen = Array.isArray(value) ? value : []
      return Object.fromEntries(
        (options ?? []).map((option) => [`${name}.${option}`, chosen.includes(option) ? 'yes' : '']),
      )
    }
    case 'flag':
      return { [name]: value === true ? 'yes' : '' }
    case 'pairs':
      return {
        [name]: Object.entries(value ?? {})
          .map(([key, weight]) => `${key}: ${weight}`)
          .join('\n'),
      }
    case 'refs':
    case 'keys':
    case 'numbers':
      return { [name]: Array.isArray(value) ? value.join(', ') : '' }
    default:
      return { [name]: value === undefined || value === null ? '' : String(value) }
  }
}

function memberAt(held: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], held)
}

/**
 * The element as its form says. What cannot be read becomes a problem; the rules of the format are judged afterwards.
 * @param before as it is kept: what the form does not hold stays
 */
export function contentFrom(
  before: Content,
  values: Values,
  fields: readonly FieldSpec[],
  languages: readonly string[],
): ReadEntry {
  const problems: EntryProblem[] = []
  const read: Record<string, unknown> = {}
  for (const field of fields) {
    const value = readField(field, values, languages, (code, name = field.name, figures) => {
      problems.push({ field: name, code, ...(figures && { values: figures }) })
    })
    if (value !== undefined) place(read, field.name, value)
  }
  return { content: madeOf(before, read), problems }
}

/** Dots in a name lead deeper. */
function place(into: Record<string, unknown>, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inside = (into[first] ?? {}) as Record<string, unknown>
  into[first] = inside
  place(inside, rest.join('.'), value)
}

function madeOf(before: Content, read: Record<string, unknown>): Content {
  if (before.kind === 'question') return { kind: 'question', of: questionFrom(before.of, read) }
  if (before.kind === 'check') return { kind: 'check', of: { ...read, key: before.of.key } as typeof before.of }
  return { kind: before.kind, of: read } as Content
}

function questionFrom(before: Question, read: Record<string, unknown>): Question {
  const { required, required_if, ...rest } = read
  const type = QUESTION_TYPES.find((one) => one === read.type) ?? before.type
  const list = before.type === 'yes_no' || before.type === 'yes_partly_no' ? { list: before.type } : {}
  const asked = { ...list, ...rest, key: before.key, type: before.type, required: requiredFrom(required, required_if) }
  return retyped(asked as unknown as Question, type as QuestionType)
}

const requiredFrom = (required: unknown, condition: unknown) =>
  required === 'if' ? (condition ?? '') : required === 'yes'

type Refuse = (code: string, name?: string, figures?: Readonly<Record<string, string | number>>) => void

/** @returns undefined where nothing was entered */
function readField(field: FieldSpec, values: Values, languages: readonly string[], refuse: Refuse): unknown {
  const { name, kind, options = [], isOptional = false } = field
  const raw = values[name] ?? ''
  const missing = () => {
    if (!isOptional) refuse('missing')
    return undefined
  }
  switch (kind) {
    case 'text':
    case 'long':
      return readWords(field, values, languages, refuse)
    case 'many':
      return options.filter((option) => values[`${name}.${option}`] === 'yes')
    case 'flag':
      return raw === 'yes'
    case 'choice':
      return options.includes(raw) ? raw : missing()
    case 'number':
      return readFigure(raw, refuse) ?? missing()
    case 'numbers':
      return listed(raw)?.map((entry) => readFigure(entry, refuse)) ?? missing()
    case 'refs':
    case 'keys':
      return listed(raw) ?? missing()
    case 'pairs':
      return readPairs(raw, refuse) ?? missing()
    default: {
      const line = readText(raw, { maxLength: LONGEST_LINE, isOneLine: true })
      if ('problem' in line) refuse(line.problem, name, line.values)
      return ('value' in line ? line.value : null) ?? missing()
    }
  }
}

function readWords(
  { name, kind, isOptional }: FieldSpec,
  values: Values,
  languages: readonly string[],
  refuse: Refuse,
): Text | undefined {
  const words: Record<string, string> = {}
  for (const language of languages) {
    const at = `${name}.${language}`
    const read = readText(values[at] ?? '', { maxLength: LONGEST, isOneLine: kind === 'text' })
    if ('problem' in read) refuse(read.problem, at, read.values)
    else if (read.value !== null) words[language] = read.value
  }
  if (Object.keys(words).length === 0 && isOptional) return undefined
  // Another language may be missing until the draft is published; what it is translated from may not.
  const source = `${name}.${languages[0]}`
  if (words[languages[0] ?? ''] === undefined && (values[source] ?? '').trim() === '') refuse('source_missing', source)
  return words
}

function readFigure(raw: string, refuse: Refuse): number | undefined {
  const read = readNumber(raw, { decimals: 6, language: 'en' })
  if ('problem' in read) refuse(read.problem, undefined, read.values)
  return 'value' in read ? (read.value ?? undefined) : undefined
}

function listed(raw: string): string[] | undefined {
  const entries = raw.split(/[,،\s]+/).filter((entry) => entry !== '')
  return entries.length > 0 ? entries : undefined
}

function readPairs(raw: string, refuse: Refuse): Record<string, number> | undefined {
  const lines = raw
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const pairs = lines.flatMap((line): [string, number][] => {
    const [, key = '', figure = ''] = /^([a-z][a-z0-9_]*)\s*:\s*(.+)$/.exec(line) ?? []
    const weight = key === '' ? undefined : readFigure(figure, refuse)
    if (key === '') refuse('not_a_pair')
    return weight === undefined ? [] : [[key, weight]]
  })
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined
}
