// One question as its page shows it: only what the page needs travels to the browser.

import type { Distribution, ItemResult } from '#surveys/analysis/distribution.ts'
import { distributionFinding } from '#surveys/analysis/distribution-findings.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Option } from '#surveys/definition/model.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import { answerLines } from '../../components/answering/answer-lines.ts'
import type { Answer, QuestionView, SaidItem } from '../../components/charts/question-view.ts'
import { speechOf } from '../../components/words.tsx'
import type { Results } from './source.server.ts'

export function questionView({ round, view }: Results, found: Distribution, visit: ParticipantVisit): QuestionView {
  const { field } = found
  const { question, group } = field
  const asked = found.rows.find(({ item }) => item && item.key === visit.url.searchParams.get('item'))
  const rows = asked ? [asked] : found.rows
  const section = view.codebook.questionnaire.sections.find((one) => one.key === field.section)
  const voices = view.voices.get(field.section) ?? []
  const speech = speechOf({
    t: visit.t,
    language: visit.language,
    digits: visit.account.digits,
    timeZone: round.meeting.timeZone,
  })
  return {
    ref: found.ref,
    number: field.number,
    type: question.type,
    section: section?.title ?? {},
    group: group?.label ?? null,
    label: question.label,
    help: question.help ?? null,
    unit: (question.type === 'number' && question.unit) || null,
    isCounted: found.isCounted,
    isTeamOnly: question.confidentiality !== 'regional',
    finding: asked && found.isCounted ? distributionFinding(rows, voices.length) : found.finding,
    base: asked ? asked.base : found.base,
    rows: rows.map(({ item, base, isHidden, absences, silent, tally }) => ({
      item: named(item),
      base,
      isHidden,
      absences,
      silent,
      tally,
    })),
    countries: voices.flatMap(({ country }) => (country ? [{ code: country.code, label: country.label }] : [])),
    said: rows.map((row) => saidAt(row, speech)),
    only: named(asked?.item ?? null),
  }
}

const named = (item: Option | null) => item && { key: item.key, label: item.label }

function saidAt({ item, field, said }: ItemResult, speech: ReturnType<typeof speechOf>): SaidItem {
  return {
    item: named(item),
    field: field.name,
    answers: Object.fromEntries(said.map(({ country, cell }) => [country.code, answerOf(field, cell, speech)])),
  }
}

function answerOf(field: Field, cell: Cell, speech: ReturnType<typeof speechOf>): Answer {
  const hasAnswer = cell.value !== null || cell.absence !== null
  const { lines, written } = answerLines(field, cell, speech)
  return {
    lines: hasAnswer ? lines : [],
    language: written,
    comment: cell.comment,
    isAbsence: cell.absence !== null,
  }
}
