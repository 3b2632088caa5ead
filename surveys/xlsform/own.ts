// What only this house knows of an element: it travels as JSON beside the row, without what the format assumes anyway.
import type { Group, Question, Section } from '../definition/model.ts'

/** Cells as they were written; where one is another now, somebody changed it, and it counts instead of what travels. */
export type Written = Readonly<Record<string, string>>

export type Own =
  | { readonly is: 'section' | 'intro' | 'item' | 'note'; readonly key?: string; readonly as: Written }
  | {
      readonly is: 'group'
      readonly key: string
      readonly for_each: string
      readonly layout: Group['layout']
      readonly as: Written
    }
  | {
      readonly is: 'question'
      readonly key: string
      readonly about: Readonly<Record<string, unknown>>
      readonly as: Written
    }

/** The cells that say the same as something that travels. */
const WRITTEN = ['type', 'name', 'required', 'relevant', 'constraint', 'repeat_count'] as const

/** What the file format fills in, by type where it differs. */
const ASSUMED: Readonly<Record<string, unknown>> = {
  required: false,
  absence: ['na', 'nap', 'pns'],
  comment: true,
  confidentiality: 'regional',
  exclusive: [],
  max_files: 5,
  max_megabytes: 10,
  accept: ['pdf', 'docx', 'xlsx', 'jpg', 'png'],
}
const ASSUMED_OF: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { max_length: 300 },
  long_text: { max_length: 4000 },
  number: { decimals: 2 },
  confirm: { absence: [] },
}
const TEXTS: ReadonlySet<string> = new Set(['label', 'help', 'unit'])
const BUILT_IN: ReadonlySet<string> = new Set(['yes_no', 'yes_partly_no'])

/** @param row its cells, as they are written beside it */
export function ownOfQuestion(question: Question, row: Written): Own {
  const about = Object.entries(question).filter(
    ([name, value]) =>
      name !== 'key' && !TEXTS.has(name) && !isAssumed(question.type, name, value) && !isOwnList(question, name),
  )
  return { is: 'question', key: question.key, about: Object.fromEntries(about), as: written(row) }
}

/** Yes and no are the list of their type; the file does not name it. */
const isOwnList = ({ type }: Question, name: string) => name === 'list' && BUILT_IN.has(type)

function isAssumed(type: Question['type'], name: string, value: unknown): boolean {
  const assumed = { ...ASSUMED, ...ASSUMED_OF[type] }
  return name in assumed && JSON.stringify(assumed[name]) === JSON.stringify(value)
}

export const ownOfGroup = ({ group, for_each, layout }: Group, row: Written): Own => ({
  is: 'group',
  key: group,
  for_each,
  layout,
  as: written(row),
})

export const ownOfSection = ({ key }: Section, row: Written): Own => ({ is: 'section', key, as: written(row) })

export const ownOf = (is: 'intro' | 'item' | 'note', row: Written): Own => ({ is, as: written(row) })

function written(row: Written): Written {
  return Object.fromEntries(WRITTEN.flatMap((column) => (row[column] ? [[column, row[column]]] : [])))
}

/** @returns undefined where nothing travels along, `broken` where it cannot be read */
export function readOwn(text: string | undefined): Own | 'broken' | undefined {
  if (!text) return undefined
  try {
    const own: unknown = JSON.parse(text)
    return isOwn(own) ? own : 'broken'
  } catch {
    return 'broken'
  }
}

function isOwn(own: unknown): own is Own {
  if (typeof own !== 'object' || own === null || !('is' in own) || !('as' in own)) return false
  if (typeof own.as !== 'object' || own.as === null) return false
  if (own.is === 'question')
    return 'key' in own && 'about' in own && typeof own.about === 'object' && own.about !== null
  if (own.is === 'group') return 'key' in own && 'for_each' in own
  return own.is === 'section' ? 'key' in own : own.is === 'intro' || own.is === 'item' || own.is === 'note'
}

/** Whether a cell still says what was written. */
export const isAsWritten = (
  own: Own,
  row: Readonly<Record<string, string>>,
  column: (typeof WRITTEN)[number],
): boolean => (own.as[column] ?? '') === (row[column] ?? '')
