import { expect, test } from 'vitest'
import type { Cells } from '#surveys/answering/model.ts'
import { type ReadingForm, readField, readSection } from '#surveys/answering/reading.ts'
import { cellsOf, fieldOf, formOf, SMALL, TODAY } from './small.ts'

const reading = (current: Cells = new Map(), language = 'en'): ReadingForm => ({ today: TODAY, language, current })

function read(entries: Record<string, string | readonly string[]>, current?: Cells, language?: string) {
  return readSection(SMALL, 'facts', formOf(entries), reading(current, language))
}

test('a form becomes cells in reading order, each with the revision that the person saw', () => {
  const { cells, problems } = read({ days: '٣٠', unit: ' NCB ', 'unit~revision': '4' })
  expect(problems).toEqual([])
  expect(cells).toEqual([
    { field: 'unit', value: 'NCB', absence: null, comment: null, typed: null, language: 'en', base: 4 },
    { field: 'days', value: 30, absence: null, comment: null, typed: null, language: null, base: 0 },
  ])
})

test.each([
  [{ story: 'A long story.\r\nWith two lines.' }, 'A long story.\nWith two lines.'],
  [{ rate: '2,5' }, 2.5],
  [{ days: '0' }, 0],
  [{ days: '3650' }, 3650],
  [{ 'informed~day': '24', 'informed~month': '11', 'informed~year': '2026' }, '2026-11-24'],
  [{ basis: 'treaty' }, 'treaty'],
  [{ contact: 'no' }, 'no'],
  [{ reach: ['seaports', 'airports'] }, ['airports', 'seaports']],
  [{ reach: ['none'] }, ['none']],
  [{ topics: ['networks', 'drafting'] }, ['networks', 'drafting']],
  [{ sure: 'yes' }, 'yes'],
] as [Record<string, string | string[]>, unknown][])('%j is read', (entries, value) => {
  const { cells, problems } = read(entries)
  expect(problems).toEqual([])
  expect(cells.map((cell) => cell.value)).toEqual([value])
})

test.each([
  [{ days: 'a month' }, 'not_a_number', 'a month'],
  [{ days: '3651' }, 'too_large', '3651'],
  [{ days: '-1' }, 'too_small', '-1'],
  [{ days: '1.5' }, 'too_many_decimals', '1.5'],
  [{ unit: 'A name of more than twenty' }, 'too_long', 'A name of more than twenty'],
  [{ unit: 'NC\u202eB' }, 'forbidden_characters', 'NC\u202eB'],
  [{ 'informed~day': '31', 'informed~month': '2', 'informed~year': '2026' }, 'not_a_date', '31\n2\n2026'],
  [{ 'informed~day': '25', 'informed~month': '11', 'informed~year': '2026' }, 'too_late', '25\n11\n2026'],
  [{ 'informed~day': '31', 'informed~month': '12', 'informed~year': '1999' }, 'too_early', '31\n12\n1999'],
  [{ basis: 'custom' }, 'not_an_option', 'custom'],
  [{ basis: ['statute', 'none'] }, 'not_an_option', 'statute\nnone'],
  [{ contact: 'perhaps' }, 'not_an_option', 'perhaps'],
  [{ reach: ['airports', 'none'] }, 'exclusive_choice', 'airports\nnone'],
  [{ reach: ['airports', 'seaports', 'customs'] }, 'too_many_choices', 'airports\nseaports\ncustoms'],
  [{ reach: ['moon'] }, 'not_an_option', 'moon'],
  [{ topics: ['drafting', 'drafting'] }, 'ranked_twice', 'drafting\ndrafting'],
  [
    { topics: ['drafting', 'evidence', 'networks', 'languages'] },
    'too_many_choices',
    'drafting\nevidence\nnetworks\nlanguages',
  ],
  [{ sure: 'no' }, 'not_an_option', 'no'],
  [{ 'papers~link': 'justice.example' }, 'not_a_link', 'justice.example'],
] as [Record<string, string | string[]>, string, string][])(
  '%j is kept as typed, with the problem %s',
  (entries, code, typed) => {
    const { cells, problems } = read(entries)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(cells).toMatchObject([{ value: null, absence: null, typed }])
  },
)

test('valid answers beside one that cannot be read are kept', () => {
  const { cells, problems } = read({ days: 'a month', rate: '2' })
  expect(problems).toEqual([{ field: 'days', code: 'not_a_number' }])
  expect(cells.map((cell) => [cell.field, cell.value, cell.typed])).toEqual([
    ['days', null, 'a month'],
    ['rate', 2, null],
  ])
})

test('nothing entered is nothing missing: required is judged when the reply is checked', () => {
  const { cells, problems } = read({ unit: '', basis: '', story: 'short', 'sure~revision': '2' })
  expect(problems).toEqual([])
  expect(cells.map((cell) => [cell.field, cell.value])).toEqual([
    ['unit', null],
    ['story', 'short'],
    ['basis', null],
    ['sure', null],
  ])
})

test('a field that is not on the form is left alone', () => {
  const form = new FormData()
  form.append('days', '30')
  expect(readSection(SMALL, 'facts', form, reading())).toEqual({ cells: [], problems: [] })
  expect(readField(fieldOf('days'), form, reading())).toBeUndefined()
})

test('names that the section does not have are not read', () => {
  expect(read({ 'needs.evidence.priority': 'p3', __proto__x: 'y', stranger: 'z' }).cells).toEqual([])
})

test('a chosen absence wins over a value, and lifting it gives the entry again', () => {
  const entries = { days: '30', 'days~absence': 'na' }
  expect(read(entries).cells).toMatchObject([{ value: null, absence: 'na' }])
  expect(read({ ...entries, act: 'answer-again:days' }).cells).toMatchObject([{ value: 30, absence: null }])
  expect(read({ days: '', 'days~absence': 'na', act: 'answer-again:days' }).cells).toMatchObject([
    { value: null, absence: null },
  ])
})

test('an absence that the question refuses is a problem, and the value stays', () => {
  for (const absence of ['pns', 'nonsense']) {
    const { cells, problems } = read({ contact: 'yes', 'contact~absence': absence })
    expect(problems).toEqual([{ field: 'contact', code: 'absence_refused' }])
    expect(cells).toMatchObject([{ value: 'yes', absence: null }])
  }
})

test('a form without the reasons takes none away, a value does', () => {
  const current = cellsOf({ days: { absence: 'na' } })
  expect(read({ days: '' }, current).cells).toMatchObject([{ value: null, absence: 'na' }])
  expect(read({ days: '', 'days~absence': '' }, current).cells).toMatchObject([{ value: null, absence: null }])
  expect(read({ days: '5' }, current).cells).toMatchObject([{ value: 5, absence: null }])
})

test('a comment is cleaned, kept beside any answer, and kept whole when it is too long', () => {
  expect(read({ days: '5', 'days~comment': ' e\u0301\u202estim\u202cate\r\n' }).cells).toMatchObject([
    { value: 5, comment: 'éstimate' },
  ])
  const { cells, problems } = read({ 'days~absence': 'nap', 'days~comment': 'x'.repeat(1001) })
  expect(problems).toEqual([{ field: 'days', code: 'comment_too_long', values: { max: 1000, length: 1001 } }])
  expect(cells).toMatchObject([{ absence: 'nap', comment: 'x'.repeat(1001) }])
})

test('a comment that is not on the form stays, one that the question refuses never comes', () => {
  const current = cellsOf({ days: { value: 5, comment: 'about' } })
  expect(read({ days: '6' }, current).cells).toMatchObject([{ value: 6, comment: 'about' }])
  expect(read({ days: '6', 'days~comment': '' }, current).cells).toMatchObject([{ value: 6, comment: null }])
  expect(read({ contact: 'yes', 'contact~comment': 'but' }).cells).toMatchObject([{ value: 'yes', comment: null }])
})

test('words keep the language in which they were written', () => {
  const current = cellsOf({ unit: { value: 'الوحدة', language: 'ar' } })
  const language = (entries: Record<string, string>) => read(entries, current, 'fr').cells[0]?.language
  expect(language({ unit: 'الوحدة' })).toBe('ar')
  expect(language({ unit: 'L’unité' })).toBe('fr')
  expect(language({ unit: 'الوحدة', 'unit~comment': 'Provisoire' })).toBe('ar')
  expect(language({ days: '5' })).toBeNull()
  expect(language({ days: '5', 'days~comment': 'Estimation' })).toBe('fr')
  expect(language({ unit: '' })).toBeNull()
})

test('ranking buttons move options, and one too many is said to be so', () => {
  const order = (act: string, topics: string[]) => {
    const { cells, problems } = read({ topics, 'topics~revision': '1', act })
    return [cells[0]?.value, problems.map((problem) => problem.code)]
  }
  expect(order('rank-up:topics:networks', ['drafting', 'networks'])).toEqual([['networks', 'drafting'], []])
  expect(order('rank-down:topics:drafting', ['drafting', 'networks'])).toEqual([['networks', 'drafting'], []])
  expect(order('rank-out:topics:drafting', ['drafting'])).toEqual([null, []])
  expect(order('rank-add:topics:evidence', [])).toEqual([['evidence'], []])
  const full = ['drafting', 'evidence', 'networks']
  expect(order('rank-add:topics:languages', full)).toEqual([full, ['too_many_choices']])
  expect(order('rank-add:other:languages', full)).toEqual([full, []])
})

test('an unknown option cannot be added to a ranking', () => {
  const { cells, problems } = read({ 'topics~revision': '1', act: 'rank-add:topics:moon' })
  expect(problems).toEqual([{ field: 'topics', code: 'not_an_option' }])
  expect(cells).toMatchObject([{ value: null, typed: 'moon' }])
})

const PAPER = { kind: 'file', id: 'f1', name: 'law.pdf', bytes: 10, sha256: 'ab' } as const
const LINK = { kind: 'link', url: 'https://a.example' } as const

test('reading a section keeps the documents that are there', () => {
  const current = cellsOf({ papers: [PAPER] })
  expect(read({ 'papers~revision': '1' }, current).cells).toMatchObject([{ value: [PAPER] }])
  expect(read({ 'papers~revision': '1' }).cells).toMatchObject([{ value: null }])
})

test('links are added and attachments removed in the same form', () => {
  const current = cellsOf({ papers: [PAPER] })
  const value = (entries: Record<string, string>, cells = current) =>
    read({ 'papers~revision': '1', ...entries }, cells).cells[0]?.value
  expect(value({ 'papers~link': 'https://a.example', act: 'add-link:papers' })).toEqual([PAPER, LINK])
  expect(value({ 'papers~link': 'https://a.example', act: 'save' })).toEqual([PAPER, LINK])
  expect(value({ act: 'remove-file:papers:f1' })).toBeNull()
  expect(value({ act: 'remove-file:papers:https://a.example' }, cellsOf({ papers: [PAPER, LINK] }))).toEqual([PAPER])
  expect(value({ act: 'remove-file:other:f1' })).toEqual([PAPER])
})

test('a link that cannot be added takes no document away, and is given back with its problem', () => {
  const current = cellsOf({ papers: [PAPER] })
  const { cells, problems } = read({ 'papers~link': 'law', act: 'add-link:papers' }, current)
  expect(cells).toMatchObject([{ value: [PAPER], typed: null }])
  expect(problems).toEqual([{ field: 'papers', code: 'not_a_link', values: { entry: 'law' } }])
  const full = read({ 'papers~link': 'https://b.example' }, cellsOf({ papers: [PAPER, LINK] }))
  expect(full.problems).toMatchObject([
    { code: 'too_many_files', values: { max: 2, count: 3, entry: 'https://b.example' } },
  ])
})

test('after a conflict: theirs leaves the field alone, mine writes over it, both puts them together', () => {
  const current = cellsOf({ story: 'Their long story', reach: ['airports'], topics: ['evidence'], days: 7 })
  const choose = (entries: Record<string, string>, choice: string) => {
    const field = Object.keys(entries)[0] ?? ''
    return read({ ...entries, [`${field}~choice`]: choice }, current).cells.map((cell) => cell.value)
  }
  expect(choose({ story: 'My story' }, 'theirs')).toEqual([])
  expect(choose({ story: 'My story' }, 'mine')).toEqual(['My story'])
  expect(choose({ story: 'My story' }, 'merged')).toEqual(['Their long story\n\nMy story'])
  expect(choose({ story: 'Their long story, longer' }, 'merged')).toEqual(['Their long story, longer'])
  expect(choose({ reach: 'seaports' }, 'merged')).toEqual([['airports', 'seaports']])
  expect(choose({ topics: 'drafting' }, 'merged')).toEqual([['evidence', 'drafting']])
  expect(choose({ days: '9' }, 'merged')).toEqual([9])
})

test('a choice is based on the colleague’s revision that was shown with it', () => {
  const current = cellsOf({ story: 'Theirs' })
  const base = (more: Record<string, string>) =>
    read({ story: 'Mine', 'story~revision': '1', 'story~seen': '2', ...more }, current).cells[0]?.base
  expect(base({})).toBe(1)
  expect(base({ 'story~choice': 'mine', act: 'choose:story' })).toBe(2)
  expect(base({ act: 'join:story' })).toBe(2)
  expect(base({ act: 'join:other' })).toBe(1)
  expect(read({ story: 'Mine', act: 'join:story' }, current).cells[0]?.value).toBe('Theirs\n\nMine')
})

test('an answer can be taken back, its comment stays', () => {
  const { cells } = read({ basis: 'treaty', 'basis~absence': 'na', 'basis~comment': 'c', act: 'clear:basis' })
  expect(cells).toMatchObject([{ value: null, absence: null, typed: null, comment: 'c' }])
})

test('a revision that is no number counts as none', () => {
  expect(read({ days: '5', 'days~revision': 'x' }).cells[0]?.base).toBe(0)
  expect(read({ days: '5', 'days~revision': '1e3' }).cells[0]?.base).toBe(0)
})

test('documents posted under the name of an answer are not read as its text', () => {
  const form = formOf({ 'unit~revision': '0' })
  form.append('unit', new File(['x'], 'x.txt'))
  expect(readSection(SMALL, 'facts', form, reading()).cells).toMatchObject([
    { field: 'unit', value: null, typed: null },
  ])
})
