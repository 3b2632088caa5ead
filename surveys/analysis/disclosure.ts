// Who may see what: the one function that every output passes, be it a chart, a table, a file or a sentence.
import type { Cell, Cells, Level } from '#surveys/answering/model.ts'
import { LEVELS } from '#surveys/answering/model.ts'
import type { Codebook, Country, Field, Question } from '#surveys/definition/model.ts'
import { linkedSections } from './links.ts'
import type { Base, Consultation, Mode, Reader, Reply, Shown, View, Voice } from './model.ts'
import { type CellRow, type RowReply, rowOf } from './rows.ts'

/** Fewer contributors than this are not shown to anybody outside the team, and fewer than this never stay unnamed. */
export const SMALLEST_GROUP = 3

/** What deciding needs of a reply: the consent, none of the answers. */
export type Signed = Pick<Reply, 'country' | 'level' | 'sectionLevels'>
export type Consent = Pick<Reply, 'level' | 'sectionLevels'>
export type Standing = 'named' | 'counted' | 'out'

/** Who stands where, by section; decided from the consents alone, so that a stream needs no answers to know it. */
export type Plan = {
  readonly reader: Reader
  readonly codebook: Codebook
  readonly standings: ReadonlyMap<string, ReadonlyMap<string, Standing>>
  readonly shown: ReadonlyMap<string, Shown>
}

/**
 * Decides by section who is shown by name, who counts in the totals, and who does not appear.
 * The team sees every submitted reply by name. Outside, the delegation's level for the section holds, the lowest one where a
 * formula combines sections; with one or two delegations in the totals only, `mode` says which half is given up.
 * @param signed the consents of a round's replies; those of countries outside the roster are ignored
 */
export function planDisclosure(
  codebook: Codebook,
  roster: readonly Country[],
  signed: Iterable<Signed>,
  reader: Reader,
  mode: Mode,
): Plan {
  const invited = new Set(roster.map((country) => country.code))
  const members = [...signed].filter((reply) => invited.has(reply.country))
  const standings = new Map<string, ReadonlyMap<string, Standing>>()
  const shown = new Map<string, Shown>()
  for (const [section, linked] of linkedSections(codebook)) {
    const levels = members.map((reply) => [reply.country, lowest(linked.map((key) => levelOf(reply, key)))] as const)
    const how = reader === 'team' ? forTeam(members.length, roster.length) : forOthers(levels, roster.length, mode)
    shown.set(section, how)
    standings.set(
      section,
      new Map(levels.map(([country, level]) => [country, reader === 'team' ? 'named' : standingOf(level, how)])),
    )
  }
  return { reader, codebook, standings, shown }
}

function forTeam(members: number, roster: number): Shown {
  return { kind: 'names_and_totals', named: members, totalsOnly: 0, of: roster }
}

function forOthers(levels: readonly (readonly [string, Level])[], roster: number, mode: Mode): Shown {
  const named = levels.filter(([, level]) => atLeast(level, 'named')).length
  const totalsOnly = levels.filter(([, level]) => level === 'aggregate_only').length
  const isSafe = totalsOnly === 0 || totalsOnly >= SMALLEST_GROUP
  const kind = isSafe ? 'names_and_totals' : mode
  return { kind, named, totalsOnly, of: kind === 'by_name' ? named : roster }
}

function standingOf(level: Level, shown: Shown): Standing {
  if (level === 'pmt_only') return 'out'
  if (shown.kind === 'totals') return 'counted'
  if (atLeast(level, 'named')) return 'named'
  return shown.kind === 'by_name' ? 'out' : 'counted'
}

/**
 * What one reader may see of a consultation.
 * @param mode only matters outside the team, and only where one or two delegations stay in the totals only
 */
export function disclose(consultation: Consultation, reader: Reader, mode: Mode = 'by_name'): View {
  const { codebook, roster, replies } = consultation
  const plan = planDisclosure(codebook, roster, replies, reader, mode)
  const byCountry = new Map(replies.map((reply) => [reply.country, reply]))
  const inOrder = roster.flatMap((country) => {
    const reply = byCountry.get(country.code)
    return reply ? [{ country, reply }] : []
  })
  const voices = new Map<string, readonly Voice[]>()
  for (const section of plan.standings.keys()) {
    const cast = inOrder.flatMap(({ country, reply }) => voiceOf(plan, section, country, reply, consultation))
    voices.set(section, [...cast.filter((one) => one.country), ...shuffle(cast.filter((one) => !one.country))])
  }
  const { round, today, snapshot } = consultation
  return { round, codebook, roster, today, snapshot, reader, voices, shown: plan.shown }
}

function voiceOf(plan: Plan, section: string, country: Country, reply: Reply, consultation: Consultation): Voice[] {
  const standing = standingAt(plan, section, reply.country)
  if (standing === 'out') return []
  const linked = linkedSections(plan.codebook).get(section) ?? []
  const cells: [string, Cell][] = []
  const evidence = new Set<string>()
  for (const key of linked)
    for (const field of plan.codebook.bySection.get(key) ?? []) {
      const cell = reply.cells.get(field.name)
      if (cell && isVisible(plan.reader, field.question)) cells.push([field.name, cell])
      if (consultation.acceptedEvidence.has(`${reply.country}/${field.name}`)) evidence.add(field.name)
    }
  return [{ country: standing === 'named' ? country : null, cells: new Map(cells), evidence }]
}

/** Those in the totals only, ordered by what they said: neither protocol order nor the order of arrival shows through. */
function shuffle(voices: readonly Voice[]): Voice[] {
  const keyOf = (voice: Voice) => JSON.stringify([[...voice.cells.values()], [...voice.evidence]])
  return voices
    .map((voice) => ({ voice, key: keyOf(voice) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ voice }) => voice)
}

/** Where a country stands in a section; `out` when it has not replied. */
function standingAt(plan: Plan, section: string, country: string): Standing {
  return plan.standings.get(section)?.get(country) ?? 'out'
}

/** By plan, the fields by the sections that are shown by name: a file asks again for each of thousands of replies. */
const fieldsByName = new WeakMap<Plan, Map<string, readonly Field[]>>()

/**
 * The fields whose cells may be listed under a country's name, in codebook order; the same array for countries of which the
 * same sections are shown.
 */
function namedFields(plan: Plan, country: string): readonly Field[] {
  const known = fieldsByName.get(plan) ?? new Map<string, readonly Field[]>()
  fieldsByName.set(plan, known)
  let sections = ''
  for (const [section, countries] of plan.standings) if (countries.get(country) === 'named') sections += `${section} `
  const before = known.get(sections)
  if (before) return before
  const isNamed = new Set(sections.split(' '))
  const fields = plan.codebook.fields.filter(
    ({ section, question }) => isNamed.has(section) && isVisible(plan.reader, question),
  )
  known.set(sections, fields)
  return fields
}

/**
 * The cells of one reply that may be listed under the country's name, in codebook order.
 * @returns field and cell; nothing for sections in which the country is not shown by name
 */
export function namedCells(plan: Plan, reply: Signed & { readonly cells: Cells }): [Field, Cell][] {
  return namedFields(plan, reply.country).flatMap((field): [Field, Cell][] => {
    const cell = reply.cells.get(field.name)
    return cell ? [[field, cell]] : []
  })
}

/** What stands at each of a reply's places, in codebook order; undefined: nothing, or nothing that may be shown. */
export type Placed<W> = { readonly writers: readonly W[]; readonly rows: readonly (CellRow | undefined)[] }

type Layout<W> = { readonly writers: readonly W[]; readonly places: ReadonlyMap<string, number> }

/**
 * Puts the rows of a reply into codebook order, beside what writes each of them; only fields that may be listed under the
 * country's name have a place.
 * @param writerOf is asked once per field for a whole file
 */
export function placing<W>(plan: Plan, writerOf: (field: Field) => W): (reply: Reply | RowReply) => Placed<W> {
  const known = new Map<Field, W>()
  const layouts = new Map<readonly Field[], Layout<W>>()
  const layoutOf = (fields: readonly Field[]): Layout<W> => {
    for (const field of fields) if (!known.has(field)) known.set(field, writerOf(field))
    const writers = fields.map((field) => known.get(field) as W)
    const layout = { writers, places: new Map(fields.map(({ name }, place) => [name, place])) }
    layouts.set(fields, layout)
    return layout
  }
  return (reply) => {
    const fields = namedFields(plan, reply.country)
    const { writers, places } = layouts.get(fields) ?? layoutOf(fields)
    const rows = new Array<CellRow | undefined>(fields.length).fill(undefined)
    for (const row of 'rows' in reply ? reply.rows : [...reply.cells.values()].map(rowOf)) {
      const place = places.get(row[0])
      if (place !== undefined) rows[place] = row
    }
    return { writers, rows }
  }
}

/**
 * A country's own words: its free texts in the sections that it shows by name. They are its own act, so they may be shown
 * even where the figures of the section are released as totals.
 */
export function ownWords({ codebook, roster, replies }: Consultation, reader: Reader, country: string): Cells {
  const reply = replies.find((one) => one.country === country)
  if (!reply || !roster.some((one) => one.code === country)) return new Map()
  const kept = codebook.fields.flatMap((field): [string, Cell][] => {
    const cell = reply.cells.get(field.name)
    const isText = field.question.type === 'text' || field.question.type === 'long_text'
    const isOpen = reader === 'team' || atLeast(levelOf(reply, field.section), 'named')
    return cell && isText && isOpen && isVisible(reader, field.question) ? [[field.name, cell]] : []
  })
  return new Map(kept)
}

/** The delegations that count in a section for this reader. */
export function voicesIn(view: View, section: string): readonly Voice[] {
  return view.voices.get(section) ?? []
}

/** "n of N" for n contributors of a section. */
export function baseOf(view: View, section: string, n: number): Base {
  const shown = view.shown.get(section)
  return { n, of: shown?.of ?? view.roster.length, basis: shown?.kind === 'by_name' ? 'named' : 'roster' }
}

/** Whether figures over n contributors are withheld: outside the team, below three. The base counts, not a cell. */
export function isTooSmall(view: View, n: number): boolean {
  return view.reader !== 'team' && n < SMALLEST_GROUP
}

/** Contact data and notes to the team never leave the team, whatever the delegation's level is. */
export function isVisible(reader: Reader, question: Question): boolean {
  return reader === 'team' || question.confidentiality === 'regional'
}

/** The level that holds for a section: the delegation's choice for it, else the one for the whole reply. */
export function levelOf(reply: Consent, section: string): Level {
  return reply.sectionLevels[section] ?? reply.level
}

/** The lower of two consents, section by section: what was said then, and what is said now. */
export function lowerOf(then: Consent, now: Consent): Consent {
  const sections = new Set([...Object.keys(then.sectionLevels), ...Object.keys(now.sectionLevels)])
  const bySection = [...sections].map((section) => [section, lowest([levelOf(then, section), levelOf(now, section)])])
  return { level: lowest([then.level, now.level]), sectionLevels: Object.fromEntries(bySection) }
}

function atLeast(level: Level, wanted: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(wanted)
}

function lowest(levels: readonly Level[]): Level {
  return LEVELS[Math.min(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'pmt_only'
}

/** One release, seen from its consents: who stands where, and what each delegation said, as a digest. */
export type Outing = {
  /** by section, by country */
  readonly standings: ReadonlyMap<string, ReadonlyMap<string, Standing>>
  /** the same digest, the same answers; undefined when the country has not replied */
  readonly digestOf: (country: string, section: string) => string | undefined
}

/** A release of these replies, as everybody outside the team would read it. */
export function outingOf({ codebook, roster, replies }: Consultation, mode: Mode): Outing {
  const { standings } = planDisclosure(codebook, roster, replies, 'shared', mode)
  const linked = linkedSections(codebook)
  return {
    standings,
    digestOf(country, section) {
      const cells = replies.find((reply) => reply.country === country)?.cells
      const fields = linked.get(section)?.flatMap((key) => codebook.bySection.get(key) ?? [])
      return (
        cells && JSON.stringify(fields?.map(({ name }) => [name, cells.get(name)?.value, cells.get(name)?.absence]))
      )
    },
  }
}
