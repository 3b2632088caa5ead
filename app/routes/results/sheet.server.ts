// A country's page from the replies of its meeting: each round gives what its questionnaire knows.
import { ownWords } from '#surveys/analysis/disclosure.ts'
import type { Consultation, View } from '#surveys/analysis/model.ts'
import { isEmptySheet, type SheetFact, type SheetMeasure, type SheetPart, sheetOf } from '#surveys/analysis/sheet.ts'
import type { Country } from '#surveys/definition/model.ts'
import { type AnswerSpeech, answerLines } from '../../components/answering/answer-lines.ts'
import type { SheetView, SheetWords } from '../../components/charts/sheet-view.ts'

export type SheetSource = { readonly consultation: Consultation; readonly view: View }

/**
 * @param sources the rounds, those whose words come first before the others
 * @returns undefined when nothing of the country may be shown
 */
export function sheetView(
  sources: readonly SheetSource[],
  country: Country,
  speech: AnswerSpeech,
): SheetView | undefined {
  const parts = sources.flatMap(({ consultation, view }) => {
    const reply = consultation.replies.find((one) => one.country === country.code)
    if (!reply) return []
    const part = sheetOf(view, country.code, ownWords(consultation, view.reader, country.code))
    return isEmptySheet(part) ? [] : [{ part, reply }]
  })
  const [main] = parts
  const roster = sources[0]?.view.roster ?? []
  if (!main) return undefined
  const say = (fact: SheetFact | null | undefined): SheetWords | null => (fact ? wordsOf(fact, speech) : null)
  const pick = (of: (part: SheetPart) => SheetFact | null) => say(parts.map(({ part }) => of(part)).find(Boolean))
  const measures = parts.find(({ part }) => part.measures.length > 0)?.part
  const labels = <T>(of: (part: SheetPart) => readonly T[]) => parts.flatMap(({ part }) => of(part))
  return {
    country: country.label,
    code: country.code,
    place: 1 + roster.findIndex(({ code }) => code === country.code),
    of: roster.length,
    statement: pick((part) => part.statement),
    asOf: pick((part) => part.asOf),
    milestone: pick((part) => part.milestone),
    milestoneDate: pick((part) => part.milestoneDate),
    facts: labels((part) => part.facts).map((fact) => ({
      label: fact.field.question.label,
      said: wordsOf(fact, speech),
    })),
    measures: (measures?.measures ?? []).map((one) => ({
      label: one.measure.label,
      state: one.state?.label ?? null,
      shade: shadeOf(one, measures?.done ?? ''),
    })),
    states: statesOf(measures?.measures ?? []),
    obstacles: labels((part) => part.obstacles).map(({ option, times }) => ({ label: option.label, times })),
    needs: labels((part) => part.needs).map((need) => ({
      label: need.area.label,
      priority: need.priority.value ?? 0,
      urgency: need.urgency?.label ?? null,
      current: need.current,
      needed: need.needed,
      shared: need.shared,
    })),
    offers: labels((part) => part.offers).map(({ label }) => label),
    commentsFrom: labels((part) => part.commentsFrom).map(({ label }) => label),
    revision: main.reply.revision,
    submittedAt: main.reply.submittedAt,
  }
}

function wordsOf({ field, cell }: SheetFact, speech: AnswerSpeech): SheetWords {
  const { lines, written } = answerLines(field, cell, speech)
  return { lines, language: written }
}

const SHADES: Readonly<Record<string, string>> = { in_progress: 'ip', planned: 'pl', not_started: 'ns' }

function shadeOf({ state, isEvidenced }: SheetMeasure, done: string): string {
  if (!state) return 'ab'
  if (state.key === done) return isEvidenced ? 'im' : 'de'
  return SHADES[state.key] ?? 'ab'
}

function statesOf(measures: readonly SheetMeasure[]): SheetView['states'] {
  const counted = new Map<string, { label: SheetView['country']; count: number; value: number }>()
  for (const { state } of measures) {
    if (!state) continue
    const known = counted.get(state.key)?.count ?? 0
    counted.set(state.key, { label: state.label, count: known + 1, value: state.value ?? -1 })
  }
  return [...counted.values()].sort((a, b) => b.value - a.value).map(({ label, count }) => ({ label, count }))
}
