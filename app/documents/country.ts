// One country on paper: its sheet for the tour de table, and its national report, answer by answer, as far as it is shown by name.
import { namedCells, planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Consultation, Mode } from '#surveys/analysis/model.ts'
import type { Country, Field, Text } from '#surveys/definition/model.ts'
import { answerLines } from '../components/answering/answer-lines.ts'
import type { SheetView, SheetWords } from '../components/charts/sheet-view.ts'
import type { Speech } from '../components/words.tsx'
import { type Block, heading, plain, type Span, spanOf } from './model.ts'

type Row = Extract<Block, { kind: 'facts' }>['rows'][number]

export function sheetBlocks(sheet: SheetView, speech: Speech): Block[] {
  const { t, language, number } = speech
  const said = (words: SheetWords): Span[] => words.lines.map((line) => ({ words: line, language: words.language }))
  const row = (label: string, spans: readonly Span[]): Row => ({ label: plain(label), said: spans })
  const facts: Row[] = [
    ...(sheet.statement ? [row(t('dashboards:sheet.statement'), said(sheet.statement))] : []),
    ...(sheet.asOf ? [row(t('dashboards:sheet.as_of'), said(sheet.asOf))] : []),
    ...sheet.facts.map((fact) => ({ label: spanOf(fact.label, language), said: said(fact.said) })),
    ...(sheet.milestone
      ? [
          row(t('dashboards:sheet.milestone'), [
            ...said(sheet.milestone),
            ...(sheet.milestoneDate ? said(sheet.milestoneDate) : []),
          ]),
        ]
      : []),
    ...(sheet.offers.length > 0
      ? [
          row(
            t('documents:country.offers'),
            sheet.offers.map((text) => spanOf(text, language)),
          ),
        ]
      : []),
  ]
  const measures = sheet.measures.map((one) => [spanOf(one.label, language), stateOf(one, speech)])
  const needs = sheet.needs.map((one) => [
    spanOf(one.label, language),
    plain(number(one.priority)),
    one.urgency ? spanOf(one.urgency, language) : plain('–'),
    plain(one.shared ? t('results:k_of_n', one.shared) : '–'),
  ])
  return [
    { kind: 'facts', rows: facts },
    ...(measures.length > 0 ? [table(t('documents:country.measures'), ['measure', 'state'], measures, speech)] : []),
    ...(needs.length > 0
      ? [table(t('documents:country.needs'), ['area', 'priority', 'urgency', 'shared'], needs, speech)]
      : []),
  ]
}

function stateOf({ state, shade }: SheetView['measures'][number], { t, language }: Speech): Span {
  if (shade === 'im') return plain(t('dashboards:sheet.evidenced'))
  if (shade === 'de') return plain(t('dashboards:sheet.declared'))
  return state ? spanOf(state, language) : plain(t('results:not_answered'))
}

const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Span[])[],
  { t }: Speech,
): Block => ({
  kind: 'table',
  caption,
  head: columns.map((key) => t(`documents:country.${key}`)),
  rows,
})

/** A round of the snapshot with all its replies; what of them is printed, disclosure decides. */
export type ReportRound = { readonly title: Text; readonly consultation: Consultation }

/** @returns nothing where the country shows nothing by name */
export function reportBlocks(rounds: readonly ReportRound[], country: Country, mode: Mode, speech: Speech): Block[] {
  const { t, language, moment } = speech
  return rounds.flatMap(({ title, consultation }): Block[] => {
    const { codebook, roster, replies } = consultation
    const reply = replies.find((one) => one.country === country.code)
    if (!reply) return []
    const cells = namedCells(planDisclosure(codebook, roster, replies, 'shared', mode), reply)
    if (cells.length === 0) return []
    const bySection = Map.groupBy(cells, ([field]) => field.section)
    const sections = codebook.questionnaire.sections.flatMap(({ key, title }): Block[] => {
      const rows = (bySection.get(key) ?? []).map(([field, cell]): Row => {
        const { lines, written } = answerLines(field, cell, speech)
        return { label: labelOf(field, speech), said: lines.map((words) => ({ words, language: written })) }
      })
      return rows.length > 0 ? [heading(spanOf(title, language), 3), { kind: 'facts', rows }] : []
    })
    const signed = t('dashboards:cell.submitted', { revision: reply.revision, at: moment(reply.submittedAt) })
    return [heading(spanOf(title, language)), { kind: 'paragraph', spans: [plain(signed)], style: 'fine' }, ...sections]
  })
}

/** The question, and of which item it was asked. */
function labelOf(field: Field, { language }: Speech): Span {
  const question = spanOf(field.question.label, language)
  if (!field.item) return question
  const item = spanOf(field.item.label, language)
  return { words: `${item.words} · ${question.words}`, language: question.language }
}
