// The rows of a survey as they are nested, with the kind of each.
import { type Line, type Row, shortened } from './model.ts'
import { type Own, readOwn } from './own.ts'
import type { Numbered } from './sheets.ts'

export type Kind = 'group' | 'repeat' | 'question' | 'note' | 'calculate' | 'metadata' | 'unknown'

export type Branch = {
  readonly kind: Kind
  readonly number: number
  readonly row: Row
  /** `select_one`, and so on: in the words of the format's reference, whatever was written */
  readonly type: string
  /** of choices */
  readonly list: string
  readonly orOther: boolean
  readonly own: Own | undefined
  readonly children: readonly Branch[]
}

const METADATA: ReadonlySet<string> = new Set(
  'start end today deviceid device_id subscriberid simserial phonenumber phone_number username email audit start-geopoint background-audio background-geopoint'.split(
    ' ',
  ),
)
const ASKED: ReadonlySet<string> = new Set(
  'text integer decimal range date time datetime select_one select_multiple rank file image photo acknowledge trigger'.split(
    ' ',
  ),
)
/** Older spellings that programs still take. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:select one|select_one|select1)(?: from)?(?=\s|$)/i, 'select_one'],
  [/^(?:select multiple|select_multiple|select all that apply)(?: from)?(?=\s|$)/i, 'select_multiple'],
  [/^(begin|end)[ _](group|repeat)$/i, '$1_$2'],
  [/^int$/i, 'integer'],
  [/^string$/i, 'text'],
]

/** @returns the branches at the top, in order */
export function treeOf(rows: readonly Numbered[], lines: Line[]): Branch[] {
  const top: Branch[] = []
  const open: { branch: Branch; inside: Branch[] }[] = []
  for (const numbered of rows) {
    const branch = branchOf(numbered, lines)
    if (!branch) continue
    const inside = open.at(-1)?.inside ?? top
    if (branch.type === 'end_group' || branch.type === 'end_repeat') {
      if (!open.pop()) lines.push(lineAt(numbered, 'type', branch.type, 'unclosed'))
      continue
    }
    inside.push(branch)
    if (branch.kind === 'group' || branch.kind === 'repeat') open.push({ branch, inside: branch.children as Branch[] })
  }
  for (const { branch } of open) lines.push(lineAt(branch, 'type', branch.type, 'unclosed'))
  return top
}

function branchOf({ number, row }: Numbered, lines: Line[]): Branch | undefined {
  const written = (row.type ?? '').trim().replaceAll(/\s+/g, ' ')
  if (written === '') {
    lines.push({ ...lineAt({ number }, 'type', row.name ?? Object.values(row)[0] ?? '', 'type'), effect: 'lost' })
    return undefined
  }
  const spelt = SPELLINGS.reduce((text, [pattern, name]) => text.replace(pattern, name), written)
  const [first = '', list = '', ...rest] = spelt.split(' ')
  const type = first.toLowerCase()
  const orOther = /\bor[_ ](?:other|specify other)\b/i.test([list, ...rest].join(' '))
  const own = readOwn(row['tdt::more'])
  if (own === 'broken')
    lines.push({ ...lineAt({ number }, 'tdt::more', row['tdt::more'] ?? '', 'more_unreadable'), effect: 'lost' })
  return { kind: kindOf(type), number, row, type, list, orOther, own: own === 'broken' ? undefined : own, children: [] }
}

function kindOf(type: string): Kind {
  if (type === 'begin_group') return 'group'
  if (type === 'begin_repeat') return 'repeat'
  if (type === 'note' || type === 'calculate') return type
  if (METADATA.has(type)) return 'metadata'
  return ASKED.has(type) ? 'question' : 'unknown'
}

export const lineAt = (
  { number }: { readonly number: number },
  column: string,
  what: string,
  why: Line['why'],
  detail = '',
): Line => ({ sheet: 'survey', row: number, column, what: shortened(what), why, detail, effect: 'changed' })

export const lostAt = (...of: Parameters<typeof lineAt>): Line => ({ ...lineAt(...of), effect: 'lost' })
