// The small rules behind the pages: times, deadlines, sentences, documents, minutes.
import { describe, expect, test } from 'vitest'
import { speechOf } from '#app/components/words.tsx'
import { LANGUAGES, type Language } from '#app/languages.ts'
import { dispositionOf } from '#app/routes/answer/attachment-response.ts'
import { kindOf } from '#app/routes/answer/document-kinds.ts'
import { tidyName } from '#app/routes/answer/uploading.server.ts'
import { daysLeftWords, deadlineWords } from '#app/routes/answer/views/deadlines.ts'
import { sectionLevelsOf } from '#app/routes/answer/views/levels.ts'
import { minutesOf } from '#app/routes/answer/views/minutes.ts'
import { problemWords } from '#app/routes/answer/views/problem-words.ts'
import { dayIn, type Reader, savedWords } from '#app/routes/answer/views/reader.ts'
import { searchOf, signOffIn } from '#app/routes/answer/views/sign-search.ts'
import type { ProblemCode } from '#surveys/answering/model.ts'
import { contentCodebook } from '../../support/content.ts'
import { words } from '../team/team-house.ts'

const NOW = new Date('2027-01-12T14:00:00.000Z')

function readerOf({ language = 'en' as Language, timeZone = 'Europe/Brussels' } = {}): Reader {
  const speech = speechOf({ t: words.t(language), language, digits: 'latn', timeZone })
  return { ...speech, now: NOW, today: '2027-01-12' }
}

test('saved today is a time, saved on another day has its date', () => {
  const by = 'K. Solari'
  expect(savedWords({ at: '2027-01-12T13:03:00.000Z', by }, readerOf())).toBe('Saved 14:03 by \u2068K. Solari\u2069')
  expect(savedWords({ at: '2027-01-10T13:03:00.000Z', by }, readerOf())).toBe(
    'Saved 10 Jan, 14:03 by \u2068K. Solari\u2069',
  )
})

test('the day is that of the zone, not of Greenwich', () => {
  expect(dayIn(new Date('2027-01-11T23:30:00Z'), 'Europe/Brussels')).toBe('2027-01-12')
  expect(dayIn(new Date('2027-01-12T00:30:00Z'), 'Africa/Cairo')).toBe('2027-01-12')
})

describe('deadlines', () => {
  const deadline = '2027-01-14T17:00:00.000Z'

  test('are said in the programme’s zone, and in the reader’s where that shows another time', () => {
    expect(deadlineWords(deadline, 'Europe/Brussels', readerOf())).toBe(
      'Thursday 14 January 2027, 18:00 (Brussels time)',
    )
    expect(deadlineWords(deadline, 'Europe/Brussels', readerOf({ timeZone: 'Africa/Cairo' }))).toBe(
      'Thursday 14 January 2027, 18:00 (Brussels time), for you 14 January 2027, 19:00 (Cairo time)',
    )
    expect(deadlineWords(deadline, 'Europe/Brussels', readerOf({ timeZone: 'Europe/Paris' }))).not.toContain('for you')
    expect(deadlineWords(null, 'Europe/Brussels', readerOf())).toBeNull()
  })

  test.each([
    ['2027-01-14T17:00:00.000Z', '2 days are left.'],
    ['2027-01-12T17:00:00.000Z', 'It ends today.'],
    ['2027-01-12T13:00:00.000Z', 'The deadline has passed.'],
  ])('%s: %s', (deadline, said) => expect(daysLeftWords(deadline, readerOf())).toBe(said))
})

describe('problems', () => {
  const codes: readonly ProblemCode[] = [
    'required',
    'not_a_number',
    'too_many_decimals',
    'too_small',
    'too_large',
    'not_a_date',
    'too_early',
    'too_late',
    'too_short',
    'too_long',
    'not_an_option',
    'too_many_choices',
    'exclusive_choice',
    'ranked_twice',
    'absence_refused',
    'comment_too_long',
    'not_a_link',
    'too_many_files',
    'file_too_large',
    'file_type',
    'forbidden_characters',
  ]
  const values = { min: 1, max: 5, length: 7, count: 6, decimals: 2, accept: 'pdf' }

  test.each(LANGUAGES)('each has its sentence in %s', (language) => {
    for (const code of codes) {
      const said = problemWords({ code, values }, readerOf({ language }))
      expect(said).not.toMatch(/[{}]|problem\./)
      expect(said.length).toBeGreaterThan(10)
    }
  })

  test('dates and whole numbers are said as people say them', () => {
    const late = problemWords({ code: 'too_late', values: { max: '2027-01-12' } }, readerOf())
    expect(late).toBe('Enter 12 January 2027 or an earlier date')
    const fraction = { code: 'too_many_decimals', values: { decimals: 0 } } as const
    expect(problemWords(fraction, readerOf())).toBe('Enter a whole number')
  })
})

describe('documents', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(
      Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
    )
  const zip = (...names: string[]) => bytes([0x50, 0x4b, 0x03, 0x04], '[Content_Types].xml', ...names)

  test.each([
    ['pdf', bytes('%PDF-1.7')],
    ['jpg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['png', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['docx', zip('word/document.xml')],
    ['xlsx', zip('xl/workbook.xml')],
  ])('%s is known by what is inside', (kind, content) => expect(kindOf(content)).toBe(kind))

  test.each([
    ['a program', bytes('MZ')],
    ['a page', bytes('<html>')],
    ['an archive', zip('other.txt')],
    ['a document with programs', zip('word/document.xml', 'word/vbaProject.bin')],
    ['two at once', zip('word/document.xml', 'xl/workbook.xml')],
    ['nothing', bytes()],
  ])('%s is none', (_, content) => expect(kindOf(content)).toBeUndefined())

  test.each([
    ['C:\\laws\\law.pdf', 'law.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['قانون\u202E.pdf', 'قانون.pdf'],
    ['.pdf', 'pdf'],
    [`${'long '.repeat(60)}.pdf`, `${'long '.repeat(60).slice(0, 120)}.pdf`],
  ])('the name %s becomes %s', (raw, name) => expect(tidyName(raw)).toBe(name))

  test('a name in any script survives a download, and cannot add a header', () => {
    expect(dispositionOf('قانون "14".pdf')).toBe(
      `attachment; filename="_____ _14_.pdf"; filename*=UTF-8''%D9%82%D8%A7%D9%86%D9%88%D9%86%20%2214%22.pdf`,
    )
    expect(dispositionOf('a\r\nb.pdf')).not.toMatch(/[\r\n]/)
  })
})

test('the minutes of the sections add up to about what the questionnaire names', () => {
  const codebook = contentCodebook('taf-regional-needs@1.1.0')
  const minutes = [...minutesOf(codebook).values()]
  const sum = minutes.reduce((a, b) => a + b, 0)
  expect(Math.abs(sum - codebook.questionnaire.minutes)).toBeLessThan(15)
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(1)
})

test('a sign-off that is not sent yet travels in the address, but for its confirmation', () => {
  const sections = [{ key: 'general' }, { key: 'more' }]
  const sign = {
    level: 'named',
    sectionLevels: { more: 'public' },
    name: 'أمل',
    function: 'Head',
    basis: 'letter',
    isAttested: true,
  } as const
  expect(signOffIn(searchOf(sign), sections)).toEqual({ ...sign, isAttested: false })
  expect(signOffIn(new URLSearchParams(), sections)).toBeNull()
})

test('a section that says the same as the whole, or nonsense, is no choice of its own', () => {
  const form = new URLSearchParams({ 'level~general': 'named', 'level~more': 'everything' })
  expect(sectionLevelsOf(form, [{ key: 'general' }, { key: 'more' }], 'named')).toEqual({})
})
