// Partners: who is asked for in each area, who already supports it, which delegations offer experience, and where the two meet.
import type { Cells } from '#surveys/answering/model.ts'
import type { Analysis, Country, Field, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall, voicesIn } from './disclosure.ts'
import type { Base, Finding, View, Voice } from './model.ts'
import { chosen, chosenKeys, fieldAt, fieldsAt } from './refs.ts'

export type PartnersPart = NonNullable<Analysis['partners']>

export type PartnerCell = {
  /** delegations that share the need and ask for this partner */
  readonly requested: number
  /** delegations where it already supports the area */
  readonly active: number
  /** in the same country at least once: asked for where it already works */
  readonly isInSameCountry: boolean
}
export type PartnerRow = {
  readonly area: Option
  /** n of N: those who share the need and name a partner */
  readonly base: Base
  readonly isHidden: boolean
  /** in the order of `partners` */
  readonly cells: readonly PartnerCell[]
  /** delegations that offer to share experience, and those of them that are shown by name */
  readonly offers: number
  readonly offering: readonly Country[]
  readonly mayDuplicate: boolean
}

/** How many are in touch with a body, and how: counts by option. */
export type ContactTable = {
  readonly field: Field
  readonly rows: readonly {
    readonly item: Option
    readonly base: Base
    readonly isHidden: boolean
    readonly counts: readonly { readonly option: Option; readonly count: number }[]
  }[]
}

export type Partners = {
  readonly part: PartnersPart
  readonly section: string
  readonly base: Base
  /** asked for or active somewhere, in the order of the lists, those asked for first */
  readonly partners: readonly Option[]
  readonly rows: readonly PartnerRow[]
  readonly contacts: ContactTable | undefined
  readonly channels: ContactTable | undefined
  readonly finding: Finding
}

/** @returns undefined when the questionnaire binds no partners */
export function partnersOf(view: View): Partners | undefined {
  const part = view.codebook.questionnaire.analysis.partners
  const fields = fieldsAt(view.codebook, part?.requested)
  const first = fields[0]
  if (!part || !first) return undefined
  const active = fieldsAt(view.codebook, part.active)[0]
  const listed = [...new Map([...first.options, ...(active?.options ?? [])].map((one) => [one.key, one])).values()]
  const all = fields.flatMap((field) => (field.item ? [partnerRow(view, part, field.item, field.section, listed)] : []))
  const used = listed.flatMap((option, place) => {
    const isUsed = all.some((row) => (row.cells[place]?.requested ?? 0) + (row.cells[place]?.active ?? 0) > 0)
    return isUsed ? [{ option, place }] : []
  })
  const partners = used.map(({ option }) => option)
  const rows = all.map((row) => ({ ...row, cells: used.flatMap(({ place }) => row.cells[place] ?? []) }))
  const voices = voicesIn(view, first.section).length
  return {
    part,
    section: first.section,
    base: baseOf(view, first.section, voices),
    partners,
    rows,
    contacts: contactTable(view, part.contacts),
    channels: contactTable(view, part.channels),
    finding: partnersFinding(rows, partners, voices),
  }
}

function partnerRow(
  view: View,
  part: PartnersPart,
  area: Option,
  section: string,
  listed: readonly Option[],
): PartnerRow {
  const asked = voicesIn(view, section).map(voiceReader(view, part, area))
  const contributors = asked.filter((one) => one.requested.length > 0).length
  const isHidden = isTooSmall(view, contributors)
  const seen = isHidden ? [] : asked
  // who works where already is a question of its own: its figures need contributors of its own
  const supported = isTooSmall(view, seen.filter((one) => one.saysSupport).length) ? [] : seen
  const requested = countKeys(seen.map((one) => one.requested))
  const active = countKeys(supported.map((one) => one.active))
  const inSameCountry = countKeys(supported.map((one) => one.active.filter((key) => one.requested.includes(key))))
  const cells = listed.map(({ key }) => ({
    requested: requested.get(key) ?? 0,
    active: active.get(key) ?? 0,
    isInSameCountry: inSameCountry.has(key),
  }))
  const offering = isHidden ? [] : offersFor(view, part, area)
  return {
    area,
    base: baseOf(view, section, contributors),
    isHidden,
    cells,
    offers: offering.length,
    offering: offering.flatMap(({ country }) => country ?? []),
    mayDuplicate: cells.some((cell) => cell.isInSameCountry),
  }
}

/** How many delegations name each key; a delegation names a key once. */
function countKeys(named: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const keys of named) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Reads one area of one voice after the other: where its answers stand is looked up once for all of them. */
function voiceReader(view: View, part: PartnersPart, area: Option) {
  const at = (ref: string | undefined) => fieldAt(view.codebook, ref, area.key)
  const [priorityField, requestedField, activeField] = [at(part.priority), at(part.requested), at(part.active)]
  const coverageField = at(view.codebook.questionnaire.analysis.needs?.coverage)
  return ({ cells }: Voice) => {
    const isShared = (chosen(priorityField, cells)?.value ?? 0) >= part.shared_from
    const active = keysAt(activeField, cells)
    const saysSupport = active.length > 0 || chosen(coverageField, cells) !== undefined
    return { requested: isShared ? keysAt(requestedField, cells) : [], active, saysSupport }
  }
}

/** The one key that is chosen, or all of several, each once. */
function keysAt(field: Field | undefined, cells: Cells): readonly string[] {
  if (!field) return []
  const one = chosen(field, cells)
  return one ? [one.key] : [...new Set(chosenKeys(field, cells.get(field.name)))]
}

/** Those who offer experience in an area; nobody where fewer than three answered the question. */
function offersFor(view: View, part: PartnersPart, area: Option): readonly Voice[] {
  const [field] = fieldsAt(view.codebook, part.offered)
  if (!field) return []
  const answered = voicesIn(view, field.section).filter(({ cells }) => chosenKeys(field, cells.get(field.name)))
  if (isTooSmall(view, answered.length)) return []
  return answered.filter(({ cells }) => chosenKeys(field, cells.get(field.name))?.includes(area.key))
}

function contactTable(view: View, ref: string | undefined): ContactTable | undefined {
  const fields = fieldsAt(view.codebook, ref)
  const [field] = fields
  if (!field) return undefined
  const rows = fields.flatMap((one) => {
    if (!one.item) return []
    const keys = voicesIn(view, one.section).flatMap(({ cells }) => chosen(one, cells)?.key ?? [])
    const isHidden = isTooSmall(view, keys.length)
    const counts = one.options.map((option) => ({
      option,
      count: isHidden ? 0 : keys.filter((key) => key === option.key).length,
    }))
    return [{ item: one.item, base: baseOf(view, one.section, keys.length), isHidden, counts }]
  })
  return { field, rows }
}

function partnersFinding(rows: readonly PartnerRow[], partners: readonly Option[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const demand = partners.map((option, place) => ({
    option,
    requested: rows.reduce((total, row) => total + (row.cells[place]?.requested ?? 0), 0),
  }))
  const [first, second] = demand.filter((one) => one.requested > 0).sort((a, b) => b.requested - a.requested)
  if (!first) return { code: rows.some((row) => !row.isHidden) ? 'partners_none' : 'too_few' }
  const numbers = { k: first.requested, count: rows.filter((row) => row.mayDuplicate).length }
  const texts = { first: first.option.label, second: second?.option.label ?? {} }
  const isPair = second?.requested === first.requested
  return {
    code: numbers.count === 0 ? (isPair ? 'partners_pair' : 'partners_first') : 'partners_double',
    texts,
    numbers,
  }
}
