// A submission recorded for a delegation: only with a manager, a workbook and a signed paper; its draft is never seen.
import { expect } from 'vitest'
import type { ReceiptPage } from '#app/components/answering/receipt-page.ts'
import type { RecordPage } from '#app/components/answering/record-page.ts'
import type { Recorded } from '#app/components/team/on-behalf.tsx'
import { loader as receipt } from '#app/routes/answer/receipt.tsx'
import { loader as ownPaper } from '#app/routes/answer/receipt-paper.ts'
import { loader as trail } from '#app/routes/answer/record.tsx'
import { action, loader } from '#app/routes/team/on-behalf.tsx'
import { loader as workbook } from '#app/routes/team/on-behalf-workbook.ts'
import { loader as paper } from '#app/routes/team/reply-paper.ts'
import { cellsOf, historyOf } from '#db/cells.ts'
import { listMail } from '#db/outbox.ts'
import { saveCells } from '#db/responses.ts'
import { listSubmissions } from '#db/submissions.ts'
import { test } from '../../support/database.ts'
import { filledIn } from '../../support/workbooks.ts'
import { minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from '../answer/answer-house.ts'

const PAGE = '/team/rounds/short-1/XA/on-behalf'
const DRAFT = 'What the ministry has not sent yet'
const MANAGER: Asking = { as: 'karim', role: 'manager', params: { country: 'XA' } }
const post = (world: World, form: NonNullable<Asking['form']>, more: Asking = {}) =>
  ask(world, action, PAGE, { ...MANAGER, form, ...more })
const NOTE = () => new File(['%PDF-1.4 note verbale'], 'note.pdf')
const SIGNED = {
  ...{ act: 'record', signed_name: 'Amal Haddad', signed_function: 'Minister', signature_basis: 'note_verbale' },
  ...{ level: 'aggregate_only', attest: 'yes', language: 'en' },
}

/** XA has a private draft, and sent a workbook with other answers. */
async function aWorld(db: Parameters<typeof anAnsweringWorld>[0]) {
  const world = await anAnsweringWorld(db)
  const { id } = await responseOf(db, 'XA')
  const draft = { ...value('institution', DRAFT), comment: `${DRAFT}, a comment` }
  const cells = [draft, value('law', DRAFT)]
  const act = { actor: world.amal, country: 'XA', role: 'head' as const, responseId: id, today: TODAY }
  await saveCells(db, { ...act, at: minutes(1), cells })
  return { ...world, id }
}

async function theWorkbook(world: World, changes: Parameters<typeof filledIn>[1]) {
  const answer = await ask(world, workbook, `${PAGE}.xlsx?language=en`, MANAGER)
  if (!(answer instanceof Response)) throw new Error('no workbook')
  const file = new Uint8Array(await answer.arrayBuffer())
  expect(Buffer.from(file).includes(DRAFT)).toBe(false)
  return new File([await filledIn(file, changes)], 'ministry.xlsx')
}

async function whatItSays(world: World, changes: Parameters<typeof filledIn>[1]): Promise<Recorded> {
  const { page } = refused(await post(world, { act: 'read', workbook: await theWorkbook(world, changes) }))
  expect(JSON.stringify(page)).not.toContain(DRAFT)
  return page.recorded as Recorded
}

const hiddenIn = (recorded: Recorded) => {
  const form: Record<string, string[]> = {}
  for (const [name, said] of recorded.hidden) form[name] = [...(form[name] ?? []), said]
  return form
}

test('what the workbook says is sealed with its paper, and nothing of the draft', async ({ db }) => {
  const world = await aWorld(db)
  const recorded = await whatItSays(world, { institution: 'Ministry of Justice', 'topics.two': '1' })
  expect([recorded.answers, recorded.wrongs]).toEqual([2, []])
  const form = { ...hiddenIn(recorded), ...SIGNED, paper: NOTE() }
  expect(leadsTo(await post(world, form))).toBe('/team/rounds/short-1/XA?done=recorded')
  const [submission] = await listSubmissions(db, world.id)
  expect(submission).toMatchObject({ revision: 1, level: 'aggregate_only', signedName: 'Amal Haddad', answers: 2 })

  const page = (await ask(world, receipt, '/answer/short-1/receipt/1', { params: { revision: '1' } })) as ReceiptPage
  expect(page.signature).toMatchObject({ basis: 'note_verbale', paper: 'note.pdf', isOnBehalf: true })
  expect(page.banner?.words).toContain('on your behalf')
  for (const [read, asking] of [
    [ownPaper, { params: { revision: '1' } }],
    [paper, MANAGER],
  ] as const) {
    const answer = await ask(world, read, '/paper', asking)
    expect(await (answer as Response).text()).toContain('note verbale')
  }
  const said = (await ask(world, trail, '/answer/short-1/record')) as RecordPage
  expect(said.deeds.map(({ what }) => what)).toContainEqual(expect.stringContaining('on your behalf'))
  expect((await listMail(db)).map(({ subject }) => subject)).toContainEqual(expect.stringContaining('on your behalf'))
  // The draft stays where only the delegation reads it.
  expect((await cellsOf(db, world.id)).get('law')?.value).toBeNull()
  expect((await historyOf(db, world.id, 'law')).map((cell) => cell.value)).toEqual([null, DRAFT])
})

test('without a paper, a name or a word of confirmation nothing is recorded', async ({ db }) => {
  const world = await aWorld(db)
  const recorded = await whatItSays(world, { institution: 'Ministry of Justice' })
  const form = { ...hiddenIn(recorded), ...SIGNED, attest: '', signed_name: '', signature_basis: 'in_person' }
  const { status, page } = refused(await post(world, form))
  const codes = (page.problems as { code: string }[]).map(({ code }) => code)
  expect([status, codes.sort()]).toEqual([
    400,
    ['attest_missing', 'paper_none', 'signature_basis_missing', 'signed_name_missing'],
  ])
  expect(await listSubmissions(db, world.id)).toEqual([])
})

test('an incomplete workbook is sent back to be corrected, and an officer records nothing', async ({ db }) => {
  const world = await aWorld(db)
  const recorded = await whatItSays(world, { staff: 'many' })
  expect(recorded.wrongs.map(({ field, words }) => `${field.name}: ${words}`)).toEqual([
    expect.stringMatching(/^staff: Enter a number/),
    expect.stringMatching(/^institution: /),
  ])
  // A form that leaves the check out is judged all the same.
  const form = { ...hiddenIn(recorded), ...SIGNED, paper: NOTE() }
  expect(refused(await post(world, form)).status).toBe(400)
  expect(await listSubmissions(db, world.id)).toEqual([])
  for (const role of ['officer', 'translator', 'head'] as const) {
    expect(await ask(world, loader, PAGE, { ...MANAGER, role })).toMatchObject({ status: 404 })
  }
})
