// A section's form, sent without a script: what can be kept is kept, what cannot comes back, nothing typed is lost.
import { describe, expect } from 'vitest'
import type { SectionPage } from '#app/components/answering/section-page.ts'
import type { Asked } from '#app/components/questions/asked.ts'
import type { Wrong } from '#app/components/wrongs.tsx'
import { action, loader } from '#app/routes/answer/section.tsx'
import { action as fileAction } from '#app/routes/answer/section-files.tsx'
import { cellsOf } from '#db/cells.ts'
import { closeRound } from '#db/round-states.ts'
import { test } from '../../support/database.ts'
import { BY_SYSTEM, responseOf } from '../../support/world.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const GENERAL = '/answer/short-1/general'
const send = (world: World, form: NonNullable<Asking['form']>, more: Asking = {}) =>
  ask(world, action, GENERAL, { params: { section: 'general' }, form, ...more })
const sendMore = (world: World, form: NonNullable<Asking['form']>) =>
  ask(world, action, '/answer/short-1/more', { params: { section: 'more' }, form })

async function kept({ db }: World) {
  return cellsOf(db, (await responseOf(db, 'XA')).id)
}

function askedIn(page: Record<string, unknown>, name: string): Asked {
  const { blocks } = page as unknown as SectionPage
  const found = blocks.find((block) => block.kind === 'question' && block.field === name)
  if (found?.kind !== 'question') throw new Error(`${name} is not on the page`)
  return found.asked
}

const wrongsOf = (page: Record<string, unknown>) => (page.wrongs as Wrong[]).map(({ words }) => words)

test('what was entered is kept, and the way leads to the next section', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const answer = await send(world, {
    institution: 'Ministry',
    'institution~revision': '0',
    staff: '٣٠',
    'staff~revision': '0',
  })
  expect(leadsTo(answer)).toBe('/answer/short-1/measures')
  expect((await kept(world)).get('staff')?.value).toBe(30)
})

test('one entry that cannot be read is kept as typed and said; the others are kept', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const form = { institution: 'Ministry', 'institution~revision': '0', staff: 'many', 'staff~revision': '0' }
  const { status, page } = refused(await send(world, form))
  expect(status).toBe(400)
  expect(wrongsOf(page)).toEqual(['A2: Enter a number in digits, for example 30'])
  expect(askedIn(page, 'staff')).toMatchObject({ cell: { typed: 'many' }, base: 1 })
  expect((await kept(world)).get('institution')?.value).toBe('Ministry')
})

test('another language keeps what was typed, and speaks from then on', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const answer = await send(world, { staff: 'many', 'staff~revision': '0', act: 'language:ar' })
  expect(leadsTo(answer)).toBe(GENERAL)
  expect((answer as Response).headers.get('set-cookie')).toContain('language=ar')
  const page = (await ask(world, loader, GENERAL, { params: { section: 'general' }, language: 'ar' })) as never
  expect(askedIn(page, 'staff')).toMatchObject({ cell: { typed: 'many' }, problem: 'أدخل العدد بالأرقام، مثلاً 30' })
})

describe('two people', () => {
  const mine = { institution: 'The ministry', 'institution~revision': '0' }
  const theirs = { institution: 'The prosecution', 'institution~revision': '0' }

  test('meet in a conflict that shows both answers and keeps the first', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    await send(world, theirs, { as: 'karim' })
    const { status, page } = refused(await send(world, mine))
    expect(status).toBe(409)
    const { clash, cell, base } = askedIn(page, 'institution')
    expect(cell?.value).toBe('The ministry')
    expect(base).toBe(0)
    expect(clash?.theirs.who).toContain('Karim Solari')
    expect(clash?.mine.stretches.filter(({ differs }) => differs).map(({ words }) => words)).toEqual(['ministry'])
    expect((await kept(world)).get('institution')?.value).toBe('The prosecution')
  })

  test('sent again without a choice, nothing is overwritten', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    await send(world, theirs, { as: 'karim' })
    const again = refused(await send(world, { ...mine, 'institution~seen': '1' }))
    expect(again.status).toBe(409)
    expect((await kept(world)).get('institution')).toMatchObject({ value: 'The prosecution', revision: 1 })
  })

  test.for([
    ['mine', 'The ministry'],
    ['theirs', 'The prosecution'],
  ])('chosen: %s', async ([choice, expected], { db }) => {
    const world = await anAnsweringWorld(db)
    await send(world, theirs, { as: 'karim' })
    const act = 'choose:institution'
    const answer = await send(world, { ...mine, 'institution~seen': '1', 'institution~choice': choice ?? '', act })
    expect(leadsTo(answer)).toBe(`${GENERAL}#q-institution`)
    expect((await kept(world)).get('institution')?.value).toBe(expected)
  })

  test('both put together stand in the field', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    await send(world, theirs, { as: 'karim' })
    await send(world, { ...mine, 'institution~seen': '1', act: 'join:institution' })
    const joined = String((await kept(world)).get('institution')?.value)
    expect(joined).toContain('The prosecution')
    expect(joined).toContain('The ministry')
  })

  test('with a conflict, another language waits: the answer is not kept yet', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    await send(world, theirs, { as: 'karim' })
    expect(refused(await send(world, { ...mine, act: 'language:fr' })).status).toBe(409)
  })
})

test('an answer that no longer applies is shown as set aside, and one press brings it back', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await send(world, { has_law: 'yes', 'has_law~revision': '0', law: 'Act 14', 'law~revision': '0' })
  await send(world, { has_law: 'no', 'has_law~revision': '1' }, { at: 6 })
  const aside = (await ask(world, loader, GENERAL, { params: { section: 'general' } })) as never
  expect(askedIn(aside, 'law')).toMatchObject({ applies: false, decidedBy: ['A3'], cell: { value: 'Act 14' } })
  const answer = await send(world, { act: 'restore:law' }, { at: 7 })
  expect(leadsTo(answer)).toBe(`${GENERAL}?restored=law#q-law`)
  const after = (await ask(world, loader, `${GENERAL}?restored=law`, { params: { section: 'general' } })) as never
  expect(askedIn(after, 'law').applies).toBe(true)
  expect((after as { news: string }).news).toBe('Restored, with the answer to A3 put back.')
})

test('the address cannot say that something was restored when it was not', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const path = `${GENERAL}?restored=law`
  expect(await ask(world, loader, path, { params: { section: 'general' } })).toMatchObject({ news: null })
})

test('a ranking moves by buttons, and no more are ranked than may be', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const form = { topics: ['one', 'two'], 'topics~revision': '0' }
  expect(leadsTo(await sendMore(world, { ...form, act: 'rank-up:topics:two' }))).toBe('/answer/short-1/more#q-topics')
  expect((await kept(world)).get('topics')?.value).toEqual(['two', 'one'])
  const full = { topics: ['two', 'one'], 'topics~revision': '1', act: 'rank-add:topics:three' }
  expect(wrongsOf(refused(await sendMore(world, full)).page)).toEqual(['C1: Choose 2 at most'])
})

test('a reason takes the place of an answer, and is lifted by one press', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await send(world, { staff: '3', 'staff~absence': 'na', 'staff~revision': '0' })
  expect((await kept(world)).get('staff')).toMatchObject({ value: null, absence: 'na' })
  const form = { staff: '', 'staff~absence': 'na', 'staff~revision': '1', act: 'answer-again:staff' }
  expect(leadsTo(await send(world, form))).toBe(`${GENERAL}#q-staff`)
  expect((await kept(world)).get('staff')?.absence).toBeNull()
})

test('a link that is none stays in its field, beside those that are', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const to = (form: NonNullable<Asking['form']>) =>
    ask(world, action, '/answer/short-1/measures', { params: { section: 'measures' }, form })
  const field = 'measures.m01.evidence'
  await to({ [`${field}~revision`]: '0', [`${field}~link`]: 'https://justice.example/a', act: `add-link:${field}` })
  const { page } = refused(
    await to({ [`${field}~revision`]: '1', [`${field}~link`]: 'no link', act: `add-link:${field}` }),
  )
  expect(wrongsOf(page)).toEqual(['B1.2: Enter a link that begins with https://'])
  const { blocks } = page as unknown as SectionPage
  const group = blocks.find((block) => block.kind === 'group')
  const item = group?.kind === 'group' ? group.group.items[0] : undefined
  expect(item?.isOpen).toBe(true)
  expect(item?.asked.find(({ field: { name } }) => name === field)?.link).toBe('no link')
})

describe('documents', () => {
  const field = 'measures.m01.evidence'
  const note = 'measures.m01.evidence_note'
  const upload = (world: World, document: File, more = {}) =>
    ask(world, fileAction, '/answer/short-1/measures/files', {
      params: { section: 'measures' },
      form: { [`${field}~revision`]: '0', [`${field}~file`]: document, act: `upload:${field}`, ...more },
    })

  test('are kept with everything typed beside them', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    const beside = { [note]: 'As agreed', [`${note}~revision`]: '0' }
    await upload(world, new File(['%PDF-1.7 law'], 'C:\\laws\\law.pdf'), beside)
    const cells = await kept(world)
    expect(cells.get(field)?.value).toMatchObject([{ kind: 'file', name: 'law.pdf', bytes: 12 }])
    expect(cells.get(note)?.value).toBe('As agreed')
  })

  test.for([
    ['a program that calls itself a document', new File(['MZ'], 'law.pdf'), 'What is inside is not a PDF document'],
    ['another kind', new File(['%PDF-1.7'], 'law.exe'), 'Only these kinds of document are possible: pdf'],
    ['nothing inside', new File([''], 'law.pdf'), 'The document is empty'],
    ['too much', new File(['%PDF-', 'x'.repeat(1_000_000)], 'law.pdf'), 'A document may have 1 MB at most'],
  ] as const)('refused: %s', async ([, document, why], { db }) => {
    const world = await anAnsweringWorld(db)
    const { status, page } = refused(await upload(world, document))
    expect(status).toBe(400)
    expect(wrongsOf(page)[0]).toContain(why)
    expect((await kept(world)).has(field)).toBe(false)
  })

  test('chosen and not uploaded, it is said and not lost in silence', async ({ db }) => {
    const world = await anAnsweringWorld(db)
    const form = { [`${field}~revision`]: '0', [`${field}~file`]: 'law.pdf' }
    const answer = await ask(world, action, '/answer/short-1/measures', { params: { section: 'measures' }, form })
    expect(wrongsOf(refused(answer).page)[0]).toContain('was not uploaded')
  })
})

test('what a closed round cannot keep is given back to be read', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await closeRound(db, { ...BY_SYSTEM, roundId: world.round.id, role: 'manager', why: 'the end' })
  const { status, page } = refused(await send(world, { institution: 'Ministry', 'institution~revision': '0' }))
  expect(status).toBe(409)
  expect(page).toMatchObject({ closed: expect.stringContaining('closed'), unkept: [{ cell: { value: 'Ministry' } }] })
  expect((await kept(world)).size).toBe(0)
})

test('a reader reads, and what is not there is not found', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const asReader = { role: 'reader', params: { section: 'general' } } as const
  expect(await ask(world, loader, GENERAL, asReader)).toMatchObject({ closed: expect.stringContaining('can read') })
  const answer = await send(world, { institution: 'X', 'institution~revision': '0' }, { role: 'reader' })
  expect(refused(answer).status).toBe(409)
  const elsewhere: Readonly<Record<string, string>>[] = [
    { section: 'nothing' },
    { section: 'general', round: 'another' },
  ]
  for (const params of elsewhere) {
    expect(((await ask(world, loader, GENERAL, { params })) as Response).status).toBe(404)
  }
  const stranger = await ask(world, loader, GENERAL, { params: { section: 'general' }, country: 'XZ' })
  expect((stranger as Response).status).toBe(404)
})
