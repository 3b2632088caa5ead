// What holds for every form, whoever filled it in: nothing is lost, nothing is said twice, nothing changes by being
// shown again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameCell } from '#surveys/answering/cells.ts'
import { isInvisible } from '#surveys/answering/characters.ts'
import { formNames } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { readSection } from '#surveys/answering/reading.ts'
import type { Field } from '#surveys/definition/model.ts'
import { fieldOf, formOf, renderedForm, SMALL, TODAY } from './small.ts'

const FACTS = SMALL.bySection.get('facts') ?? []
const WORDS = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.constantFrom('', ' ', '30', '٣٠', '1,5', 'a month', 'قانون', '\u202e', '\u200b', '12/3', '\r\n', '\n1'),
)

/** What somebody, or something, might send for a field. */
function entriesFor(field: Field): fc.Arbitrary<[string, string[]][]> {
  const names = formNames(field.name)
  const keys = fc.oneof(fc.constantFrom(...field.options.map((option) => option.key), ''), WORDS)
  const dates = fc.oneof(fc.constantFrom('1', '2', '11', '31', '2026', '٢٠٢٤', ''), WORDS)
  const values: fc.Arbitrary<[string, string[]][]> =
    field.question.type === 'date'
      ? fc.tuple(dates, dates, dates).map(([d, m, y]) => [
          [names.day, [d]],
          [names.month, [m]],
          [names.year, [y]],
        ])
      : field.options.length > 0
        ? fc.array(keys, { maxLength: 5 }).map((some) => [[names.value, some]])
        : WORDS.map((words) => [[field.question.type === 'file' ? names.link : names.value, [words]]])
  const absence = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    fc.constantFrom('', 'na', 'nap', 'pns', 'x').map((a) => [a]),
  )
  const comment = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    WORDS.map((words) => [words]),
  )
  const revision = fc.constantFrom('0', '1', '2').map((r) => [r])
  return fc
    .tuple(values, absence, comment, revision)
    .map(([value, a, c, r]) => [...value, [names.absence, a], [names.comment, c], [names.revision, r]])
}

const acts = fc.constantFrom(
  'save',
  'rank-add:topics:drafting',
  'rank-up:topics:evidence',
  'answer-again:days',
  'remove-file:papers:x',
  'rank-x:y',
)
const forms = fc
  .tuple(fc.tuple(...FACTS.map((field) => fc.option(entriesFor(field), { nil: [] }))), acts)
  .map(([entries, act]) => formOf(Object.fromEntries([...entries.flat(), ['act', [act]]])))
const languages = fc.constantFrom('en', 'fr', 'ar')

function keep(current: ReadonlyMap<string, Cell>, form: FormData, language: string) {
  const { cells, problems } = readSection(SMALL, 'facts', form, { today: TODAY, language, current })
  const next = new Map(current)
  for (const { base: _, ...cell } of cells) next.set(cell.field, cell)
  return { next, cells, problems }
}

test('a cell never says two things, however often it is edited', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(forms, languages), { maxLength: 4 }), (edits) => {
      let current: ReadonlyMap<string, Cell> = new Map()
      for (const [form, language] of edits) {
        const kept = keep(current, form, language)
        for (const cell of kept.cells) {
          const said = [cell.value, cell.absence, cell.typed].filter((one) => one !== null)
          expect(said.length, JSON.stringify(cell)).toBeLessThanOrEqual(1)
          expect(cell.typed).not.toBe('')
          expect(Array.isArray(cell.value) && cell.value.length === 0).toBe(false)
        }
        current = kept.next
      }
    }),
  )
})

test('no entry is lost: value, absence or typed holds it', () => {
  fc.assert(
    fc.property(forms, languages, (form, language) => {
      const { cells } = keep(new Map(), form, language)
      for (const cell of cells) {
        const names = formNames(cell.field)
        const entered = [names.value, names.day, names.month, names.year, names.link].flatMap((name) =>
          form.getAll(name),
        )
        const isEntered = entered.some((entry) => !isInvisible(String(entry).replace(/\p{Cc}/gu, '')))
        const isKept = cell.value !== null || cell.absence !== null || cell.typed !== null
        if (isEntered) expect(isKept, JSON.stringify([cell, entered])).toBe(true)
      }
    }),
  )
})

test('an entry that is not kept as a value comes with a problem, and the other way round', () => {
  fc.assert(
    fc.property(forms, languages, (form, language) => {
      const { cells, problems } = keep(new Map(), form, language)
      const wrong = new Set(problems.map((problem) => problem.field))
      for (const cell of cells) if (cell.typed !== null) expect(wrong.has(cell.field), JSON.stringify(cell)).toBe(true)
    }),
  )
})

test('showing a section and saving it untouched changes nothing', () => {
  fc.assert(
    fc.property(forms, languages, (form, language) => {
      const { next } = keep(new Map(), form, language)
      const again = keep(next, renderedForm(FACTS, next, language), language)
      for (const cell of again.cells) {
        expect(sameCell(cell, next.get(cell.field)), JSON.stringify([next.get(cell.field), cell])).toBe(true)
      }
    }),
  )
})

test('Arabic and Persian digits say the same as Western ones', () => {
  const digits = fc.constantFrom('٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹')
  const parts = fc.tuple(
    fc.nat(40).map(String),
    fc.nat(14).map(String),
    fc.integer({ min: 1990, max: 2030 }).map(String),
  )
  fc.assert(
    fc.property(fc.nat(9999).map(String), parts, digits, (days, [day, month, year], signs) => {
      const other = (text: string) => text.replace(/\d/g, (digit) => signs[Number(digit)] ?? '')
      const said = (as: (text: string) => string) => {
        const date = { 'informed~day': as(day), 'informed~month': as(month), 'informed~year': as(year) }
        const { cells, problems } = keep(new Map(), formOf({ days: as(days), ...date }), 'ar')
        return [cells.map((cell) => cell.value), problems]
      }
      expect(said(other)).toEqual(said((text) => text))
    }),
  )
})

test('an exclusive option never stands beside another', () => {
  const { options } = fieldOf('reach')
  fc.assert(
    fc.property(fc.subarray(options.map((option) => option.key)), (reach) => {
      const { cells } = keep(new Map(), formOf({ reach }), 'en')
      const value = (cells[0]?.value ?? []) as string[]
      expect(value.includes('none') && value.length > 1).toBe(false)
      if (reach.length > 0 && value.length === 0) expect(cells[0]?.typed?.split('\n').sort()).toEqual([...reach].sort())
    }),
  )
})
