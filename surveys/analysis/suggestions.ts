// What is worth a second look in the replies to a round. Suggestions only: they block nothing, and the team dismisses them.
import type { Beyond } from '#surveys/answering/applicability.ts'
import { isAnswered, isAttachments } from '#surveys/answering/cells.ts'
import { type Checking, runChecks } from '#surveys/answering/checks.ts'
import { readLink } from '#surveys/answering/entries.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { isForeign } from '#surveys/answering/tongue.ts'
import type { Codebook, Field, Text } from '#surveys/definition/model.ts'
import { quartiles } from './statistics.ts'

export const SUGGESTION_KINDS = ['contradiction', 'outlier', 'empty_evidence', 'changed', 'language', 'link'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]
export type Suggestion = {
  readonly kind: SuggestionKind
  /** unique for the country: the kind, the field, and which check where it is one of the questionnaire's */
  readonly matter: string
  readonly country: string
  readonly field: Field
  /** of the check that strikes */
  readonly message: Text | null
  /** outlier: the middle of the region and the bounds of the usual */
  readonly region: { readonly low: number; readonly middle: number; readonly high: number; readonly n: number } | null
  /** changed: the answer of the round before */
  readonly before: Cell | null
}
/** An official reply, with what its checks may look at beside it. */
export type Looked = { readonly country: string; readonly cells: Cells } & Pick<Checking, 'previous' | 'elsewhere'>

/** Fewer answers make no region. */
const REGION_FROM = 5
/** Tukey's fences: so many interquartile ranges beyond the quartiles. */
const FENCE = 1.5
/** Levels of a scale, or times of a number, from which on a change since the round before is worth a look. */
const LEVELS_MOVED = 2
const TIMES_MOVED = 2

/** In the order of the questionnaire, then of the countries as they were given. @param today ISO date */
export function suggestionsOf(codebook: Codebook, replies: readonly Looked[], today: string): Suggestion[] {
  const place = new Map(codebook.fields.map(({ name }, index) => [name, index]))
  const found = [
    ...replies.flatMap((reply) => [
      ...contradictions(codebook, reply, today),
      ...emptyEvidence(codebook, reply),
      ...changes(codebook, reply),
      ...texts(codebook, reply),
    ]),
    ...codebook.fields.flatMap((field) => outliers(field, replies)),
  ]
  return found.sort((a, b) => (place.get(a.field.name) ?? 0) - (place.get(b.field.name) ?? 0))
}

type Base = { country: string; field: Field }
const suggest = (kind: SuggestionKind, { country, field }: Base, more: Partial<Suggestion> = {}): Suggestion => ({
  kind,
  matter: `${kind}:${field.name}`,
  country,
  field,
  message: null,
  region: null,
  before: null,
  ...more,
})

/** Also those that were explained: whether the explanation explains is the team's to judge. */
function contradictions(codebook: Codebook, { country, cells, ...beside }: Looked, today: string): Suggestion[] {
  return runChecks(codebook, cells, { today, ...beside }).map(({ check, field }) =>
    suggest(
      'contradiction',
      { country, field },
      { matter: `contradiction:${field.name}:${check.key}`, message: check.message },
    ),
  )
}

/** Figures and levels far from what the region says. */
function outliers(field: Field, replies: readonly Looked[]): Suggestion[] {
  const { type } = field.question
  if (type !== 'number' && type !== 'scale') return []
  const given = replies.flatMap(({ country, cells }) => {
    const figure = figureOf(field, cells.get(field.name))
    return figure === undefined ? [] : [{ country, figure }]
  })
  const spread = quartiles(given.map(({ figure }) => figure))
  if (given.length < REGION_FROM || !spread) return []
  // On a scale everybody may agree: then one level beside them is still usual.
  const reach = FENCE * Math.max(spread.iqr, type === 'scale' ? 1 : Math.abs(spread.median) / 2)
  const { least, most } = boundsOf(field)
  const region = {
    low: Math.max(least, spread.q1 - reach),
    middle: spread.median,
    high: Math.min(most, spread.q3 + reach),
    n: given.length,
  }
  return given
    .filter(({ figure }) => figure < region.low || figure > region.high)
    .map(({ country }) => suggest('outlier', { country, field }, { region }))
}

/** What can be answered at all: what is usual does not reach beyond. */
function boundsOf({ question, options }: Field): { least: number; most: number } {
  const levels = options.flatMap(({ value }) => value ?? [])
  if (question.type !== 'number') return { least: Math.min(...levels), most: Math.max(...levels) }
  return { least: question.min ?? Number.NEGATIVE_INFINITY, most: question.max ?? Number.POSITIVE_INFINITY }
}

/** What a field says as a number: itself, or the value of its option. */
function figureOf(field: Field, cell: Cell | undefined): number | undefined {
  const value = cell?.value
  if (typeof value === 'number') return value
  return typeof value === 'string' ? field.options.find(({ key }) => key === value)?.value : undefined
}

/** Implemented, and neither a document, nor a link, nor a word about it. */
function emptyEvidence(codebook: Codebook, { country, cells }: Looked): Suggestion[] {
  const { readiness } = codebook.questionnaire.analysis
  const keys = [readiness?.evidence, readiness?.evidence_note].flatMap((name) => name?.split('.').at(-1) ?? [])
  if (!readiness || keys.length === 0) return []
  const [group, status] = readiness.status.split('.')
  const most = Math.max(...Object.values(readiness.weights))
  return codebook.fields
    .filter((field) => field.group?.group === group && field.question.key === status)
    .filter((field) => readiness.weights[String(cells.get(field.name)?.value)] === most)
    .filter((field) => !keys.some((key) => hasWords(cells.get(`${group}.${field.item?.key}.${key}`))))
    .map((field) => suggest('empty_evidence', { country, field }))
}

const hasWords = (cell: Cell | undefined) =>
  isAnswered(cell) && (typeof cell?.value !== 'string' || /\p{L}{2}/u.test(cell.value))

/** Two levels or more, twice or half as much, yes where it was no. */
function changes(codebook: Codebook, { country, cells, previous }: Looked): Suggestion[] {
  if (!previous) return []
  const before: Beyond = 'codebook' in previous ? previous : { codebook, cells: previous }
  return codebook.fields.flatMap((field) => {
    const then = before.codebook.byName.get(field.name)
    const was = before.cells.get(field.name)
    if (!then || !was || then.question.type !== field.question.type) return []
    return hasMoved(field, figureOf(then, was), figureOf(field, cells.get(field.name)), [was, cells.get(field.name)])
      ? [suggest('changed', { country, field }, { before: was })]
      : []
  })
}

function hasMoved(
  { question }: Field,
  then: number | undefined,
  now: number | undefined,
  [was, is]: readonly [Cell, Cell | undefined],
): boolean {
  if (question.type === 'yes_no')
    return isAnswered(is) && was.value !== null && is?.value !== null && was.value !== is?.value
  if (then === undefined || now === undefined || then === now) return false
  if (question.type === 'scale') return Math.abs(then - now) >= LEVELS_MOVED
  if (question.type !== 'number') return false
  const [low, high] = [Math.min(then, now), Math.max(then, now)]
  return low <= 0 ? high > 0 : high / low >= TIMES_MOVED
}

/** Texts in a language that nobody of the round reads, and links that lead nowhere by their form. */
function texts(codebook: Codebook, { country, cells }: Looked): Suggestion[] {
  const { languages } = codebook.questionnaire
  return codebook.fields.flatMap((field) => {
    const cell = cells.get(field.name)
    if (!cell) return []
    const words = [cell.comment, isText(field) ? cell.value : null].filter((one) => typeof one === 'string')
    return [
      ...(words.some((text) => isForeign(text, languages)) ? [suggest('language', { country, field })] : []),
      ...(hasBrokenLink(cell, words) ? [suggest('link', { country, field })] : []),
    ]
  })
}

const isText = ({ question }: Field) => question.type === 'text' || question.type === 'long_text'

function hasBrokenLink({ value, typed }: Cell, words: readonly string[]): boolean {
  const links = isAttachments(value) ? value.flatMap((one) => (one.kind === 'link' ? [one.url] : [])) : []
  const mentioned = words.flatMap((text) => text.match(/(?:\bhttps?:|\bhtt?ps?:\/|\bwww\.)\S*/giu) ?? [])
  return (typed !== null && /^(?:https?:|www\.)/i.test(typed)) || [...links, ...mentioned].some((one) => !isLink(one))
}

/** The full stop after an address in a sentence is not part of it. */
function isLink(said: string): boolean {
  const address = said.replace(/[.,;:!?)\]»"'،؛]+$/u, '')
  const read = readLink(/^www\./i.test(address) ? `https://${address}` : address)
  return 'value' in read && read.value !== null
}
