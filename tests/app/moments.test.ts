// Dates and times as an official of each language writes them.
import { expect, test } from 'vitest'
import { momentsOf, monthName } from '#app/moments.ts'

const DEADLINE = '2027-01-14T17:00:00.000Z'
const inBrussels = (language: 'en' | 'fr' | 'ar', digits: 'latn' | 'arab' = 'latn') =>
  momentsOf({ language, digits, timeZone: 'Europe/Brussels' })

test('a deadline has its weekday, its month as a word, and its hour', () => {
  expect(inBrussels('en').deadline(DEADLINE)).toBe('Thursday 14 January 2027, 18:00')
  expect(inBrussels('fr').deadline(DEADLINE)).toBe('jeudi 14 janvier 2027 à 18 h 00')
  expect(inBrussels('ar').deadline(DEADLINE)).toBe('الخميس، 14 كانون الثاني/يناير 2027، الساعة 18:00')
})

test('Arabic digits are written where the person wants them', () => {
  expect(inBrussels('ar', 'arab').date('2027-01-14')).toBe('١٤ كانون الثاني/يناير ٢٠٢٧')
  expect(inBrussels('ar', 'arab').time(DEADLINE)).toBe('١٨:٠٠')
})

test('an ISO date is the same day in every zone, an instant is not', () => {
  const auckland = momentsOf({ language: 'en', digits: 'latn', timeZone: 'Pacific/Auckland' })
  expect(auckland.date('2027-01-14')).toBe('14 January 2027')
  expect(auckland.date(DEADLINE)).toBe('15 January 2027')
  expect(momentsOf({ language: 'ar', digits: 'latn', timeZone: 'Pacific/Auckland' }).date('2027-01-31T20:00:00Z')).toBe(
    '1 شباط/فبراير 2027',
  )
})

test('the first of a month is premier in French, and midnight is 00', () => {
  expect(inBrussels('fr').moment('2027-02-28T23:00:00Z')).toBe('1er mars 2027 à 00 h 00')
  expect(inBrussels('en').time('2027-02-28T23:00:00Z')).toBe('00:00')
})

test('every month has its name, in Arabic both', () => {
  expect([1, 12].map((month) => monthName(month, 'en'))).toEqual(['January', 'December'])
  expect(monthName(8, 'fr')).toBe('août')
  expect([1, 4, 12].map((month) => monthName(month, 'ar'))).toEqual([
    'كانون الثاني/يناير',
    'نيسان/أبريل',
    'كانون الأول/ديسمبر',
  ])
})
