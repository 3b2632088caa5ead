// Every text of a questionnaire by its place, the languages side by side.
import type { Questionnaire } from '#surveys/definition/model.ts'
import { textsOf } from '#surveys/definition/revising.ts'
import type { Table } from '../csv.ts'

export function translationsTable(questionnaire: Questionnaire): Table {
  const { languages } = questionnaire
  const rows = textsOf(questionnaire).map(({ place, text }) => [place, ...languages.map((code) => text[code] ?? null)])
  return { header: ['place', ...languages], rows }
}
