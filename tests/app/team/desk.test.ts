// The team's desk: suggestions dismissed with a note, one question across the delegations, corrections proposed with a question.
import { expect } from 'vitest'
import { action as askAbout, loader as asking } from '#app/routes/team/ask.tsx'
import { action as actOnChecks, loader as checks } from '#app/routes/team/checks.tsx'
import { action as judge, loader as question } from '#app/routes/team/question.tsx'
import { addMembership } from '#db/accounts.ts'
import { listAudit, responseChain } from '#db/audit.ts'
import { listClarifications } from '#db/clarifications.ts'
import { saveCells } from '#db/responses.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { ask, leadsTo, problemsOf } from './team-house.ts'

const ROUND = '/team/rounds/short-1'

/** XA and XB have submitted; XA calls a measure implemented and shows nothing for it. */
async function twoReplies(db: Db) {
  const { amal } = await aRound(db, { deadline: minutes(5000) })
  for (const country of ['XA', 'XB']) {
    const { id } = await responseOf(db, country)
    const head = { responseId: id, country, role: 'head', actor: amal, at: minutes(1), today: TODAY } as const
    const status = value('measures.m01.status', country === 'XA' ? 'implemented' : 'planned')
    await saveCells(db, { ...head, cells: [value('institution', `Ministry of ${country}`), value('staff', 3), status] })
    await submitResponse(db, { ...head, level: 'named', sectionLevels: {}, signedName: 'A', signedFunction: 'Head' })
  }
  const account = await anAccount(db, 'Rita Amsel')
  await addMembership(db, { ...BY_SYSTEM, accountId: account, role: 'officer', meetingId: null, country: null })
  const on = (params: Record<string, string> = {}) => ({
    account,
    role: 'officer' as const,
    params: { round: 'short-1', ...params },
  })
  return { on, id: (await responseOf(db, 'XA')).id }
}

test('a suggestion is dismissed with a note, taken up again, and not shown as open while it is asked about', async ({
  db,
}) => {
  const { on, id } = await twoReplies(db)
  type Page = { lines: { matter: string; state: string; country: { code: string } }[]; count: number }
  const queue = async (search = '') => (await ask(db, checks, `${ROUND}/checks${search}`, on())) as unknown as Page
  const matter = 'empty_evidence:measures.m01.status'
  expect((await queue()).lines).toMatchObject([{ matter, state: 'open', country: { code: 'XA' } }])
  const line = `XA ${matter}`
  const send = (form: Record<string, string>) => ask(db, actOnChecks, `${ROUND}/checks`, { ...on(), form })
  expect(problemsOf(await send({ act: 'dismiss', line, why: ' ' }))).toEqual({ why: 'why_missing' })
  expect(leadsTo(await send({ act: 'dismiss', line, why: 'Sent by letter' }))).toBe(`${ROUND}/checks?done=dismiss`)
  expect((await queue()).count).toBe(0)
  expect((await queue('?state=dismissed')).lines).toMatchObject([{ dismissed: { note: 'Sent by letter' } }])
  await send({ act: 'take_up', line })
  expect((await queue('?kind=empty_evidence&country=XA')).count).toBe(1)
  const about = { ...on({ country: 'XA', field: 'measures.m01.status' }) }
  const path = `${ROUND}/XA/clarifications/measures.m01.status?check=empty_evidence`
  const page = (await ask(db, asking, path, about)) as unknown as { suggested: string; me: string }
  expect(page.suggested).toContain('Could you add a document')
  await ask(db, askAbout, path, {
    ...about,
    form: { act: 'note', language: 'en', question: page.suggested, assignee: page.me },
  })
  expect(await queue('?state=asked')).toMatchObject({ count: 1 })
  const deeds = await listAudit(db, { chains: [responseChain(id)] })
  expect(deeds.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['check.dismissed', 'check.taken_up_again', 'response.read']),
  )
})

test('the answers to one question are accepted one after the other, and the page leads to the next', async ({ db }) => {
  const { on } = await twoReplies(db)
  const place = on({ field: 'staff' })
  const path = `${ROUND}/questions/staff`
  const send = (country: string, act = 'good') => ask(db, judge, path, { ...place, form: { act, country } })
  expect(leadsTo(await send('XA'))).toBe(`${path}?done=good#r-XB`)
  expect(leadsTo(await send('XB'))).toBe(`${path}?done=good#next`)
  const page = (await ask(db, question, path, place)) as unknown as {
    answers: { code: string; good: { by: string } | null }[]
  }
  expect(page.answers.map(({ code, good }) => [code, good?.by])).toEqual([
    ['XA', 'Rita Amsel'],
    ['XB', 'Rita Amsel'],
  ])
  expect(leadsTo(await send('XA', 'not_good'))).toBe(`${path}?done=not_good#r-XA`)
  expect(problemsOf(await send('XC'))).toEqual({ country: 'country_missing' })
})

test('a correction is proposed as an answer to the question; what says the same, or cannot be one, is refused', async ({
  db,
}) => {
  const { on, id } = await twoReplies(db)
  const place = on({ country: 'XA', field: 'staff' })
  const { me } = (await ask(db, asking, `${ROUND}/XA/clarifications/staff`, place)) as unknown as { me: string }
  const form = { act: 'note', language: 'en', question: 'Thirty?', assignee: me, 'staff~revision': '0' }
  const send = (staff: string, search = '') =>
    ask(db, askAbout, `${ROUND}/XA/clarifications/staff${search}`, { ...place, form: { ...form, staff } })
  expect(problemsOf(await send('3'))).toEqual({ proposal: 'proposal_same' })
  expect(problemsOf(await send('many'))).toEqual({ proposal: 'proposal_wrong' })
  expect(leadsTo(await send('٣٠', '?from=question'))).toBe(`${ROUND}/questions/staff?done=noted#r-XA`)
  const [noted] = await listClarifications(db, { responseId: id }, { side: 'team' })
  expect(noted).toMatchObject({ state: 'noted', proposal: { state: 'open', cell: { value: 30, comment: null } } })
  await send('')
  expect(await listClarifications(db, { responseId: id }, { side: 'team' })).toMatchObject([{ proposal: null }])
})
