// The files of answers hold exactly the cells that this reader may see: long, wide, JSON.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Mode, Reader, Reply } from '#surveys/analysis/model.ts'
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import type { Export } from '#surveys/tables/export.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { LONG_HEADER, longLines } from '#surveys/tables/long.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import { CODEBOOK, ROSTER, replies, reply, type Said } from '../analysis/rounds.ts'
import { readRows, whole } from './read-csv.ts'

function exportFor(list: readonly Reply[], reader: Reader, mode: Mode = 'by_name', language = 'en'): Export {
  const plan = planDisclosure(CODEBOOK, ROSTER, list, reader, mode)
  return { round: 'invented-2027', codebook: CODEBOOK, roster: ROSTER, snapshot: null, plan, language }
}
const long = async (list: readonly Reply[], reader: Reader, mode?: Mode) =>
  readRows(await whole(longLines(exportFor(list, reader, mode), list)))

const SAID: Said = {
  lead: 'police',
  consulted: ['customs', 'police'],
  days: 2.5,
  as_of: '2027-01-15',
  remark: '=cmd|calc\nsecond line',
  guidance: '!nap',
  papers: [
    { kind: 'link', url: 'https://example.org/act' },
    { kind: 'file', id: '1', name: 'act.pdf', bytes: 10, sha256: 'a' },
  ],
  sure: 'yes',
  contact: 'Somebody, +32 2 000 00 00',
  'needs.training.priority': 'p4',
  top: ['training', 'witnesses'],
}

test('the header is the one that was agreed', () => {
  expect(LONG_HEADER.join()).toBe(
    'round,questionnaire,version,snapshot,country,variable,group,item,question,option,value_code,value_label,value_number,' +
      'value_text,absence,comment,language,disclosure,revision,submitted_at,comparability',
  )
})

test('each type of answer stands in its columns', async () => {
  const rows = await long([reply('XA', SAID)], 'team')
  const at = (variable: string) => rows.find((row) => row.variable === variable)
  expect(at('lead')).toMatchObject({ value_code: 'police', value_label: 'police', value_number: null })
  expect(at('consulted.police')).toMatchObject({ option: 'police', value_code: 'police', value_number: 1 })
  expect(at('consulted.courts')).toMatchObject({ option: 'courts', value_code: null, value_number: 0 })
  expect(at('days')).toMatchObject({ value_number: 2.5 })
  expect(at('as_of')).toMatchObject({ value_text: '2027-01-15' })
  expect(at('remark')).toMatchObject({ value_text: '=cmd|calc\nsecond line' })
  expect(at('guidance')).toMatchObject({ absence: 'nap', value_code: null })
  expect(at('papers')).toMatchObject({ value_number: 2, value_text: 'https://example.org/act; act.pdf' })
  expect(at('needs.training.priority')).toMatchObject({
    group: 'needs',
    item: 'training',
    question: 'priority',
    value_code: 'p4',
    value_number: 4,
  })
  expect(at('top.witnesses')).toMatchObject({ value_code: 'witnesses', value_number: 2 })
  expect(at('top.digital_evidence')).toMatchObject({ value_code: null, value_number: null })
  expect(at('lead')).toMatchObject({ round: 'invented-2027', snapshot: 'live', country: 'XA', disclosure: 'named' })
})

test('a comment stands once, also where the field has many rows', async () => {
  const [base] = replies([{ consulted: ['police'] }])
  const cell = base?.cells.get('consulted')
  if (!base || !cell) throw new Error('there is a cell')
  const rows = await long([{ ...base, cells: new Map([['consulted', { ...cell, comment: 'Two services.' }]]) }], 'team')
  expect(rows.map((row) => row.comment)).toEqual(['Two services.', null, null])
})

test('the shareable file holds rows of those shown by name, without contact data; the team’s file everything', async () => {
  const levels: Level[] = ['pmt_only', 'aggregate_only', 'named', 'public']
  const list = replies(
    levels.map(() => SAID),
    levels,
  )
  const shared = await long(list, 'shared')
  expect([...new Set(shared.map((row) => row.country))]).toEqual(['XC', 'XD'])
  expect(shared.map((row) => row.question)).not.toContain('contact')
  expect(JSON.stringify(shared)).not.toContain('act.pdf')
  expect(await long(list, 'shared', 'totals')).toEqual([])
  const team = await long(list, 'team')
  expect([...new Set(team.map((row) => row.country))]).toEqual(['XA', 'XB', 'XC', 'XD'])
  expect(team.filter((row) => row.question === 'contact')).toHaveLength(4)
})

test('the wide table has a column per variable and a row per country', async () => {
  const of = exportFor([reply('XA', SAID)], 'team')
  const [codes] = readRows(await whole(wideLines(of, [reply('XA', SAID)], 'codes')))
  expect(codes).toMatchObject({
    country: 'XA',
    lead: 'police',
    'consulted.courts': 0,
    'top.training': 1,
    guidance: 'NAP',
  })
  expect(Object.keys(codes ?? {})).toHaveLength(9 + CODEBOOK.variables.length)
  const french = { ...of, language: 'fr' }
  const [labels] = readRows(await whole(wideLines(french, [reply('XA', SAID)], 'labels')))
  expect(labels).toMatchObject({ country_label: 'XA (fr)', lead: 'police (fr)' })
})

test('a round without replies gives a header, and JSON without replies', async () => {
  const of = exportFor([], 'team')
  expect(readRows(await whole(longLines(of, [])))).toEqual([])
  expect(readRows(await whole(wideLines(of, [], 'codes')))).toEqual([])
  expect(JSON.parse(await whole(jsonParts(of, [])))).toMatchObject({ round: 'invented-2027', replies: [] })
})

const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1', "'=1", '\u200fنص', 'a\r\nb'))
const answers = fc.record(
  {
    lead: fc.constantFrom('police', 'courts', '!na'),
    consulted: fc.subarray(['police', 'customs', 'courts'], { minLength: 1 }),
    days: fc.integer({ min: -1e9, max: 1e9 }),
    remark: words.filter((text) => text !== '' && !/^[!#]/.test(text)),
    'needs.training.priority': fc.constantFrom('p0', 'p5', '!pns'),
    top: fc.shuffledSubarray(['digital_evidence', 'training', 'witnesses'], { minLength: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Said>
const round = fc.array(fc.tuple(answers, fc.constantFrom(...LEVELS)), { maxLength: 8 })

test('the JSON is the cells, to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(round, async (lines) => {
      const list = replies(
        lines.map(([said]) => said),
        lines.map(([, level]) => level),
      )
      const read = JSON.parse(await whole(jsonParts(exportFor(list, 'team'), list)))
      expect(read.replies).toHaveLength(list.length)
      list.forEach((one, place) => {
        const cells = read.replies[place].cells as { field: string }[]
        expect(new Map(cells.map((cell) => [cell.field, cell]))).toEqual(new Map(one.cells))
      })
    }),
  )
})

test('the CSV read back is the cells, marks of direction aside', async () => {
  const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu
  await fc.assert(
    fc.asyncProperty(round, async (lines) => {
      const list = replies(lines.map(([said]) => said))
      const rows = await long(list, 'team')
      for (const one of list)
        for (const cell of one.cells.values()) {
          const own = rows.filter(
            (row) =>
              row.country === one.country &&
              String(row.variable).startsWith(cell.field) &&
              row.absence === cell.absence,
          )
          const ranked = [...own]
            .filter((row) => row.value_number)
            .sort((a, b) => Number(a.value_number) - Number(b.value_number))
          if (cell.field === 'top') expect(ranked.map((row) => row.option)).toEqual(cell.value)
          else if (cell.field === 'consulted')
            expect(own.filter((row) => row.value_number === 1).map((row) => row.option)).toEqual(
              ['police', 'customs', 'courts'].filter((key) => (cell.value as string[]).includes(key)),
            )
          else if (cell.field === 'days') expect(own[0]?.value_number).toBe(cell.value)
          else if (cell.field === 'remark') expect(own[0]?.value_text).toBe(String(cell.value).replace(marks, ''))
          else expect(own[0]?.value_code).toBe(cell.value)
        }
      const fields = list.reduce((sum, one) => sum + one.cells.size, 0)
      expect(new Set(rows.map((row) => `${row.country} ${row.group} ${row.question}`)).size).toBe(fields)
    }),
  )
})
