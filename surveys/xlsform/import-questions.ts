// One row of a form as a question: what travelled from this house where the cells still say it, else what they say.
import type { Text } from '../definition/model.ts'
import { type Incoming, readCondition, Untranslatable } from './expressions-in.ts'
import { type Limits, readConstraint } from './import-limits.ts'
import type { ReadLists } from './import-lists.ts'
import type { PlannedQuestion } from './import-plan.ts'
import { type Branch, lineAt, lostAt } from './import-tree.ts'
import { type Languages, neededText, textOf } from './languages.ts'
import type { Line } from './model.ts'
import { isAsWritten, type Own } from './own.ts'
import { XPathError } from './xpath.ts'

export type Reading = {
  readonly lists: ReadLists
  readonly languages: Languages
  readonly lines: Line[]
  /** without the place where a condition stands */
  readonly terms: Incoming
}
/** As the file has it; a check where its constraint is more than limits. */
export type ReadQuestion = {
  readonly question: Record<string, unknown>
  readonly check: Record<string, unknown> | undefined
}

const LIMITS: ReadonlySet<string> = new Set(['min', 'max', 'min_length', 'max_length', 'exclusive'])
const SAID_IN_CELLS: ReadonlySet<string> = new Set(['type', 'list', 'required', 'show_if'])
const OF_ALL: ReadonlySet<string> = new Set(['absence', 'comment', 'confidentiality'])

export function readQuestion(planned: PlannedQuestion, by: Reading): ReadQuestion {
  const { branch, key } = planned
  if (planned.otherOf) return { question: otherText(planned, planned.otherOf, by), check: undefined }
  const own = branch.own?.is === 'question' ? branch.own : undefined
  const isType = own !== undefined && isAsWritten(own, branch.row, 'type')
  const asked = isType ? ownType(own) : plainType(branch, by)
  const type = String(asked.type)
  const { limits, check } = limitsOf(planned, own, isType, asked.decimals === 0 ? 'integer' : type, by)
  const place = { sheet: 'survey', lines: by.lines }
  const help = helpOf(branch, by)
  const unit = type === 'number' ? textOf(branch.row, 'tdt::unit', by.languages) : undefined
  return {
    question: {
      key,
      ...asked,
      ...(own && pick(own.about, OF_ALL)),
      ...limits,
      ...requiredOf(planned, own, by),
      ...showIf(planned, own, by),
      label: neededText(branch, 'label', by.languages, branch.row.name ?? key, place),
      ...(help && { help }),
      ...(unit && { unit }),
    },
    check,
  }
}

type OwnQuestion = Extract<Own, { is: 'question' }>

const pick = (about: OwnQuestion['about'], names: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(about).filter(([name]) => names.has(name)))

/** Type and list, and what goes with the type alone. */
function ownType({ about }: OwnQuestion): Record<string, unknown> {
  const rest = Object.entries(about).filter(
    ([name]) => !LIMITS.has(name) && !SAID_IN_CELLS.has(name) && !OF_ALL.has(name),
  )
  return { type: about.type, ...(about.list !== undefined && { list: about.list }), ...Object.fromEntries(rest) }
}

function plainType(branch: Branch, by: Reading): Record<string, unknown> {
  switch (branch.type) {
    case 'select_one': {
      const list = listOf(branch, by)
      return list === 'yes_no' || list === 'yes_partly_no' ? { type: list } : { type: 'single', list }
    }
    case 'select_multiple':
      return { type: 'multi', list: listOf(branch, by) }
    case 'rank':
      return { type: 'ranking', list: listOf(branch, by) }
    case 'integer':
      return { type: 'number', decimals: 0 }
    case 'decimal':
      return { type: 'number' }
    case 'range':
      return rangeOf(branch, by)
    case 'date':
      return { type: 'date' }
    case 'datetime':
      by.lines.push(lineAt(branch, 'type', branch.row.type ?? '', 'date_time'))
      return { type: 'date' }
    case 'time':
      by.lines.push(lineAt(branch, 'type', branch.row.type ?? '', 'time'))
      return { type: 'text' }
    case 'image':
    case 'photo':
      by.lines.push(lineAt(branch, 'type', branch.row.type ?? '', 'picture'))
      return { type: 'file', accept: ['jpg', 'png'] }
    case 'acknowledge':
    case 'trigger':
      return { type: 'confirm' }
    case 'file':
      return { type: 'file' }
    default:
      return { type: /\bmultiline\b/.test(branch.row.appearance ?? '') ? 'long_text' : 'text' }
  }
}

function listOf(branch: Branch, by: Reading): string {
  const list = by.lists.get(branch.list)
  if (!list) by.lines.push(lostAt(branch, 'type', branch.row.type ?? '', 'list_missing', branch.list))
  return list?.key ?? 'list_missing'
}

/** `start=0 end=10 step=1`: from nought to ten in ones where nothing is said. */
function rangeOf(branch: Branch, by: Reading): Record<string, unknown> {
  const said = branch.row.parameters ?? ''
  const parameter = (name: string, otherwise: number) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*(-?[\\d.]+)`).exec(said)?.[1] ?? otherwise)
  const [min, max, step] = [parameter('start', 0), parameter('end', 10), parameter('step', 1)]
  const decimals = Math.min(6, (String(step).split('.')[1] ?? '').length)
  if (step !== 10 ** -decimals) by.lines.push(lostAt(branch, 'parameters', said, 'range_step', String(step)))
  return { type: 'number', decimals, min, max }
}

/** Where a hint is for those who train others, it is guidance here too. */
function helpOf({ row }: Branch, { languages }: Reading): Text | undefined {
  const [hint, guidance] = [textOf(row, 'hint', languages), textOf(row, 'guidance_hint', languages)]
  if (!hint || !guidance) return withSource(hint ?? guidance, languages)
  const codes = languages.all.filter((code) => hint[code] ?? guidance[code])
  return withSource(
    Object.fromEntries(codes.map((code) => [code, [hint[code], guidance[code]].filter(Boolean).join('\n\n')])),
    languages,
  )
}

function withSource(text: Text | undefined, { all: [source = 'en'] }: Languages): Text | undefined {
  if (!text || text[source]) return text
  return { ...text, [source]: Object.values(text)[0] ?? '' }
}

/** The text beside "other" is asked of those who chose it. */
function otherText(planned: PlannedQuestion, of: PlannedQuestion, { languages }: Reading): Record<string, unknown> {
  const isSeveral = of.branch.type === 'select_multiple'
  const show_if = isSeveral ? `selected(\${${of.key}}, 'other')` : `\${${of.key}} = 'other'`
  return { key: planned.key, type: 'text', show_if, label: inLanguages(SPECIFY, languages) }
}

const SPECIFY: Text = { en: 'Other: please specify', fr: 'Autre : veuillez préciser', ar: 'غير ذلك: يُرجى التحديد' }
export const OTHER: Text = { en: 'Other', fr: 'Autre', ar: 'غير ذلك' }

/** This house's own words in the languages of a form; the source language always has some. */
export function inLanguages(text: Text, { all }: Languages): Text {
  const [source = 'en'] = all
  return Object.fromEntries(
    all.flatMap((code) => (text[code] ? [[code, text[code]]] : code === source ? [[code, text.en ?? '']] : [])),
  )
}

function requiredOf(
  planned: PlannedQuestion,
  own: OwnQuestion | undefined,
  by: Reading,
): { required?: boolean | string } {
  const { row } = planned.branch
  if (own && isAsWritten(own, row, 'required')) {
    const required = own.about.required
    return typeof required === 'string' || required === true ? { required } : {}
  }
  const cell = (row.required ?? '').trim()
  if (/^(yes|true|true\(\)|1|required)$/i.test(cell)) return { required: true }
  if (cell === '' || /^(no|false|false\(\)|0)$/i.test(cell)) return {}
  const said = condition(planned, 'required', cell, by)
  return said === undefined ? {} : { required: said }
}

/** Its own condition and those of the groups around it. */
function showIf(planned: PlannedQuestion, own: OwnQuestion | undefined, by: Reading): { show_if?: string } {
  const { row } = planned.branch
  const around = planned.conditions.flatMap((source) => condition(planned, 'relevant', source, by) ?? [])
  const travelled = own && isAsWritten(own, row, 'relevant') ? own.about.show_if : undefined
  const here =
    typeof travelled === 'string'
      ? travelled
      : row.relevant
        ? condition(planned, 'relevant', row.relevant, by)
        : undefined
  const all = [...new Set([...around, ...(here === undefined ? [] : [here])])]
  if (all.length === 0) return {}
  return { show_if: all.length === 1 ? (all[0] ?? '') : all.map((one) => `(${one})`).join(' and ') }
}

const placed = ({ group, branch }: PlannedQuestion, { terms }: Reading): Incoming => ({
  ...terms,
  ...(group && { group }),
  self: branch.row.name ?? '',
})

function condition(planned: PlannedQuestion, column: string, source: string, by: Reading): string | undefined {
  try {
    return readCondition(source, placed(planned, by))
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    by.lines.push(lostAt(planned.branch, column, source, 'expression', error.message))
    return undefined
  }
}

type Limited = { readonly limits: Limits; readonly check: Record<string, unknown> | undefined }

function limitsOf(
  planned: PlannedQuestion,
  own: OwnQuestion | undefined,
  isType: boolean,
  type: string,
  by: Reading,
): Limited {
  const { branch } = planned
  const source = (branch.row.constraint ?? '').trim()
  if (own && isType && isAsWritten(own, branch.row, 'constraint')) {
    return { limits: pick(own.about, LIMITS) as Limits, check: undefined }
  }
  if (source === '') return { limits: {}, check: undefined }
  try {
    const { limits, rest, unread } = readConstraint(source, type, own?.as.constraint ?? '', placed(planned, by))
    by.lines.push(...unread.map((what) => lostAt(branch, 'constraint', source, 'expression', what)))
    return { limits, check: checkOf(planned, source, rest, by) }
  } catch (error) {
    if (!(error instanceof XPathError)) throw error
    by.lines.push(lostAt(branch, 'constraint', source, 'expression', error.message))
    return { limits: {}, check: undefined }
  }
}

/** What is more than limits blocks, with the message of the form; limits have this house's own words. */
function checkOf(planned: PlannedQuestion, source: string, rest: string | undefined, by: Reading): Limited['check'] {
  const { branch, key, group } = planned
  const message = textOf(branch.row, 'constraint_message', by.languages)
  if (rest === undefined) {
    const words = Object.values(message ?? {})[0]
    if (words) by.lines.push(lostAt(branch, 'constraint_message', words, 'constraint_message'))
    return undefined
  }
  by.lines.push(lineAt(branch, 'constraint', source, 'constraint_check'))
  return {
    key: `${group ? `${group}_` : ''}${key}_constraint`,
    ...(group && { in: group }),
    when: `answered(\${${key}}) and not(${rest})`,
    level: 'block',
    at: key,
    message: withSource(message, by.languages) ?? inLanguages(UNFIT, by.languages),
  }
}

const UNFIT: Text = {
  en: 'This answer does not fit what was asked. Please correct it.',
  fr: 'Cette réponse ne correspond pas à ce qui est demandé. Veuillez la corriger.',
  ar: 'لا تتوافق هذه الإجابة مع المطلوب. يُرجى تصحيحها.',
}
