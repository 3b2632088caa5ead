// The team takes the files of a round away; read back, they hold the submitted answers, each once, and nothing else.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConsultation } from '#db/consultations.ts'
import { findRound } from '#db/rounds.ts'
import type { Consultation } from '#surveys/analysis/model.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { withDatabase } from '../support/account-holders.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'
import { readRows } from '../surveys/tables/read-csv.ts'

const ROUND = 'demo-regional-needs'

let server: TestServer
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
  const context = await openProfile(browser, { origin: server.origin, language: 'en' })
  await enter(context, server, await signIn(server, 'officer', 'en'))
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** As a person does: opens the page of files, and takes one. */
async function take(file: string): Promise<Record<string, string | number | null>[]> {
  await page.goto(`/results/${ROUND}/exports`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`a[download][href*="/${file}"]`).first().click(),
  ])
  return readRows(await readFile(await download.path(), 'utf8'))
}

const official = () =>
  withDatabase(server, async (db): Promise<Consultation> => {
    const round = (await findRound(db, ROUND)) ?? expect.fail()
    return loadConsultation(db, round.id, { today: new Date().toISOString().slice(0, 10) })
  })

/** Every scalar answer and every choice, as `country variable` and what was answered. */
function answersOf({ replies, codebook }: Consultation): Map<string, string | number> {
  const types = new Map(codebook.fields.map((field) => [field.name, field.question.type]))
  const answers = new Map<string, string | number>()
  for (const { country, cells } of replies) {
    for (const { field, value } of cells.values()) {
      if (typeof value === 'string' || typeof value === 'number') answers.set(`${country} ${field}`, value)
      else if (types.get(field) !== 'file')
        for (const key of keysOf(value)) answers.set(`${country} ${field}.${key}`, key)
    }
  }
  return answers
}

const keysOf = (value: Cell['value']): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

/** Questions that are answered with documents: their cells say how many. */
const filesOf = ({ codebook }: Consultation) =>
  new Set(codebook.fields.flatMap(({ question }) => (question.type === 'file' ? [question.key] : [])))

test('the long file of the team holds every submitted answer of every delegation, and no other', async () => {
  const rows = await take('answers.csv')
  const consultation = await official()
  const inFile = new Map<string, string | number>()
  const files = filesOf(consultation)
  for (const {
    country,
    variable,
    question,
    option,
    value_code = null,
    value_number = null,
    value_text = null,
  } of rows) {
    const value = option === null ? (value_code ?? value_text ?? value_number) : value_code
    if (value !== null && !files.has(String(question))) inFile.set(`${country} ${variable}`, value)
  }
  expect(inFile.size).toBeGreaterThan(1000)
  expect(inFile).toEqual(answersOf(consultation))
})

test('the wide file with codes has one row for each delegation that submitted, and each answer or absence in its column', async () => {
  const rows = await take('answers-wide-codes.csv')
  const consultation = await official()
  expect(rows.map(({ country }) => country)).toEqual(consultation.replies.map(({ country }) => country))
  const scalar = new Set(
    consultation.codebook.fields.flatMap(({ name, question }) =>
      ['multi', 'ranking', 'file'].includes(question.type) ? [] : [name],
    ),
  )
  const inFile = new Map<string, string | number>()
  for (const { country, ...row } of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (scalar.has(column) && value !== null) inFile.set(`${country} ${column}`, value ?? '')
    }
  }
  const absences = consultation.replies.flatMap(({ country, cells }) =>
    [...cells.values()].flatMap(({ field, absence }) =>
      absence ? [[`${country} ${field}`, absence.toUpperCase()] as const] : [],
    ),
  )
  const expected = [...answersOf(consultation), ...absences].filter(([key]) => scalar.has(key.slice(3)))
  expect(absences.length).toBeGreaterThan(5)
  expect(expected.length).toBeGreaterThan(500)
  expect(inFile).toEqual(new Map(expected))
})
