// Sheets through a real XLSX file and back: the same words; and what is no such file is not opened.
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sheetsFile } from '#app/documents/sheets-file.ts'
import { openSheets } from '#app/documents/sheets-opening.ts'
import { seal } from '#surveys/definition/sealing.ts'
import { exportXlsform } from '#surveys/xlsform/export.ts'
import { importXlsform } from '#surveys/xlsform/settle.ts'
import { contentLibrary } from '../../support/content.ts'

test('every published version survives the file itself', async () => {
  const { questionnaires } = contentLibrary()
  const newest = new Map([...questionnaires.values()].map((one) => [one.questionnaire, one]))
  for (const questionnaire of questionnaires.values()) {
    const sheets = await openSheets(await sheetsFile(exportXlsform(questionnaire).sheets))
    const form = typeof sheets === 'string' ? undefined : importXlsform(sheets, newest)
    const same = (text: string) => text
    expect(form?.lines).toEqual([])
    expect(form?.questionnaire && seal(form.questionnaire, same)).toEqual(seal(questionnaire, same))
  }
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '@x',
    '  kept ',
    'a\nb',
    'a\r\nb',
    '_x000D_',
    'valueOf',
    'constructor',
    '007',
    '1e5',
    'true',
    '<b>&',
    '\u0007',
  ),
)

test('whatever the words, they come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (drawn) => {
      const rows = [['first', 'second'], ...drawn, ['the', 'end']]
      const back = await openSheets(await sheetsFile([{ name: 'survey', rows }]))
      expect(back).toEqual([{ name: 'survey', rows }])
    }),
    { numRuns: 40 },
  )
})

test('what is no workbook, too large, or holds programs is said to be so', async () => {
  expect(await openSheets(strToU8('no archive'))).toBe('kind')
  expect(await openSheets(zipSync({ 'other.txt': strToU8('x') }))).toBe('kind')
  expect(await openSheets(new Uint8Array(5_000_001))).toBe('large')
  expect(await openSheets(zipSync({ 'xl/vbaProject.bin': strToU8('x') }))).toBe('macros')
  expect(await openSheets(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(31_000_000) }))).toBe('large')
  expect(await openSheets(zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x/>') }))).toBe('kind')
})
