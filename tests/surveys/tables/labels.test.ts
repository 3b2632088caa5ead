// The scripts for SPSS, R and Stata name every column once, under a name that each takes, with all codes and all words.
import { expect, test } from 'vitest'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Reader } from '#surveys/analysis/model.ts'
import type { Export } from '#surveys/tables/export.ts'
import { labelColumns } from '#surveys/tables/labels/columns.ts'
import { rScript } from '#surveys/tables/labels/r.ts'
import { spssSyntax } from '#surveys/tables/labels/spss.ts'
import { stataDoFile } from '#surveys/tables/labels/stata.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import { contentCodebook } from '../../support/content.ts'
import { CODEBOOK, ROSTER, reply } from '../analysis/rounds.ts'
import { readCsv, whole } from './read-csv.ts'

const NEEDS = contentCodebook('taf-regional-needs@1.1.0')
const of = (codebook = NEEDS, language = 'en', reader: Reader = 'team'): Export => {
  const plan = planDisclosure(codebook, ROSTER, [], reader, 'by_name')
  return { round: 'invented-2027', codebook, roster: ROSTER, snapshot: null, plan, language }
}
const RESERVED = ['all', 'and', 'by', 'or', 'to', 'with', 'if', 'in', 'byte', 'int', 'long']

test('each column has a name of its own that all three take, in the order of the file', async () => {
  const columns = labelColumns(of())
  const [header = []] = readCsv(await whole(wideLines(of(), [], 'flat')))
  expect(columns.map(({ name }) => name)).toEqual(header.map(({ text }) => text))
  expect(new Set(columns.map(({ short }) => short)).size).toBe(columns.length)
  for (const { short } of columns) {
    expect(short).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
    expect(RESERVED).not.toContain(short)
  }
})

test('contact data is in the scripts of the team only', () => {
  expect(rScript(of())).toContain('respondent_contact')
  for (const script of [rScript, spssSyntax, stataDoFile]) {
    expect(script(of(NEEDS, 'en', 'shared'))).not.toContain('respondent_contact')
  }
})

test('SPSS: every column is read, labelled, and its codes are numbers with their words', () => {
  const script = spssSyntax(of(NEEDS, 'fr'))
  const columns = labelColumns(of(NEEDS, 'fr'))
  expect(script.match(/^ {4}\w+ A\d+$/gm)).toHaveLength(columns.length)
  expect(script.match(/^VARIABLE LABELS /gm)).toHaveLength(columns.length)
  expect(script).toContain("  ('critical'='5')")
  expect(script).toContain("  -99 'Ne souhaite pas répondre'")
  // An apostrophe within a text is doubled: what is left is even on every line.
  for (const line of script.split('\n').filter((one) => !one.startsWith('*'))) {
    expect((line.match(/'/g) ?? []).length % 2, line).toBe(0)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(251)
  }
})

test('R: levels stand in their order, and every text is a string of R', () => {
  const script = rScript(of(NEEDS, 'ar'))
  const levels = /answers\[\["needs\.digital_evidence\.priority"\]\].*levels = c\(([^)]*)\)/.exec(script)?.[1]
  expect(levels).toBe('"no_need", "very_low", "low", "medium", "high", "critical"')
  expect(script).toContain('ordered = TRUE')
  for (const line of script.split('\n')) {
    const strings = line.match(/"(?:[^"\\]|\\.)*"/g) ?? []
    expect(() => strings.map((text) => JSON.parse(text))).not.toThrow()
    expect(line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('"')
  }
})

test('Stata: every column is renamed, its reasons are its own kinds of missing, nothing is taken for a macro', () => {
  const script = stataDoFile(of())
  const columns = labelColumns(of())
  expect(script.match(/^rename v\d+ \w+$/gm)).toHaveLength(columns.length)
  expect(script).toContain('= ".c" if needs_digital_evidence_priority == "PNS"')
  expect(script.replaceAll(/`"[^`]*"'/g, '')).not.toMatch(/[`$]/)
})

test('in the file that they read, every answer stands on one line', async () => {
  const said = reply('XA', { remark: 'first\n\nsecond\r\nthird' }, 'named')
  const lines = await whole(
    wideLines({ ...of(CODEBOOK), plan: planDisclosure(CODEBOOK, ROSTER, [said], 'team', 'by_name') }, [said], 'flat'),
  )
  expect(lines.trimEnd().split('\r\n')).toHaveLength(2)
  expect(lines).toContain('first second third')
})
