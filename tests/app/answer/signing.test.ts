// From the check page to the receipt: what is missing is said, what is sealed can be verified, what was sealed can be followed.
import { expect } from 'vitest'
import type { CheckPage } from '#app/components/answering/check-page.ts'
import type { ReceiptPage } from '#app/components/answering/receipt-page.ts'
import type { RecordPage } from '#app/components/answering/record-page.ts'
import type { Wrong } from '#app/components/wrongs.tsx'
import { loader as check, action as checkAction } from '#app/routes/answer/check.tsx'
import { action as checkFiles } from '#app/routes/answer/check-files.tsx'
import { loader as documentLoader } from '#app/routes/answer/document.ts'
import { loader as receipt, action as receiptAction } from '#app/routes/answer/receipt.tsx'
import { loader as receiptPaper } from '#app/routes/answer/receipt-paper.ts'
import { loader as record } from '#app/routes/answer/record.tsx'
import { action as section } from '#app/routes/answer/section.tsx'
import { action as verify } from '#app/routes/pages/verify.tsx'
import { cellsOf } from '#db/cells.ts'
import { listSubmissions } from '#db/submissions.ts'
import { test } from '../../support/database.ts'
import { minutes, responseOf } from '../../support/world.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const CHECK = '/answer/short-1/check'
const SIGNED = { level: 'named', signed_name: 'Amal Haddad', signed_function: 'Head of delegation', attest: 'yes' }

async function answered(world: World, staff = '30') {
  const form = { institution: 'Ministry', 'institution~revision': '0', staff, 'staff~revision': '0' }
  leadsTo(await ask(world, section, '/answer/short-1/general', { params: { section: 'general' }, form }))
}
const checkPage = async (world: World, asking: Asking = {}) =>
  (await ask(world, check, CHECK, asking)) as unknown as CheckPage
async function sign(world: World, form: NonNullable<Asking['form']> = {}, more: Asking = {}) {
  const { seen } = await checkPage(world, more)
  return ask(world, checkAction, CHECK, { form: { seen, act: 'submit', ...SIGNED, ...form }, ...more })
}
const wrongsOf = (page: Record<string, unknown>) => (page.wrongs as Wrong[]).map(({ words }) => words)
const submissions = async ({ db }: World) => listSubmissions(db, (await responseOf(db, 'XA')).id)

test('submitting an empty reply says all that is missing, at once, with the way there', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const form = { level: '', signed_name: ' ', signed_function: '', attest: '' }
  const { status, page } = refused(await sign(world, form))
  expect(status).toBe(400)
  expect(wrongsOf(page)).toEqual([
    '1 answer is missing or needs correcting.',
    'Choose how this reply may be shown',
    'Enter the name of the person who signs',
    'Enter the function of the person who signs',
    'Confirm that the reply may be submitted',
  ])
  expect((page as unknown as CheckPage).missing).toMatchObject([{ href: '/answer/short-1/general#q-institution' }])
  expect(await submissions(world)).toEqual([])
})

test('an unusual answer waits for its explanation, which is its comment', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world, '2000')
  expect(wrongsOf(refused(await sign(world)).page)).toEqual(['1 answer wants a word of explanation.'])
  const form = { act: 'explain', 'staff~comment': 'All provinces', 'staff~revision': '1', level: 'aggregate_only' }
  const to = leadsTo(await ask(world, checkAction, CHECK, { form }))
  const after = (await ask(world, check, to, {})) as unknown as CheckPage
  expect(after.explain).toMatchObject([{ comment: 'All provinces', saved: expect.stringContaining('Saved') }])
  expect(after.sign.level).toBe('aggregate_only')
  expect((await cellsOf(db, (await responseOf(db, 'XA')).id)).get('staff')).toMatchObject({ value: 2000 })
  expect(leadsTo(await sign(world))).toBe('/answer/short-1/receipt/1')
})

test('an explanation that met a change is shown again and not kept', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world, '2000')
  const other = { staff: '3000', 'staff~revision': '1' }
  await ask(world, section, '/answer/short-1/general', { params: { section: 'general' }, form: other, as: 'karim' })
  const form = { act: 'explain', 'staff~comment': 'All provinces', 'staff~revision': '1' }
  const { status, page } = refused(await ask(world, checkAction, CHECK, { form }))
  expect(status).toBe(400)
  expect((page as unknown as CheckPage).explain).toMatchObject([{ comment: 'All provinces' }])
})

test('the head signs, and the same form sent twice gives one revision and the same receipt', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  const { seen } = await checkPage(world)
  const form = { seen, act: 'submit', ...SIGNED, intent: 'one-intent-of-amal' }
  expect(leadsTo(await ask(world, checkAction, CHECK, { form }))).toBe('/answer/short-1/receipt/1')
  expect(leadsTo(await ask(world, checkAction, CHECK, { form }))).toBe('/answer/short-1/receipt/1')
  expect(await submissions(world)).toHaveLength(1)
})

test('who prepares sees who signs, and cannot', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  expect((await checkPage(world, { as: 'karim' })).onlyOthers).toContain('Amal Haddad')
  expect(refused(await sign(world, {}, { as: 'karim' })).status).toBe(409)
  expect(await submissions(world)).toEqual([])
})

test('an answer changed while the head was signing is looked at again first', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  const { seen } = await checkPage(world)
  const other = { staff: '31', 'staff~revision': '1' }
  const change = { params: { section: 'general' }, form: other, as: 'karim', at: 6 } as const
  await ask(world, section, '/answer/short-1/general', change)
  const { status, page } = refused(await ask(world, checkAction, CHECK, { form: { seen, act: 'submit', ...SIGNED } }))
  expect(status).toBe(409)
  expect(wrongsOf(page)[0]).toContain('changed while you were signing')
})

test('sections shown otherwise than the whole are kept; those that say the same are not listed', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  await sign(world, { 'level~general': 'public', 'level~more': 'named' })
  const [sealed] = await submissions(world)
  expect(sealed).toMatchObject({ level: 'named', sectionLevels: { general: 'public' } })
})

test('the receipt names the seal, and lowering how it may be shown works at once', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  await sign(world)
  const at = { params: { revision: '1' } }
  const page = (await ask(world, receipt, '/answer/short-1/receipt/1', at)) as unknown as ReceiptPage
  expect(page).toMatchObject({ isOfficial: true, isLate: false, level: 'named', canLower: true, next: 2 })
  expect(page.hash).toMatch(/^[0-9a-f]{64}$/)
  const form = { act: 'disclose', level: 'pmt_only' }
  const to = leadsTo(await ask(world, receiptAction, '/answer/short-1/receipt/1', { ...at, form }))
  expect(to).toBe('/answer/short-1/receipt/1?changed=1#show')
  expect((await submissions(world))[0]?.level).toBe('pmt_only')
  const karim = { ...at, as: 'karim', form } as const
  expect(refused(await ask(world, receiptAction, '/answer/short-1/receipt/1', karim)).status).toBe(409)
})

test('the next revision is opened until the deadline, and the official one stays until then', async ({ db }) => {
  const world = await anAnsweringWorld(db, { deadline: minutes(60) })
  await answered(world)
  await sign(world)
  const at = { params: { revision: '1' }, form: { act: 'reopen' } }
  expect(refused(await ask(world, receiptAction, '/r', { ...at, at: 61 })).status).toBe(409)
  expect(leadsTo(await ask(world, receiptAction, '/r', at))).toBe('/answer/short-1')
  expect((await submissions(world))[0]?.isOfficial).toBe(true)
  expect((await checkPage(world)).revision).toBe(2)
})

test('after the deadline the reply is taken and marked as late', async ({ db }) => {
  const world = await anAnsweringWorld(db, { deadline: minutes(4) })
  await answered(world)
  expect((await checkPage(world)).remark).toContain('deadline has passed')
  await sign(world)
  expect((await submissions(world))[0]?.isLate).toBe(true)
})

test('anybody verifies the document and the seal; one changed character is another seal', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  await sign(world)
  const file = (await ask(world, documentLoader, '/d', { params: { revision: '1' } })) as Response
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const document = await file.text()
  const [sealed] = await submissions(world)
  const look = async (text: string) => refused(await ask(world, verify, '/verify', { form: { text } }))
  const pretty = JSON.stringify(JSON.parse(document), null, 4)
  expect(await look(pretty)).toMatchObject({
    status: 200,
    page: { kind: 'known', isDocument: true, hash: sealed?.hash },
  })
  const spaced = sealed?.hash.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
  expect(await look(spaced)).toMatchObject({ page: { kind: 'known', isDocument: false, reply: { revision: 1 } } })
  expect(await look(document.replace('Ministry', 'ministry'))).toMatchObject({
    page: { kind: 'unknown', isDocument: true },
  })
  expect(await look('0'.repeat(64))).toMatchObject({ page: { kind: 'unknown', isDocument: false } })
  expect(await look('hello')).toMatchObject({ status: 400, page: { kind: 'unreadable', entry: 'hello' } })
})

test('the record shows what an answer was before, and what happened to the reply', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  await ask(world, section, '/answer/short-1/general', {
    params: { section: 'general' },
    form: { staff: '31', 'staff~revision': '1' },
    as: 'karim',
    at: 6,
  })
  await sign(world, {}, { at: 7 })
  const page = (await ask(world, record, '/answer/short-1/record?section=general')) as unknown as RecordPage
  expect(page.revisions.map(({ who, cell }) => [who, cell.value])).toEqual([
    ['Karim Solari', 31],
    ['Amal Haddad', 'Ministry'],
    ['Amal Haddad', 30],
  ])
  expect(page.deeds.map(({ what }) => what)).toEqual([
    'Submitted, revision 1',
    '1 answer saved',
    '2 answers saved',
    'First answer',
  ])
})

test('a note verbale counts with its document, which is sealed with the revision', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  const basis = 'note_verbale'
  expect(wrongsOf(refused(await sign(world, { basis })).page)).toEqual([
    'Upload the signed document that the signature rests on',
  ])
  const paper = (content: string, name = 'note.pdf') => ({ ...SIGNED, basis, paper: new File([content], name) })
  const upload = (form: NonNullable<Asking['form']>, more: Asking = {}) =>
    ask(world, checkFiles, `${CHECK}/files`, { form: { act: 'keep-paper', ...form }, ...more })
  expect(refused(await upload(paper('no pdf'))).status).toBe(400)
  expect(refused(await upload(paper('%PDF-1.4'), { as: 'karim' })).status).toBe(409)
  expect(leadsTo(await upload(paper('%PDF-1.4 first')))).toContain('basis=note_verbale')
  leadsTo(await upload(paper('%PDF-1.4 second')))
  expect((await checkPage(world)).paper).toBe('note.pdf')
  expect(leadsTo(await sign(world, { basis }))).toBe('/answer/short-1/receipt/1')
  const page = (await ask(world, receipt, '/answer/short-1/receipt/1', { params: { revision: '1' } })) as ReceiptPage
  expect(page.signature).toMatchObject({ basis, paper: 'note.pdf', isOnBehalf: false })
  expect(page.signature?.attestation.words).toContain('competent institutions')
  const file = (await ask(world, receiptPaper, '/paper', { params: { revision: '1' } })) as Response
  expect(await file.text()).toBe('%PDF-1.4 second')
  const sealed = (await ask(world, documentLoader, '/document', { params: { revision: '1' } })) as Response
  expect(JSON.parse(await sealed.text()).signed).toMatchObject({ basis, document: { name: 'note.pdf' } })
})
