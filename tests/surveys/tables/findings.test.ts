// A chart and its file hold the same numbers; totals carry no names; the codebook has every variable.
import { expect, test } from 'vitest'
import { completenessOf } from '#surveys/analysis/completeness.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { gapsOf } from '#surveys/analysis/gaps.ts'
import { heatMap } from '#surveys/analysis/heat-map.ts'
import { modalityMix } from '#surveys/analysis/modalities.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { partnersOf } from '#surveys/analysis/partners.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { completenessTable, gapsTable, modalitiesTable, partnersTable } from '#surveys/tables/assistance.ts'
import { codebookEntries, codebookTable } from '#surveys/tables/codebook-table.ts'
import { csvLines, type Table } from '#surveys/tables/csv.ts'
import { heatTable, measuresTable, needsTable, stepsTable } from '#surveys/tables/findings.ts'
import { attachment, fileName, manifestLine } from '#surveys/tables/manifest.ts'
import { totalsTable } from '#surveys/tables/totals.ts'
import { CODEBOOK, consultation, replies, type Said } from '../analysis/rounds.ts'
import { readRows, whole } from './read-csv.ts'

const SAID: Said[] = [4, 5, 5, 4, 1].map((p, i) => ({
  lead: i < 3 ? 'police' : 'courts',
  'needs.training.priority': `p${p}`,
  'needs.training.urgency': 'u3',
  'measures.m01.status': i < 2 ? 'implemented' : 'planned',
  'steps.t01.agreement': `a${p}`,
  top: ['training'],
}))
const view = disclose(consultation(replies(SAID)), 'team')
const read = async (table: Table) => readRows(await whole(csvLines(table)))
const must = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('not there')
  return found
}

test('the file of the ranking holds the numbers of the chart', async () => {
  const ranking = must(rankNeeds(view))
  const rows = await read(needsTable(view, ranking, 'en'))
  expect(rows.map((row) => [row.area, row.place, row.shared_by, row.n, row.of])).toEqual(
    ranking.rows.map((row) => [row.area.key, row.place, row.sharedBy, row.base.n, row.base.of]),
  )
  rows.forEach((row, place) => {
    expect(Number(row.score)).toBeCloseTo(ranking.rows[place]?.score ?? -1, 5)
    expect([0, 1, 2, 3, 4, 5].map((level) => row[`rated_${level}`])).toEqual(ranking.rows[place]?.spread.counts)
  })
})

test('the file of the heat map holds its cells, absences by name', async () => {
  const map = must(
    heatMap(disclose(consultation(replies([...SAID, { 'needs.training.priority': '!pns' }])), 'team'), 'priority'),
  )
  const rows = await read(heatTable(view, map, 'en'))
  expect(rows.find((row) => row.area === 'training')).toMatchObject({ XA: 4, XE: 1, XF: 'PNS', median: 4, n: 5 })
})

test('the files of measures and steps hold the numbers of the charts', async () => {
  const readiness = must(readinessOf(view))
  const [measure] = await read(measuresTable(view, readiness, 'en'))
  expect(measure).toMatchObject({ measure: 'm01', implemented: 2, planned: 3, readiness_declared: 0.55, n: 5, of: 8 })
  const consensus = must(consensusOf(view))
  const [step] = await read(stepsTable(view, consensus, 'en'))
  expect(step).toMatchObject({ step: 't01', rated_5: 2, in_favour: 4, label: 'agreed_with_reservations', n: 5 })
})

test('totals hold every question once per figure, and no country', async () => {
  const levels = SAID.map((_, i) => (i < 3 ? ('aggregate_only' as const) : ('named' as const)))
  const shared = disclose(consultation(replies(SAID, levels)), 'shared')
  const rows = await read(totalsTable(shared, 'en'))
  expect(rows.find((row) => row.variable === 'lead' && row.option === 'police')).toMatchObject({
    value: 3,
    n: 5,
    of: 8,
  })
  expect(JSON.stringify(rows)).not.toMatch(/"X[A-H]"/)
  expect(rows.map((row) => row.question)).not.toContain('contact')
  expect(rows.filter((row) => row.variable === 'remark').map((row) => row.measure)).toEqual(['withheld'])
  const only = await read(totalsTable(shared, 'en', 'needs.priority'))
  expect(new Set(only.map((row) => row.item))).toEqual(new Set(['digital_evidence', 'training', 'witnesses']))
})

test('the codebook has every variable once, with its texts in all languages', async () => {
  const rows = await read(codebookTable(CODEBOOK))
  expect(rows.map((row) => row.variable)).toEqual(CODEBOOK.variables.map((variable) => variable.name))
  const priority = rows.find((row) => row.variable === 'needs.training.priority')
  expect(priority).toMatchObject({ type: 'scale', kind: 'code', option_values: '0 | 1 | 2 | 3 | 4 | 5' })
  expect(priority?.question_label_ar).toBe('priority (ar)')
  const questions = [...codebookEntries(CODEBOOK).values()].flat()
  expect(questions.map((entry) => entry.ref)).toContain('needs.priority')
  expect(questions.find((entry) => entry.ref === 'needs.priority')?.variables).toEqual(['needs.*.priority'])
})

test('names of files are plain, and the manifest says what the file holds', () => {
  const of = {
    round: 'taf 2027/é',
    questionnaire: 'invented',
    version: '1.0.0',
    snapshot: null,
    profile: 'team',
    mode: null,
    language: 'ar',
    made_at: '2027-01-27T12:15:00.123Z',
  } as const
  const file = fileName(of, 'answers', 'csv')
  expect(file).toBe('taf-2027-_invented-1.0.0_live_answers_team_ar_20270127T121500Z.csv')
  expect(attachment(file)).toContain(`filename="${file}"; filename*=UTF-8''`)
  const line = manifestLine({ ...of, round: 'taf-2027', file, replies: 7, rows: 3, bytes: 10, sha256: 'ab' })
  expect(line).toContain(
    'round=taf-2027; questionnaire=invented; version=1.0.0; snapshot=live; profile=team; language=ar',
  )
  expect(line).toContain('made_at=2027-01-27T12:15:00.123Z; replies=7; rows=3; bytes=10; sha256=ab')
})

test('the files of gaps, kinds of assistance, partners and completeness hold the numbers of the charts', async () => {
  const said: Said[] = SAID.map((one, place) => ({
    ...one,
    'capacity.training.current': 'c2',
    'capacity.training.needed': 'c4',
    'needs.training.first': place < 2 ? 'course' : 'mission',
    'needs.training.partner': 'interpol',
    'measures.m01.obstacles': ['legal'],
    days: place < 3 ? '!na' : 2,
  }))
  const seen = disclose(consultation(replies(said)), 'team')
  const gaps = must(gapsOf(seen))
  const [gap, ...more] = await read(gapsTable(seen, gaps, 'en'))
  expect(gap).toMatchObject({ kind: 'gap', key: 'training', median_today: 2, median_needed: 4, gap: 2, short: 5, n: 5 })
  expect(more.at(-1)).toMatchObject({ kind: 'obstacle measures.obstacles', key: 'legal', countries: 5, times: 5 })
  const mix = must(modalityMix(seen))
  const kinds = await read(modalitiesTable(seen, mix, 'en'))
  expect(kinds.filter((row) => row.area === 'training').map((row) => [row.kind, row.first])).toEqual([
    ['course', 2],
    ['mission', 3],
  ])
  expect(Number(kinds.at(-2)?.share)).toBeCloseTo(mix.shares[0]?.share ?? -1, 5)
  const asked = await read(partnersTable(seen, must(partnersOf(seen)), 'en'))
  expect(asked.find((row) => row.area === 'training')).toMatchObject({ partner: 'interpol', requested: 4, active: 0 })
  const [cannot] = await read(completenessTable(seen, completenessOf(seen), 'en'))
  expect(cannot).toMatchObject({ question: 'days', cannot: 3, na: 3, n: 2 })
})
