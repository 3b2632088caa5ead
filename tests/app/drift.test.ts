import { expect } from 'vitest'
import { readSurveyFiles } from '#app/commands/survey-files.ts'
import { reportDrift } from '#app/drift.ts'
import { watchDrift } from '#app/drift-watch.ts'
import { createLog } from '#app/log.ts'
import { openDatabase } from '#db/connection.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import type { Db } from '#db/tables.ts'
import { readLibrary } from '#surveys/definition/library.ts'
import { test } from '../support/database.ts'
import { BY_SYSTEM } from '../support/world.ts'

const FILES = readSurveyFiles()
const PATH = 'surveys/questionnaires/taf-regional-needs/1.0.0.yaml'

async function reported(db: Db, was: string, is: string): Promise<Record<string, string>[]> {
  const lines: string[] = []
  const log = createLog(
    () => new Date('2018-01-24T08:00:00Z'),
    (line) => lines.push(line),
  )
  const files = FILES.map(({ path, text }) => ({ path, text: path === PATH ? text.replace(was, is) : text }))
  await reportDrift(db, () => files, log)
  return lines.map((line) => JSON.parse(line))
}

async function publish(db: Db): Promise<void> {
  const questionnaire = readLibrary(FILES).questionnaires.get('taf-regional-needs@1.0.0')
  if (!questionnaire) throw new Error('refused')
  await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire })
}

test('a file that was edited after its publication is named, with its version and what differs', async ({ db }) => {
  await publish(db)
  expect(await reported(db, 'minutes: 75', 'minutes: 75')).toEqual([])
  expect(await reported(db, 'minutes: 75', 'minutes: 80')).toMatchObject([
    {
      level: 'warn',
      event: 'published version edited',
      file: PATH,
      version: '1.0.0',
      differs: expect.stringContaining('minutes: was 75, is 80'),
    },
  ])
})

test('a file of a published version that cannot be read any more is said so, with its place', async ({ db }) => {
  await publish(db)
  expect(await reported(db, 'type: yes_partly_no', 'type: maybe')).toMatchObject([
    { level: 'warn', event: 'file refused', problem: expect.stringMatching(/^surveys\/.*1\.0\.0\.yaml:\d+:15 /) },
  ])
})

test('as long as nothing is published, files may be written as one likes', async ({ db }) => {
  expect(await reported(db, 'minutes: 75', 'minutes: 80')).toEqual([])
})

test('the server hears of it from a process of its own', async ({ url }) => {
  const { db, close } = await openDatabase(url)
  const written = readLibrary(FILES).questionnaires.get('taf-regional-needs@1.0.0') ?? expect.fail()
  await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: { ...written, minutes: 5 } })
  const line = await new Promise<string>((heard) =>
    watchDrift(
      url,
      createLog(() => new Date(), heard),
      0,
    ),
  )
  expect(JSON.parse(line)).toMatchObject({ event: 'published version edited', file: PATH, version: '1.0.0' })
  await close()
})
