// CSV that opens by a double click, runs nothing, and can be read back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOM, csvLine, csvLines } from '#surveys/tables/csv.ts'
import { meaning, readCsv, whole } from './read-csv.ts'

const back = (file: string) => readCsv(BOM + file)[0]?.map(meaning)

test('texts are quoted, numbers bare, nothing is empty, the line ends with CRLF', () => {
  expect(csvLine(['a "b"', 1.5, null, ''])).toBe('"a ""b""",1.5,,""\r\n')
})

test('a newline inside an answer survives', () => {
  expect(back(csvLine(['first line\nsecond line', 'c']))).toEqual(['first line\nsecond line', 'c'])
})

test.each([
  '=1+1',
  '+212 600 000 000',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '\u200f=1',
  '\ufeff=1',
  '\u00a0=1',
  '|calc',
  '%0A',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '\0=1',
])('%j is inert, in a cell and in a header', (text) => {
  const [line] = csvLines({ header: [text], rows: [] })
  const cell = readCsv(line ?? '')[0]?.[0]
  expect(cell?.text.startsWith("'")).toBe(true)
})

test('numbers are written for machines: no grouping, no marks of direction, no other digits', () => {
  expect(csvLine([1234567.25, -3, 1e21, Number.NaN])).toBe('1234567.25,-3,1e+21,\r\n')
})

test('what is read back is what was written, marks of direction aside', () => {
  const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu
  const nasty = fc.constantFrom('=', "'", "''=", '"', ',', '\n', '\r\n', '\u200f', '+', ' ', 'ع', 'a')
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(nasty).map((parts) => parts.join('')),
  )
  const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const meant = values.map((one) => (typeof one === 'string' ? one.replace(marks, '') : one === 0 ? 0 : one))
      expect(back(csvLine(values))).toEqual(meant)
    }),
  )
})

test('rows are made one by one, as they are asked for', () => {
  let made = 0
  function* rows() {
    for (;;) yield [++made]
  }
  const lines = csvLines({ header: ['n'], rows: rows() })
  lines.next()
  lines.next()
  expect(made).toBe(1)
})

test('an empty table is a header', async () => {
  expect(await whole(csvLines({ header: ['a', 'b'], rows: [] }))).toBe(`${BOM}"a","b"\r\n`)
})
