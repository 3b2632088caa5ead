// The workbook round trip: what is written is read back the same, and what is not ours is not opened.
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workbookFile } from '#app/documents/workbook-file.ts'
import { openWorkbook } from '#app/documents/workbook-opening.ts'
import { emptyCell, sameCell } from '#surveys/answering/cells.ts'
import { isInvisible, normalText } from '#surveys/answering/characters.ts'
import type { Cell, KeptCell, Value } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { type Stamp, type WorkbookWords, workbookOf } from '#surveys/tables/workbook.ts'
import { readReturned } from '#surveys/tables/workbook-reading.ts'
import { SMALL, TODAY } from '../../surveys/answering/small.ts'

const ABSENCES = { na: 'Not available', nap: 'Not applicable', pns: 'Prefers not to state' }
const WORDS: WorkbookWords = {
  absences: ABSENCES,
  required: 'Required',
  unit: (unit) => unit,
  longest: String,
  most: String,
  between: (min, max) => `${min} ${max}`,
  decided: (numbers) => numbers,
  mark: 'Mark with x',
  rank: 'Rank',
  date: 'Date',
  documents: 'In the house',
}
const STAMP: Stamp = {
  ...{ round: 'small-1', questionnaire: 'small', version: '1.0.0', country: 'XA' },
  ...{ revision: 1, language: 'en', madeAt: '2026-11-24T10:00:00.000Z' },
}
const COVER = { name: 'Cover', title: 'Small', facts: [['Country', 'XA']] as const, lines: ['=1+1'] }
const HEADS = { number: 'No', question: 'Q', answer: 'A', absence: 'R', comment: 'C', help: 'H' }

const kept = (cell: Cell, revision = 1): KeptCell => ({ ...cell, revision, at: '2026-11-24T10:00:00.000Z', by: 'Amal' })
const mapOf = (cells: readonly Cell[]) => new Map(cells.map((cell) => [cell.field, kept(cell)]))

async function roundTrip(codebook: Codebook, cells: readonly Cell[], language = 'en') {
  const current = mapOf(cells)
  const workbook = workbookOf(codebook, current, { stamp: { ...STAMP, language }, words: WORDS })
  const file = await workbookFile(workbook, COVER, HEADS)
  const opened = await openWorkbook(file)
  if ('refused' in opened) throw new Error(opened.refused)
  // Documents alone are taken from what is kept: everything else has to be in the file.
  const files = new Map([...current].filter(([field]) => codebook.byName.get(field)?.question.type === 'file'))
  const reading = { language, today: TODAY, current: files, absences: [ABSENCES] }
  return { opened, file, read: readReturned(codebook, opened.rows, reading) }
}

const words = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }),
      fc.constantFrom(
        '=1+1',
        '+1',
        '@x',
        '-2',
        "'a",
        '_x000D_',
        '12.50',
        '  a',
        'قانون',
        '<b>&amp;',
        'a\nb',
        'TRUE',
        'valueOf',
        '1e5',
      ),
    )
    .map((text) => normalText(text))
    .filter(
      (text) =>
        !isInvisible(text) && [...text].length <= max && !/[\u202a-\u202e]|\p{Noncharacter_Code_Point}/u.test(text),
    )

function valueFor(field: Field): fc.Arbitrary<Value> {
  const { question, options } = field
  const keys = options.map(({ key }) => key)
  switch (question.type) {
    case 'text':
      return words(question.max_length).map((text) => text.replace(/\n/g, ' '))
    case 'long_text':
      return words(question.max_length)
    case 'number':
      return fc
        .integer({ min: question.min ?? -1e6, max: question.max ?? 1e6 })
        .map((n) => n / (question.decimals ? 8 : 1))
        .filter((n) => n >= (question.min ?? n))
    case 'date':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10))
    case 'multi':
      return fc.subarray(
        keys.filter((key) => !question.exclusive.includes(key)),
        { minLength: 1, maxLength: question.max_choices ?? keys.length },
      )
    case 'ranking':
      return fc.shuffledSubarray(keys, { minLength: 1, maxLength: question.max_choices ?? keys.length })
    case 'file':
      return fc.constant([{ kind: 'link' as const, url: 'https://example.org/a' }])
    default:
      return fc.constantFrom(...keys)
  }
}

const cellFor = (field: Field): fc.Arbitrary<Cell> =>
  fc
    .record({
      said: fc.oneof(
        { weight: 4, arbitrary: valueFor(field).map((value) => ({ value })) },
        ...(field.question.absence.length > 0
          ? [fc.constantFrom(...field.question.absence).map((absence) => ({ absence }))]
          : []),
        fc.constant({}),
      ),
      comment: field.question.comment ? fc.option(words(100), { nil: null }) : fc.constant(null),
    })
    .map(({ said, comment }) => ({ ...emptyCell(field.name), ...said, comment }))

test('what is written is read back the same, whatever the question and the language', async () => {
  const cells = fc.tuple(...SMALL.fields.map(cellFor))
  await fc.assert(
    fc.asyncProperty(cells, fc.constantFrom('en', 'fr', 'ar'), async (some, language) => {
      const { read } = await roundTrip(SMALL, some, language)
      for (const cell of some) {
        const back = read.get(cell.field)
        expect({ ...back?.cell, wrong: back?.wrong }).toMatchObject({ field: cell.field, wrong: null })
        if (!sameCell(cell, back?.cell)) expect(back?.cell).toEqual(cell)
      }
    }),
    { numRuns: 12 },
  )
})

test('a file is what spreadsheets accept: drop-downs in their place, nothing to calculate, the house out of sight', async () => {
  const said = { ...emptyCell('unit'), value: '=HYPERLINK("http://x")', comment: '@SUM(1)' }
  const { file } = await roundTrip(SMALL, [said], 'ar')
  const parts = unzipSync(file)
  const text = (name: string) => new TextDecoder().decode(parts[name])
  const sheet = text('xl/worksheets/sheet2.xml')
  expect(sheet).not.toMatch(/<f[ >/]/)
  expect(sheet).toContain('rightToLeft="1"')
  const order = [
    ...sheet.matchAll(/<(sheetViews|cols|sheetData|mergeCells|dataValidations|pageMargins|pageSetup|drawing)\b/g),
  ]
  expect(order.map(([, tag]) => tag)).toEqual(['sheetViews', 'cols', 'sheetData', 'dataValidations'])
  expect(sheet).toMatch(
    /<dataValidation type="list"[^>]*sqref="D\d+[^"]*"><formula1>lists!\$[A-Z]+\$1:\$[A-Z]+\$\d+<\/formula1>/,
  )
  expect(text('xl/workbook.xml').match(/state="hidden"/g)).toHaveLength(2)
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name ?? '')
  expect(new Set(names).size).toBe(names.length)
})

const repacked = (file: Uint8Array, change: Record<string, Uint8Array>) =>
  zipSync({ ...unzipSync(file), ...change }, { level: 1 })

test('programs, entities, bombs and other files are not opened', async () => {
  const { file } = await roundTrip(SMALL, [])
  const opened = async (content: Uint8Array) => {
    const one = await openWorkbook(content)
    return 'refused' in one ? one.refused : 'opened'
  }
  expect(await opened(file)).toBe('opened')
  expect(await opened(repacked(file, { 'xl/vbaProject.bin': strToU8('x') }))).toBe('macros')
  expect(
    await opened(repacked(file, { 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>') })),
  ).toBe('kind')
  expect(await opened(repacked(file, { 'xl/sharedStrings.xml': new Uint8Array(16_000_001) }))).toBe('large')
  const far = (place: string) => {
    const part = 'xl/worksheets/sheet2.xml'
    const sheet = strFromU8(unzipSync(file)[part] ?? new Uint8Array())
    const row = `<row r="900"><c ${place}><v>1</v></c></row></sheetData>`
    return repacked(file, { [part]: strToU8(sheet.replace('</sheetData>', row)) })
  }
  for (const place of ['r="XFD1048576"', "x:r = 'XFD99999'", 'r="&#88;FD1048576"', 'a=">"r="ZZZ999999"']) {
    expect(await opened(far(place)), place).toBe('large')
  }
  expect(await opened(far('r="AB900"'))).toBe('opened')
  expect(await opened(strToU8('PK nothing'))).toBe('kind')
  expect(await opened(new Uint8Array(10_000_001))).toBe('large')
  const { default: write } = await import('write-excel-file/node')
  expect(await opened(await write([['a']]).toBuffer())).toBe('stamp')
})
