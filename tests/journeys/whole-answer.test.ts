// A delegation answers the whole of the regional needs from nothing, with the keyboard alone; the team sees it count.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellsOf } from '#db/cells.ts'
import { findMeeting } from '#db/meetings.ts'
import { findVersion } from '#db/questionnaires.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
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

const ROUND = '/answer/new-round'
const codebook = contentCodebook('taf-regional-needs@1.0.0')
const { sections } = codebook.questionnaire

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const WAYS = [
  { language: 'en', javaScript: true, seed: 11 },
  { language: 'ar', javaScript: true, seed: 12 },
  { language: 'en', javaScript: false, seed: 13 },
] as const

test.each(WAYS)(
  'in $language, with scripts: $javaScript: from the first question to the receipt',
  async ({ language, javaScript, seed }) => {
    const server = await startDemonstration()
    await openNewRound(server)
    const before = await needsOf(server)
    const context = await openProfile(browser, { origin: server.origin, language, javaScript })
    await enter(context, server, await signIn(server, 'head.xh', language))
    const page = await context.newPage()
    const plan = planFor(seed, language)
    for (const { key } of sections) await answerWhole(page, key, { plan, javaScript })
    expect(await keptOf(server)).toEqual(plainOf(plan))
    await submit(page)
    await page.waitForURL(/\/receipt\/1/)
    // axe itself is a script.
    if (javaScript) expect(await axeProblems(page)).toEqual([])
    expect(await needsOf(server)).not.toBe(before)
    await context.close()
    await server.stop()
  },
)

/** A round in which nobody has answered anything yet. */
function openNewRound(server: TestServer): Promise<void> {
  return withDatabase(server, async (db) => {
    const version = (await findVersion(db, 'taf-regional-needs', '1.0.0')) ?? expect.fail()
    const meeting = (await findMeeting(db, 'demo')) ?? expect.fail()
    const by = { actor: 'the-test', role: 'manager', at: new Date().toISOString() } as const
    const title = { en: 'A new round', fr: 'Une nouvelle consultation', ar: 'جولة جديدة' }
    const place = { slug: 'new-round', title, meetingId: meeting.id, versionId: version.id, deadline: null }
    const round = (await createRound(db, { ...place, ...by })) ?? expect.fail()
    expect(await openRound(db, { ...by, roundId: round.id })).toBeUndefined()
  })
}

async function replyOf(db: Db): Promise<string> {
  const reply = db
    .selectFrom('response')
    .innerJoin('round', 'round.id', 'response.round_id')
    .select('response.id')
    .where('round.slug', '=', 'new-round')
    .where('response.country', '=', 'XH')
  return (await reply.executeTakeFirstOrThrow()).id
}

/** Section after section, and again where an answer has opened more: until there is nothing left to change. */
async function answerWhole(
  page: Page,
  section: string,
  { plan, javaScript }: { plan: Cells; javaScript: boolean },
): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await page.goto(`${ROUND}/${section}`)
    const changes = await (javaScript ? answerByKeyboard(page, plan) : answerByForm(page, plan))
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    expect(await page.locator('.wrongs').allInnerTexts()).toEqual([])
    if (changes === 0) return
  }
  throw new Error(`${section} is never finished`)
}

/** The choice of disclosure, the attestation, the button: as the head of delegation signs. */
async function submit(page: Page): Promise<void> {
  await page.goto(`${ROUND}/check`)
  await choose(page, await goTo(page, 'level'), 'named')
  await goTo(page, 'attest')
  await page.keyboard.press('Space')
  await goTo(page, 'act', 'submit')
  await page.keyboard.press('Enter')
}

/** What is kept, without what says who and when. */
function keptOf(server: TestServer) {
  return withDatabase(server, async (db) => plainOf(await cellsOf(db, await replyOf(db))))
}

const plainOf = (cells: Cells) =>
  Object.fromEntries(
    [...cells.values()]
      .filter(({ value, comment }) => value !== null || comment)
      .map(({ field, value, comment }) => [field, { value, comment }] as const)
      .sort(([one], [other]) => one.localeCompare(other)),
  )

/** A complete reply whose texts are in the language of the person; nothing is left out with an absence. */
function planFor(seed: number, language: string): Map<string, Cell> {
  return inventReply(codebook, { seed, language, today: new Date().toISOString().slice(0, 10), absences: 0, fill: 0.5 })
}

/** What the team's dashboard says: from how many delegations, and the ranking. */
async function needsOf(server: TestServer) {
  const officer = await signIn(server, 'officer', 'en')
  return (await officer.get('/results/new-round/needs.csv')).text()
}
