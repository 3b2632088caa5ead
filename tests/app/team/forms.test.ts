// A version out as an XLSForm and back in: reported without a line, and begun as a draft that says the same.
import { expect } from 'vitest'
import { loader as formFile } from '#app/routes/team/forms/form-xlsx.ts'
import { action as bringIn } from '#app/routes/team/forms/import.tsx'
import { loader as versionPage } from '#app/routes/team/forms/version.tsx'
import { findDraft } from '#db/drafts.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { contentCodebook } from '../../support/content.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

const { questionnaire } = contentCodebook('taf-regional-needs@1.0.0')
const params = { slug: questionnaire.questionnaire, version: questionnaire.version }
const path = '/team/questionnaires/import'

type Reported = { data: { report: { document: string; groups: unknown[]; counts: object; refusals: unknown[] } } }

test('what is downloaded comes back as it was, and begins a draft with the next number', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  await publishQuestionnaire(db, { actor: account, requestId: 'r', at: minutes(0), questionnaire })
  const file = await ask(db, formFile, '/form.xlsx', { account, params })
  if (!(file instanceof Response)) throw new Error('no file')
  expect(file.headers.get('content-disposition')).toContain('taf-regional-needs-1.0.0.xlsx')
  const content = new Uint8Array(await file.arrayBuffer())
  const answer = (await ask(db, bringIn, path, { account, form: {}, file: ['form', content] })) as unknown as Reported
  const { report } = answer.data
  expect(report).toMatchObject({ groups: [], refusals: [], counts: { minutes: questionnaire.minutes } })
  const begun = await ask(db, bringIn, path, { account, form: { act: 'begin', document: report.document } })
  const id = leadsTo(begun).split('/').at(-1) ?? ''
  const draft = await findDraft(db, id)
  expect(draft).toMatchObject({ origin: 'xlsform', document: { version: '1.0.1' } })
  expect(draft?.document.sections).toEqual(questionnaire.sections)
})

test('what is no form is refused at its field, and nothing begins with what was not judged', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  const send = (content: string) =>
    ask(db, bringIn, path, { account, form: {}, file: ['form', new TextEncoder().encode(content)] })
  expect(problemsOf(await send('no workbook'))).toEqual({ form: 'form_kind' })
  expect(problemsOf(await ask(db, bringIn, path, { account, form: {} }))).toEqual({ form: 'form_missing' })
  const begun = await ask(db, bringIn, path, { account, form: { act: 'begin', document: '{"questionnaire":"x"}' } })
  expect(problemsOf(begun)).toEqual({ form: 'form_missing' })
})

test('the page of a version says what it costs, and exists for published versions only', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  await publishQuestionnaire(db, { actor: account, requestId: 'r', at: minutes(0), questionnaire })
  const page = await ask(db, versionPage, '/v', { account, params })
  expect(page).toMatchObject({ minutes: 75, version: '1.0.0' })
  expect(statusOf(await ask(db, versionPage, '/v', { account, params: { ...params, version: '9.0.0' } }))).toBe(404)
})
