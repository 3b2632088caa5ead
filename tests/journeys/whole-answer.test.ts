// A delegation answers the whole of the regional needs from nothing, with the keyboard alone; the team sees it count.
import { isDeepStrictEqual } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { cellsOf } from '#db/cells.ts'
import { findMeeting } from '#db/meetings.ts'
import { findVersion } from '#db/questionnaires.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { ABSENCES } from '#surveys/definition/model.ts'
import { withDatabase } from '../support/account-holders.ts'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { contentCodebook } from '../support/content.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import { inventReply } from '../support/replies.ts'
import type { TestServer } from '../support/server.ts'
import { answerByForm } from './by-form.ts'
import { answerByKeyboard, choose, goTo } from './keyboard.ts'
import { boardOf, scoresFrom, scoresOn } from './team.ts'

const ROUND = 'new-round'
const codebook = contentCodebook('taf-regional-needs@1.0.0')
const { sections } = codebook.questionnaire
const typeOf = new Map(codebook.fields.map(({ name, question }) => [name, question.type]))

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

type Way = { readonly language: 'en' | 'ar'; readonly javaScript: boolean; readonly seed: number }

const WAYS: readonly Way[] = [
  { language: 'en', javaScript: true, seed: 4 },
  { language: 'ar', javaScript: true, seed: 7 },
  { language: 'en', javaScript: false, seed: 10 },
]

test.each(WAYS)(
  'in $language, with scripts: $javaScript: from the first question to a receipt that holds, and to the figures',
  async (way) => {
    const server = await startDemonstration()
    onTestFinished(async () => void (await server.stop()))
    await openNewRound(server)
    const team = await openFor(server, 'officer', { ...way, language: 'en' })
    expect(await boardOf(team, ROUND)).toEqual({ submitted: 0, replies: [] })
    expect(await scoresOn(team, ROUND)).toEqual(new Map())
    const page = await openFor(server, 'head.xh', way)
    const plan = planFor(way)
    for (const { key } of sections) await answerWhole(page, key, { server, plan, way })
    expect(await keptOf(server)).toEqual(plainOf(plan))
    await submit(page, way)
    await verify(page, way)
    expect(await boardOf(team, ROUND)).toEqual({ submitted: 1, replies: ['XH'] })
    expect(await scoresOn(team, ROUND)).toEqual(scoresFrom(codebook, plan, 'en'))
  },
)

/** Somebody in a profile of their own, closed after the test. */
async function openFor(server: TestServer, person: string, { language, javaScript }: Way): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language, javaScript })
  onTestFinished(() => context.close())
  await enter(context, server, await signIn(server, person, language))
  return context.newPage()
}

/** A round in which nobody has answered anything yet. */
function openNewRound(server: TestServer): Promise<void> {
  return withDatabase(server, async (db) => {
    const version = (await findVersion(db, 'taf-regional-needs', '1.0.0')) ?? expect.fail()
    const meeting = (await findMeeting(db, 'demo')) ?? expect.fail()
    const by = { actor: 'the-test', role: 'manager', at: new Date().toISOString() } as const
    const title = { en: 'A new round', fr: 'Une nouvelle consultation', ar: 'جولة جديدة' }
    const place = { slug: ROUND, title, meetingId: meeting.id, versionId: version.id, deadline: null }
    const round = (await createRound(db, { ...place, ...by })) ?? expect.fail()
    expect(await openRound(db, { ...by, roundId: round.id })).toBeUndefined()
  })
}

async function replyOf(db: Db): Promise<string> {
  const reply = db
    .selectFrom('response')
    .innerJoin('round', 'round.id', 'response.round_id')
    .select('response.id')
    .where('round.slug', '=', ROUND)
    .where('response.country', '=', 'XH')
  return (await reply.executeTakeFirstOrThrow()).id
}

type Answering = { readonly server: TestServer; readonly plan: Cells; readonly way: Way }

/** Once, and again where an answer has opened more: until everything of the section is kept as planned. */
async function answerWhole(page: Page, section: string, { server, plan, way }: Answering): Promise<void> {
  const wanted = plainOf(plan, section)
  for (let turn = 0; turn < 6; turn += 1) {
    await page.goto(`/answer/${ROUND}/${section}`)
    await (way.javaScript ? answerByKeyboard(page, plan) : answerByForm(page, plan))
    await lookAt(page, way)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    expect(await page.locator('.wrongs').allInnerTexts()).toEqual([])
    if (isDeepStrictEqual(await keptOf(server, section), wanted)) return
  }
  expect(await keptOf(server, section)).toEqual(wanted)
}

/** As it is on a phone with everything filled in; once for both directions, and axe is itself a script. */
async function lookAt(page: Page, { language, javaScript }: Way): Promise<void> {
  if (language !== 'ar' || !javaScript) return
  await page.setViewportSize({ width: 390, height: 900 })
  expect(await axeProblems(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** The choice of disclosure, the attestation, the button: as the head of delegation signs. */
async function submit(page: Page, way: Way): Promise<void> {
  await page.goto(`/answer/${ROUND}/check`)
  await choose(page, await goTo(page, 'level'), 'named')
  await goTo(page, 'attest')
  await page.keyboard.press('Space')
  await lookAt(page, way)
  await goTo(page, 'act', 'submit')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/receipt\/1/)
  await lookAt(page, way)
}

/** Types the seal of the receipt where anybody may verify one. */
async function verify(page: Page, way: Way): Promise<void> {
  const seal = (await page.locator('.receipt .seal').first().textContent()) ?? ''
  await page.goto('/verify')
  await goTo(page, 'text')
  await page.keyboard.insertText(seal)
  await goTo(page, 'document')
  await page.keyboard.press('Tab')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await page.locator('.notice.kept .seal').allTextContents()).toEqual([seal])
  await lookAt(page, way)
}

/** What is kept, without what says who and when. */
function keptOf(server: TestServer, section?: string) {
  return withDatabase(server, async (db) => plainOf(await cellsOf(db, await replyOf(db)), section))
}

const sectionOf = new Map(codebook.fields.map(({ name, section }) => [name, section]))

const plainOf = (cells: Cells, section?: string) =>
  Object.fromEntries(
    [...cells.values()]
      .filter(({ field }) => section === undefined || sectionOf.get(field) === section)
      .filter(({ value, absence, comment }) => value !== null || absence || comment)
      .map(({ field, value, absence, comment }) => [field, { value, absence, comment }] as const)
      .sort(([one], [other]) => one.localeCompare(other)),
  )

/** A complete reply whose texts are in the language of the person, with something of everything in it. */
function planFor({ seed, language }: Way): Map<string, Cell> {
  const today = new Date().toISOString().slice(0, 10)
  const plan = inventReply(codebook, { seed, language, today, absences: 0.03, fill: 0.5 })
  const cells = [...plan.values()]
  const answered = new Set(cells.flatMap(({ field, value }) => (value === null ? [] : [typeOf.get(field)])))
  expect(answered).toEqual(new Set(typeOf.values()))
  expect(new Set(cells.flatMap(({ absence }) => absence ?? []))).toEqual(new Set(ABSENCES))
  expect(cells.some(({ comment }) => comment)).toBe(true)
  return plan
}
