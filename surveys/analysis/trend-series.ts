// What is followed from round to round: the figures of the dashboards that stand for one delegation, and its numbers.
import type { Cells } from '#surveys/answering/model.ts'
import type { Codebook, Field, Text } from '#surveys/definition/model.ts'
import { chosen, fieldAt, fieldsAt, levelsOf } from './refs.ts'

/** One line of a trend: an area, a measure, a question. */
export type Subject = {
  readonly key: string
  readonly label: Text
  /** the questions whose answers make the figure */
  readonly fields: readonly Field[]
  /** of one delegation; null where an answer is missing */
  readonly value: (cells: Cells) => number | null
}

/**
 * needs: the priority of each area, in levels · gaps: capacity needed less capacity there is, in levels, never negative ·
 * measures: the weight of the state, 0-1 · figures: numbers and levels that stand alone, each in its own unit
 */
export type Series = {
  readonly part: 'needs' | 'gaps' | 'measures' | 'figures'
  readonly section: string
  /** of the section, where the part is one of several of its kind */
  readonly title: Text | null
  /** the ends of the scale; null where each line has its own */
  readonly low: number | null
  readonly high: number | null
  readonly subjects: readonly Subject[]
}

/** Everything that can be followed in a questionnaire; parts that it does not have are left out. */
export function seriesOf(codebook: Codebook): Series[] {
  const all = [needs(codebook), gaps(codebook), measures(codebook), ...figures(codebook)]
  return all.filter((series) => series !== undefined && series.subjects.length > 0) as Series[]
}

const levelIn = (field: Field | undefined, cells: Cells) => chosen(field, cells)?.value ?? null

function needs(codebook: Codebook): Series | undefined {
  const fields = fieldsAt(codebook, codebook.questionnaire.analysis.needs?.priority)
  const levels = levelsOf(fields[0]).map(({ value }) => value)
  const [first] = fields
  if (!first) return undefined
  const subjects = fields.flatMap((field): Subject[] => {
    const { item } = field
    return item ? [{ ...item, fields: [field], value: (cells) => levelIn(field, cells) }] : []
  })
  return { part: 'needs', section: first.section, title: null, low: levels[0] ?? 0, high: levels.at(-1) ?? 0, subjects }
}

function gaps(codebook: Codebook): Series | undefined {
  const { needs: part, gaps: own } = codebook.questionnaire.analysis
  const [current, needed] = [own?.current ?? part?.current, own?.needed ?? part?.needed]
  const fields = fieldsAt(codebook, current)
  const levels = levelsOf(fields[0]).map(({ value }) => value)
  const [first] = fields
  if (!first) return undefined
  const subjects = fields.flatMap((field): Subject[] => {
    const { item } = field
    const other = item && fieldAt(codebook, needed, item.key)
    if (!item || !other || other.section !== first.section) return []
    const value = (cells: Cells) => gapBetween(levelIn(field, cells), levelIn(other, cells))
    return [{ ...item, fields: [field, other], value }]
  })
  return {
    part: 'gaps',
    section: first.section,
    title: null,
    low: 0,
    high: (levels.at(-1) ?? 0) - (levels[0] ?? 0),
    subjects,
  }
}

const gapBetween = (current: number | null, needed: number | null) =>
  current === null || needed === null ? null : Math.max(0, needed - current)

function measures(codebook: Codebook): Series | undefined {
  const part = codebook.questionnaire.analysis.readiness
  const fields = fieldsAt(codebook, part?.status)
  const [first] = fields
  if (!part || !first) return undefined
  const subjects = fields.flatMap((field): Subject[] => {
    const { item } = field
    const value = (cells: Cells) => {
      const state = chosen(field, cells)?.key
      return state === undefined || part.exclude.includes(state) ? null : (part.weights[state] ?? 0)
    }
    return item ? [{ ...item, fields: [field], value }] : []
  })
  return { part: 'measures', section: first.section, title: null, low: 0, high: 1, subjects }
}

/** Numbers and ordered choices outside groups, one series for each section: sections may be disclosed differently. */
function figures(codebook: Codebook): Series[] {
  return codebook.questionnaire.sections.map(({ key: section, title }) => {
    const fields = (codebook.bySection.get(section) ?? []).filter(({ group }) => !group)
    const subjects = fields.flatMap((field): Subject[] => {
      const { key, label, type, confidentiality } = field.question
      const isOrdered = type === 'number' || levelsOf(field).length > 1
      const isMany = type === 'multi' || type === 'ranking'
      if (!isOrdered || isMany || confidentiality !== 'regional') return []
      return [{ key, label, fields: [field], value: (cells) => figureIn(field, cells) }]
    })
    return { part: 'figures', section, title, low: null, high: null, subjects }
  })
}

function figureIn(field: Field, cells: Cells): number | null {
  const value = cells.get(field.name)?.value
  return typeof value === 'number' ? value : levelIn(field, cells)
}
