// One country's page: its words, the state of its measures, its first needs, what it offers; only what may be shown of it.
import type { Cell, Cells } from '#surveys/answering/model.ts'
import type { Field, Option } from '#surveys/definition/model.ts'
import type { View, Voice } from './model.ts'
import { readNeeds } from './need-scores.ts'
import { rankNeeds } from './needs.ts'
import { readinessOf } from './readiness.ts'
import { absenceAt, chosen, chosenKeys, fieldAt, fieldsAt } from './refs.ts'
import { sheetPlan } from './sheet-plans.ts'

export type SheetFact = { readonly field: Field; readonly cell: Cell }
export type SheetMeasure = {
  readonly measure: Option
  readonly state: Option | null
  readonly isEvidenced: boolean
  readonly isAbsent: boolean
}
export type SheetNeed = {
  readonly area: Option
  readonly priority: Option
  readonly urgency: Option | null
  /** in the values of the levels */
  readonly current: number | null
  readonly needed: number | null
  /** k of n delegations share it; null where it is withheld */
  readonly shared: { readonly k: number; readonly n: number } | null
}

/** What one round's reply gives to the page. */
export type SheetPart = {
  readonly statement: SheetFact | null
  readonly milestone: SheetFact | null
  readonly milestoneDate: SheetFact | null
  readonly asOf: SheetFact | null
  readonly commentsFrom: readonly Option[]
  readonly facts: readonly SheetFact[]
  readonly done: string
  readonly measures: readonly SheetMeasure[]
  /** obstacles over the measures, most frequent first, three at most */
  readonly obstacles: readonly { readonly option: Option; readonly times: number }[]
  /** by own priority, then urgency; five at most */
  readonly needs: readonly SheetNeed[]
  readonly offers: readonly Option[]
}

const MOST_NEEDS = 5
const MOST_OBSTACLES = 3

/**
 * @param words cells that the country shows as its own act, whatever the totals do
 */
export function sheetOf(view: View, country: string, words: Cells): SheetPart {
  const plan = sheetPlan(view.codebook.questionnaire.questionnaire)
  const at = (ref: string | undefined) => factAt(view, country, ref)
  const said = (ref: string | undefined) => at(ref) ?? wordsAt(view, words, ref)
  const comments = at(plan.commentsFrom)
  return {
    statement: said(plan.statement),
    milestone: said(plan.milestone),
    milestoneDate: at(plan.milestoneDate),
    asOf: at(plan.asOf),
    commentsFrom: comments ? optionsIn(comments) : [],
    facts: plan.facts.flatMap((ref) => at(ref) ?? []),
    ...measuresOf(view, country),
    obstacles: obstaclesOf(view, country),
    needs: needsOf(view, country),
    offers: offersOf(view, country),
  }
}

function voiceOf(view: View, section: string | undefined, country: string): Voice | undefined {
  return section === undefined ? undefined : view.voices.get(section)?.find((one) => one.country?.code === country)
}

function factAt(view: View, country: string, ref: string | undefined): SheetFact | null {
  const [field] = fieldsAt(view.codebook, ref)
  const cell = field && voiceOf(view, field.section, country)?.cells.get(field.name)
  return field && cell && cell.value !== null && cell.value !== '' ? { field, cell } : null
}

function wordsAt(view: View, words: Cells, ref: string | undefined): SheetFact | null {
  const [field] = fieldsAt(view.codebook, ref)
  const cell = field && words.get(field.name)
  return field && cell ? { field, cell } : null
}

function optionsIn({ field, cell }: SheetFact): Option[] {
  const keys = chosenKeys(field, cell) ?? []
  return field.options.filter((option) => keys.includes(option.key))
}

function measuresOf(view: View, country: string): Pick<SheetPart, 'done' | 'measures'> {
  const readiness = readinessOf(view)
  const fields = fieldsAt(view.codebook, readiness?.part.status)
  const voice = voiceOf(view, fields[0]?.section, country)
  if (!readiness || !voice) return { done: '', measures: [] }
  const measures = fields.flatMap((field) => {
    if (!field.item) return []
    const state = chosen(field, voice.cells) ?? null
    const isEvidenced = voice.evidence.has(field.name)
    return [{ measure: field.item, state, isEvidenced, isAbsent: absenceAt(field, voice.cells) !== null }]
  })
  return { done: readiness.done, measures }
}

function obstaclesOf(view: View, country: string): SheetPart['obstacles'] {
  const { gaps } = view.codebook.questionnaire.analysis
  const fields = (gaps?.obstacles ?? []).flatMap((ref) => fieldsAt(view.codebook, ref))
  const counted = new Map<string, { option: Option; times: number }>()
  for (const field of fields) {
    const cells = voiceOf(view, field.section, country)?.cells
    for (const key of chosenKeys(field, cells?.get(field.name)) ?? []) {
      const option = field.options.find((one) => one.key === key)
      if (!option || gaps?.exclude?.includes(key)) continue
      counted.set(key, { option, times: (counted.get(key)?.times ?? 0) + 1 })
    }
  }
  return [...counted.values()].sort((a, b) => b.times - a.times).slice(0, MOST_OBSTACLES)
}

function needsOf(view: View, country: string): SheetNeed[] {
  const table = readNeeds(view)
  const place = table?.voices.findIndex((voice) => voice.country?.code === country) ?? -1
  const voice = table?.voices[place]
  if (!table || !voice) return []
  const ranked = new Map(rankNeeds(view)?.rows.map((row) => [row.area.key, row]))
  const own = table.areas.flatMap((area) => {
    const need = table.needs.get(area.key)?.[place]
    const option = chosen(fieldAt(view.codebook, table.part.priority, area.key), voice.cells)
    return need?.priority && option ? [{ area, need, option }] : []
  })
  own.sort((a, b) => (b.need.priority ?? 0) - (a.need.priority ?? 0) || (b.need.score ?? 0) - (a.need.score ?? 0))
  return own.slice(0, MOST_NEEDS).map(({ area, option }) => {
    const at = (ref: string | undefined) => chosen(fieldAt(view.codebook, ref, area.key), voice.cells)
    const row = ranked.get(area.key)
    return {
      area,
      priority: option,
      urgency: at(table.part.urgency) ?? null,
      current: at(table.part.current)?.value ?? null,
      needed: at(table.part.needed)?.value ?? null,
      shared: row && !row.isHidden ? { k: row.sharedBy, n: row.base.n } : null,
    }
  })
}

function offersOf(view: View, country: string): Option[] {
  const fact = factAt(view, country, view.codebook.questionnaire.analysis.partners?.offered)
  return fact ? optionsIn(fact) : []
}

/** Whether there is anything to show of a country at all. */
export function isEmptySheet(part: SheetPart): boolean {
  const lists = [part.facts, part.measures, part.needs, part.offers, part.obstacles]
  return lists.every((list) => list.length === 0) && !part.statement && !part.milestone
}
