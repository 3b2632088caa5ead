import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasOverrides, lengthOf, normalText, tidy, westernDigits } from '#surveys/answering/characters.ts'
import { dateEntry, numberEntry, readDate, readLink, readNumber, readText } from '#surveys/answering/entries.ts'

const ARABIC = '٠١٢٣٤٥٦٧٨٩'
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹'
const inDigits = (text: string, digits: string) => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)

test.each([
  ['30', 'en', 30],
  [' 30 ', 'en', 30],
  ['٣٠', 'ar', 30],
  ['۳۰', 'ar', 30],
  ['３０', 'en', 30],
  ['-4', 'en', -4],
  ['−4', 'fr', -4],
  ['+4', 'en', 4],
  ['- 4', 'en', -4],
  ['-0', 'en', 0],
  ['007', 'en', 7],
  ['3.5', 'en', 3.5],
  ['3,5', 'en', 3.5],
  ['3,5', 'fr', 3.5],
  ['3.5', 'fr', 3.5],
  ['٣٫٥', 'ar', 3.5],
  ['٣،٥', 'ar', 3.5],
  ['.5', 'en', 0.5],
  [',5', 'fr', 0.5],
  ['1,500', 'en', 1500],
  ['1.500', 'en', 1.5],
  ['1,500', 'fr', 1.5],
  ['1.500', 'ar', 1.5],
  ['0,125', 'fr', 0.125],
  ['1 500', 'fr', 1500],
  ['1\u202f500', 'fr', 1500],
  ['1\u00a0234\u00a0567,5', 'fr', 1234567.5],
  ["1'500", 'fr', 1500],
  ['١٬٢٣٤٫٥', 'ar', 1234.5],
  ['1,234,567', 'en', 1234567],
  ['1,234,567', 'ar', 1234567],
  ['1.234.567', 'fr', 1234567],
  ['1,234.5', 'en', 1234.5],
  ['1.234,5', 'en', 1234.5],
  ['\u200f\u0661\u0662\u200e', 'ar', 12],
  ['\u206612\u2069', 'ar', 12],
])('the number %j in %s is %d', (raw, language, value) => {
  expect(readNumber(raw, { decimals: 3, language })).toEqual({ value })
})

test.each([
  'a month',
  '30 days',
  '1e5',
  '0x10',
  'Infinity',
  '½',
  '10²',
  '5.',
  '--5',
  '1,2,3',
  '1 23',
  '12 34 567',
  '1.2.3',
  '1_000',
  '#5',
  '5-',
  '%',
])('the entry %j is no number', (raw) => {
  expect(readNumber(raw, { decimals: 3, language: 'en' })).toEqual({ problem: 'not_a_number' })
})

test('one separator before three digits is asked again where the language does not decide', () => {
  expect(readNumber('1,500', { decimals: 3, language: 'ar' })).toEqual({ problem: 'not_a_number' })
  expect(readNumber('1.500', { decimals: 3, language: 'fr' })).toEqual({ problem: 'not_a_number' })
})

test('a whole number is never guessed a thousand times too small', () => {
  for (const raw of ['2,000', '15,000']) {
    expect(readNumber(raw, { decimals: 0, language: 'fr' })).toEqual({
      problem: 'too_many_decimals',
      values: { decimals: 0 },
    })
  }
  expect(readNumber('2.000', { decimals: 0, language: 'en' })).toMatchObject({ problem: 'too_many_decimals' })
  expect(readNumber('2,00', { decimals: 0, language: 'fr' })).toEqual({ value: 2 })
  expect(readNumber('2.5', { decimals: 0, language: 'en' })).toMatchObject({ problem: 'too_many_decimals' })
})

test('more digits than a number can keep are refused', () => {
  expect(readNumber('999999999999999', { decimals: 0, language: 'en' })).toEqual({ value: 999999999999999 })
  expect(readNumber('9'.repeat(400), { decimals: 0, language: 'en' })).toMatchObject({ problem: 'too_large' })
})

test('an empty number is no answer and no problem', () => {
  for (const raw of ['', '  ', '\u200f'])
    expect(readNumber(raw, { decimals: 0, language: 'en' })).toEqual({ value: null })
})

test('every number reads back from its own entry, in each language and in each digits', () => {
  const numbers = fc.record({
    units: fc.integer({ min: -999_999_999, max: 999_999_999 }),
    decimals: fc.integer({ min: 0, max: 4 }),
  })
  fc.assert(
    fc.property(numbers, fc.constantFrom('en', 'fr', 'ar'), ({ units, decimals }, language) => {
      const value = units === 0 ? 0 : units / 10 ** decimals
      const entry = numberEntry(value, { decimals, language })
      for (const typed of [entry, inDigits(entry, ARABIC), inDigits(entry, PERSIAN)]) {
        expect(readNumber(typed, { decimals, language })).toEqual({ value })
      }
    }),
  )
})

test('whatever is typed as a number gives the same in Western, Arabic and Persian digits', () => {
  const typed = fc.string({
    unit: fc.constantFrom('1', '2', '0', '5', '.', ',', ' ', '-', '٫', '٬', 'x'),
    maxLength: 9,
  })
  fc.assert(
    fc.property(typed, fc.constantFrom('en', 'fr', 'ar'), (raw, language) => {
      const western = readNumber(raw, { decimals: 2, language })
      expect(readNumber(inDigits(raw, ARABIC), { decimals: 2, language })).toEqual(western)
      expect(readNumber(inDigits(raw, PERSIAN), { decimals: 2, language })).toEqual(western)
    }),
  )
})

test.each([
  [['15', '12', '2026'], '2026-12-15'],
  [['1', '2', '2026'], '2026-02-01'],
  [['٢٩', '٢', '٢٠٢٤'], '2024-02-29'],
  [['۰۱', '۰۲', '۲۰۲۶'], '2026-02-01'],
  [[' 1', '2 ', '1883'], '1883-02-01'],
])('the date %j is %s', ([day = '', month = '', year = ''], value) => {
  expect(readDate({ day, month, year })).toEqual({ value })
})

test.each([
  ['31', '2', '2026'],
  ['29', '2', '2026'],
  ['29', '2', '2100'],
  ['0', '1', '2026'],
  ['1', '13', '2026'],
  ['1', '', '2026'],
  ['', '1', '2026'],
  ['1', '1', ''],
  ['1', '1', '26'],
  ['1', '1', '1448'],
  ['1', '1', '20265'],
  ['1/2/2026', '', ''],
  ['x', '1', '2026'],
])('day %j, month %j, year %j is no date', (day, month, year) => {
  expect(readDate({ day, month, year })).toEqual({ problem: 'not_a_date' })
})

test('no day, no month, no year is no answer', () => {
  expect(readDate({ day: '', month: ' ', year: '' })).toEqual({ value: null })
})

test('every date reads back from its own fields', () => {
  const dates = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const { day, month, year } = dateEntry(iso)
      expect(readDate({ day, month, year })).toEqual({ value: iso })
      const arabic = { day: inDigits(day, ARABIC), month: inDigits(month, ARABIC), year: inDigits(year, ARABIC) }
      expect(readDate(arabic)).toEqual({ value: iso })
    }),
  )
})

const text = (raw: string, maxLength = 100) => readText(raw, { maxLength, isOneLine: false })

test('a text is composed, trimmed, and freed of control characters', () => {
  expect(text('  Cafe\u0301\u0000 \u0007du\r\nport\r ')).toEqual({ value: 'Café du\nport' })
  expect(text('a\tb\nc')).toEqual({ value: 'a\tb\nc' })
  expect(text('half \ud800 a pair')).toEqual({ value: 'half  a pair' })
  expect(text('whole 😀 pair')).toEqual({ value: 'whole 😀 pair' })
})

test('joiners stay, because Arabic and Persian need them', () => {
  expect(text('می\u200cخواهم و ه\u200d')).toEqual({ value: 'می\u200cخواهم و ه\u200d' })
})

test('bidirectional overrides are refused, balanced isolates are kept, open ones are taken out', () => {
  for (const mark of '\u202a\u202b\u202c\u202d\u202e')
    expect(text(`a${mark}b`)).toEqual({ problem: 'forbidden_characters' })
  expect(text('a \u2068b\u2069 c')).toEqual({ value: 'a \u2068b\u2069 c' })
  expect(text('a \u2068b c\nd \u2067e\u2069')).toEqual({ value: 'a b c\nd \u2067e\u2069' })
})

test('a text that shows nothing is no answer', () => {
  for (const raw of ['', ' \n\t', '\u200b\u200f', '\u3164', '\ufeff']) expect(text(raw)).toEqual({ value: null })
})

test('length is counted as people count', () => {
  expect(text('😀'.repeat(10), 10)).toEqual({ value: '😀'.repeat(10) })
  expect(text('😀'.repeat(11), 10)).toEqual({ problem: 'too_long', values: { max: 10, length: 11 } })
})

test('a single line stays one line', () => {
  expect(readText('one\r\n\r\ntwo', { maxLength: 100, isOneLine: true })).toEqual({ value: 'one two' })
})

test('reading a text twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (codes) => {
      const raw = String.fromCharCode(...codes)
      const once = normalText(raw)
      expect(normalText(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
      expect(lengthOf(once)).toBe([...once].length)
      expect(tidy(tidy(raw))).toBe(tidy(raw))
    }),
  )
})

test('digits are all that becomes Western', () => {
  expect(westernDigits(`${ARABIC} ${PERSIAN} عام`)).toBe('0123456789 0123456789 عام')
  expect(hasOverrides('عام')).toBe(false)
})

test.each([
  'https://justice.example/nerida/guidance',
  'http://a.example',
  'HTTPS://A.example/?q=1#x',
  'https://وزارة.example/قرار',
  'https://[2001:db8::1]/x',
])('the link %s is kept as typed', (raw) => {
  expect(readLink(` ${raw} `)).toEqual({ value: raw })
})

test.each([
  'justice.example',
  'javascript:alert(1)',
  'ftp://a.example',
  'https:/a.example',
  'https://',
  'https://localhost',
  'https://a b.example',
  'https://user:word@a.example',
  'https://a.example/<script>',
  'https://a.exam\u202eple',
  `https://a.example/${'x'.repeat(2000)}`,
])('%j is no link', (raw) => {
  expect(readLink(raw)).toEqual({ problem: 'not_a_link' })
})
