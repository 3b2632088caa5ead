// The workbook round trip over the house's own pages: out, filled in elsewhere, back as differences, taken over by choice.
import { expect } from 'vitest'
import type { WorkbookComparison, WorkbookPage } from '#app/components/answering/workbook-page.ts'
import { action, loader } from '#app/routes/answer/workbook.tsx'
import { loader as download } from '#app/routes/answer/workbook-file.ts'
import { cellsOf, historyOf } from '#db/cells.ts'
import { saveCells } from '#db/responses.ts'
import type { Value } from '#surveys/answering/model.ts'
import { test } from '../../support/database.ts'
import { filledIn } from '../../support/workbooks.ts'
import { minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const PAGE = '/answer/short-1/workbook'

const idOf = async ({ db }: World) => (await responseOf(db, 'XA')).id

/** Answers given on the website, on top of what is there. */
async function saved(world: World, values: Record<string, Value>, by = world.amal) {
  const responseId = await idOf(world)
  const now = await cellsOf(world.db, responseId)
  const cells = Object.entries(values).map(([field, said]) => value(field, said, now.get(field)?.revision ?? 0))
  const who = { actor: by, at: minutes(3), country: 'XA', role: 'head' as const }
  await saveCells(world.db, { ...who, responseId, cells, today: TODAY })
}

async function downloaded(world: World, language = 'en', country = 'XA') {
  const answer = await ask(world, download, `${PAGE}.xlsx?language=${language}`, { country })
  if (!(answer instanceof Response)) throw new Error('no file')
  return new Uint8Array(await answer.arrayBuffer())
}

const fileOf = (content: Uint8Array<ArrayBuffer>, name = 'reply.xlsx') => new File([content], name)
const upload = (world: World, content: Uint8Array<ArrayBuffer>) =>
  ask(world, action, PAGE, { form: { act: 'compare', workbook: fileOf(content) } })

async function compared(world: World, content: Uint8Array<ArrayBuffer>): Promise<WorkbookComparison> {
  const { page, status } = refused(await upload(world, content))
  const { comparison, wrongs } = page as unknown as WorkbookPage
  if (!comparison) throw new Error(`${status} ${JSON.stringify(wrongs)}`)
  return comparison
}

const lines = (comparison: WorkbookComparison) => comparison.sections.flatMap((section) => section.lines)
const kinds = (comparison: WorkbookComparison) =>
  Object.fromEntries(lines(comparison).map(({ field, kind }) => [field.name, kind]))

/** The form of the comparison as the page sends it. */
function formOf(comparison: WorkbookComparison, choices: Record<string, string>): Record<string, string[]> {
  const form: Record<string, string[]> = { language: [comparison.language] }
  for (const [name, value] of lines(comparison).flatMap(({ hidden }) => hidden)) {
    form[name] = [...(form[name] ?? []), value]
  }
  for (const [field, choice] of Object.entries(choices)) form[`${field}~choice`] = [choice]
  return form
}

test('new, changed, in conflict, not valid: each is said, and only what is chosen is taken over', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await saved(world, { institution: 'Ministry of Justice', staff: 12, has_law: 'yes' })
  const file = await downloaded(world)
  const back = await filledIn(file, {
    institution: '=Prosecution',
    staff: '14',
    law: 'Act 9',
    since: '32/13/2026',
    'topics.two': '1',
    'several.one': 'x',
    has_law: { absence: 'Not available' },
  })
  await saved(world, { institution: 'Police' }, world.karim)
  const comparison = await compared(world, back)
  expect(kinds(comparison)).toEqual({
    institution: 'conflict',
    staff: 'changed',
    has_law: 'invalid',
    law: 'new',
    topics: 'new',
    several: 'new',
    since: 'invalid',
  })
  expect(lines(comparison).find(({ field }) => field.name === 'has_law')?.problem).toMatch(/side by side/)
  const before = await cellsOf(db, await idOf(world))
  expect(before.get('staff')?.value).toBe(12)

  const chosen = formOf(comparison, { institution: 'mine', topics: 'mine', staff: 'theirs' })
  expect(leadsTo(await ask(world, action, PAGE, { form: { ...chosen, act: 'take' } }))).toBe(`${PAGE}?taken=2`)
  const after = await cellsOf(db, await idOf(world))
  expect([after.get('institution')?.value, after.get('staff')?.value]).toEqual(['=Prosecution', 12])
  expect(after.get('topics')?.value).toEqual(['two'])
  const history = await historyOf(db, await idOf(world), 'institution')
  expect(history.map(({ value }) => value)).toEqual(['=Prosecution', 'Police', 'Ministry of Justice'])
})

test('what a colleague changes while one chooses is not overwritten', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const back = await filledIn(await downloaded(world, 'ar'), { institution: 'وزارة العدل', staff: '٣٠' })
  const comparison = await compared(world, back)
  expect(kinds(comparison)).toEqual({ institution: 'new', staff: 'new' })
  await saved(world, { institution: 'Police' }, world.karim)
  const { status, page } = refused(
    await ask(world, action, PAGE, {
      form: { ...formOf(comparison, {}), act: 'take-plain' },
    }),
  )
  expect([status, JSON.stringify(page.wrongs)]).toEqual([409, expect.stringContaining('changed here while')])
  const now = await cellsOf(db, await idOf(world))
  expect([now.get('institution')?.value, now.get('staff')?.value]).toEqual(['Police', 30])
})

test('a workbook of another delegation, and a file that is none, are refused with the reason', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const why = async (content: Uint8Array<ArrayBuffer>) => {
    const { status, page } = refused(await upload(world, content))
    return [status, (page as unknown as WorkbookPage).wrongs[0]?.words]
  }
  expect(await why(await downloaded(world, 'en', 'XB'))).toEqual([400, expect.stringContaining('another delegation')])
  expect(await why(new TextEncoder().encode('a,b,c'))).toEqual([400, expect.stringContaining('cannot be read')])
  const page = (await ask(world, loader, PAGE, { as: 'karim', role: 'reader' })) as WorkbookPage
  expect(page.closed).not.toBeNull()
  const form = { act: 'take', institution: 'x', 'institution~choice': 'mine', 'institution~revision': '0' }
  expect(refused(await ask(world, action, PAGE, { as: 'karim', role: 'reader', form })).status).toBe(409)
})
