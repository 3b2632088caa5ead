// Three institutions, one national answer: contributed, compared, adopted, put together; and what a contributor may change.
import { expect } from 'vitest'
import type { SectionPage } from '#app/components/answering/section-page.ts'
import type { ContributionPage } from '#app/components/delegation/contribution.tsx'
import type { ContributionsPage } from '#app/components/delegation/contributions.tsx'
import type { HistoryPage } from '#app/components/delegation/history.tsx'
import type { PositionPage } from '#app/components/delegation/position.tsx'
import type { Block } from '#app/components/questions/group.ts'
import { action as give, loader as writing } from '#app/routes/answer/contribution.tsx'
import { action as adopt, loader as comparing } from '#app/routes/answer/contributions.tsx'
import { loader as history } from '#app/routes/answer/history.tsx'
import { loader as position, action as setPosition } from '#app/routes/answer/position.tsx'
import { action as save, loader as section } from '#app/routes/answer/section.tsx'
import { action as work } from '#app/routes/answer/work.tsx'
import { cellsOf } from '#db/cells.ts'
import { test } from '../../support/database.ts'
import { responseOf } from '../../support/world.ts'
import { problemsOf } from '../team/team-house.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const BASE = '/answer/short-1'
const GENERAL = { params: { section: 'general' } }
const CONTRIBUTOR = { as: 'karim', role: 'contributor' } as const
type Form = NonNullable<Asking['form']>

const assign = (world: World, form: Form) => ask(world, work, `${BASE}/work`, { form: { act: 'assign', ...form } })
const contribute = (world: World, institution: string, form: Form, asking: Asking = {}) =>
  ask(world, give, `${BASE}/general/contribution?institution=${institution}`, { ...GENERAL, ...asking, form })
const compared = async (world: World) =>
  (await ask(world, comparing, `${BASE}/general/contributions`, GENERAL)) as unknown as ContributionsPage
const national = async (world: World, field: string) =>
  (await cellsOf(world.db, (await responseOf(world.db, 'XA')).id)).get(field)

/** Justice is Karim's; what Police and Customs say is written down by the head. */
async function threeInstitutions(world: World) {
  await assign(world, {
    kind: 'contribution',
    target: 'section:general',
    institution: 'Justice',
    colleague: world.karim,
  })
  for (const institution of ['Police', 'Customs'])
    await assign(world, { kind: 'contribution', target: 'section:general', institution })
  const given = [
    await contribute(
      world,
      'Justice',
      { staff: '4', 'staff~revision': '0', institution: 'One', 'institution~revision': '0' },
      CONTRIBUTOR,
    ),
    await contribute(world, 'Police', {
      staff: '2',
      'staff~revision': '0',
      institution: 'Two',
      'institution~revision': '0',
    }),
    await contribute(world, 'Customs', { staff: '4', 'staff~revision': '0' }),
  ]
  for (const answer of given) expect(leadsTo(answer)).toContain('done=contributed')
}

const askedIn = (blocks: readonly Block[], name: string) =>
  blocks.flatMap((block) => (block.kind === 'question' && block.field === name ? [block.asked] : []))[0]

test('the spread stands at the question, and one click makes an answer the national one', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await threeInstitutions(world)
  const page = (await ask(world, section, `${BASE}/general`, GENERAL)) as unknown as SectionPage
  expect(page.inside).toEqual({ asked: [], contributed: 2 })
  expect(askedIn(page.blocks, 'staff')?.spread).toMatchObject({
    lines: ['Customs: 4', 'Justice: 4', 'Police: 2'].map((line) =>
      line.replace(/^(\w+): (\d)$/, '\u2068$1\u2069: \u2068$2\u2069'),
    ),
    differs: true,
  })
  const staff = (await compared(world)).questions.find(({ field }) => field.name === 'staff')
  const police = staff?.contributions.find(({ institution }) => institution === 'Police')?.revision
  const click = (base: string, asking: Asking = {}) =>
    ask(world, adopt, `${BASE}/general/contributions`, {
      ...{ ...GENERAL, ...asking },
      form: { field: 'staff', adopt: String(police), base },
    })
  expect(refused(await click('0', CONTRIBUTOR)).status).toBe(409)
  expect(leadsTo(await click('0'))).toContain('done=adopted')
  expect(await national(world, 'staff')).toMatchObject({ value: 2, revision: 1, by: 'Amal Haddad' })
  const own = { staff: '3', 'staff~revision': '1', act: 'stay' }
  await ask(world, save, `${BASE}/general`, { ...GENERAL, as: 'karim', form: own })
  expect(refused(await click('1')).status).toBe(409)
  const past = (await ask(world, history, `${BASE}/history/staff`, {
    params: { field: 'staff' },
  })) as unknown as HistoryPage
  expect(past.revisions.map(({ taken }) => taken)).toEqual([[], ['from \u2068Police\u2069']])
})

test('texts are put together in the field, and the national answer remembers all of them', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await threeInstitutions(world)
  const at = { params: { field: 'institution' } }
  const page = (await ask(world, position, `${BASE}/contributions/institution?together`, at)) as unknown as PositionPage
  expect(page.asked?.cell).toMatchObject({ value: 'One / Two' })
  expect(page.from).toHaveLength(2)
  const form = { institution: 'One and Two', 'institution~revision': '0', from: page.from.map(String), act: 'save' }
  const post = (sent: Form, asking: Asking = {}) =>
    ask(world, setPosition, `${BASE}/contributions/institution`, { ...at, ...asking, form: sent })
  expect(refused(await post(form, CONTRIBUTOR)).status).toBe(409)
  expect(leadsTo(await post(form))).toContain('done=position_set')
  expect(await national(world, 'institution')).toMatchObject({ value: 'One and Two' })
  // A colleague who sets it at the same time meets both answers.
  const late = refused(await post({ ...form, institution: 'Three' }, { as: 'karim' }))
  expect(late.status).toBe(409)
  expect((late.page as unknown as PositionPage).asked?.clash).not.toBeNull()
  const past = (await ask(world, history, `${BASE}/history/institution`, at)) as unknown as HistoryPage
  expect(past.revisions[0]?.taken).toEqual(['from \u2068Justice\u2069', 'from \u2068Police\u2069'])
})

test('an institution corrects what it said; what cannot be read is kept as typed and said', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await threeInstitutions(world)
  const wrong = refused(await contribute(world, 'Justice', { staff: 'many', 'staff~revision': '1' }, CONTRIBUTOR))
  expect(wrong.status).toBe(400)
  const page = wrong.page as unknown as ContributionPage
  expect(askedIn(page.blocks, 'staff')).toMatchObject({ cell: { typed: 'many' }, spread: null, remarks: null })
  // Somebody else of the institution was faster: both answers are shown.
  expect(refused(await contribute(world, 'Justice', { staff: '9', 'staff~revision': '1' })).status).toBe(409)
  expect(
    await ask(world, writing, `${BASE}/general/contribution?institution=Police`, { ...GENERAL, ...CONTRIBUTOR }),
  ).toMatchObject({ status: 404 })
})

test('a contributor reads what is not theirs, and changes what is', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await assign(world, { target: 'field:staff', colleague: world.karim })
  expect(
    problemsOf(await assign(world, { kind: 'contribution', target: 'field:staff', colleague: world.karim })),
  ).toEqual({
    institution: 'institution_missing',
  })
  const page = (await ask(world, section, `${BASE}/general`, { ...GENERAL, ...CONTRIBUTOR })) as unknown as SectionPage
  expect(askedIn(page.blocks, 'staff')?.locked).toBeNull()
  expect(askedIn(page.blocks, 'institution')?.locked).toContain('Not assigned to you')
  const form = { staff: '7', 'staff~revision': '0', institution: 'Mine', 'institution~revision': '0', act: 'stay' }
  const kept = refused(await ask(world, save, `${BASE}/general`, { ...GENERAL, ...CONTRIBUTOR, form }))
  expect(kept.status).toBe(409)
  expect(await national(world, 'staff')).toMatchObject({ value: 7 })
  expect(await national(world, 'institution')).toBeUndefined()
})
