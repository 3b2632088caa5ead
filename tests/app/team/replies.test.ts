// What the team sees of replies: progress but never a draft, submitted revisions with their documents, evidence to judge.
import { expect } from 'vitest'
import { loader as board } from '#app/routes/team/board.tsx'
import { loader as download } from '#app/routes/team/file.ts'
import { action as judge, loader as read } from '#app/routes/team/reply.tsx'
import { listAudit, responseChain } from '#db/audit.ts'
import { acceptedEvidence } from '#db/evidence.ts'
import { keepFile } from '#db/files.ts'
import { saveCells } from '#db/responses.ts'
import { reopenResponse, submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

const SECRET = 'Ministry of Nothing To See'

async function aReply(db: Db, { isSubmitted = true } = {}) {
  const { round, amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const act = { actor: amal, responseId: id, country: 'XA', role: 'head', today: TODAY } as const
  const file = { field: 'measures.m01.evidence', name: 'decree.pdf', mediaType: 'application/pdf' }
  const kept = await keepFile(db, { ...act, ...file, at: minutes(1), content: new TextEncoder().encode('%PDF-1.4') })
  if (kept.state !== 'kept') throw new Error(kept.state)
  const cells = [value('institution', SECRET), value('measures.m01.status', 'implemented')]
  await saveCells(db, { ...act, cells, at: minutes(2) })
  const signed = { signedName: 'Amal Haddad', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  if (isSubmitted) await submitResponse(db, { ...act, ...signed, at: minutes(3) })
  const account = await anAccount(db, 'Leonid Varga')
  const officer = { account, role: 'officer', params: { round: 'short-1', country: 'XA' } } as const
  return { round, id, act, officer, file: kept.file.id }
}

test('the board says how far a draft is, and nothing of what it says', async ({ db }) => {
  const { officer, file } = await aReply(db, { isSubmitted: false })
  const seen = JSON.stringify(await ask(db, board, '/team/rounds/short-1', officer))
  expect(seen).toContain('"state":"draft"')
  expect(seen).not.toContain(SECRET)
  expect(statusOf(await ask(db, read, '/team/rounds/short-1/XA', officer))).toBe(404)
  const params = { round: 'short-1', file }
  expect(statusOf(await ask(db, download, `/team/rounds/short-1/files/${file}`, { ...officer, params }))).toBe(404)
})

test('a submitted reply can be read, its documents saved, and the delegation can see who read it', async ({ db }) => {
  const { officer, file, id } = await aReply(db)
  expect(JSON.stringify(await ask(db, read, '/team/rounds/short-1/XA', officer))).toContain(SECRET)
  await ask(db, read, '/team/rounds/short-1/XA', { ...officer, at: 40 })
  await ask(db, read, '/team/rounds/short-1/XA', { ...officer, at: 90 })
  const readings = await listAudit(db, { chains: [responseChain(id)], action: 'response.read' })
  expect(readings.map(({ actorName, at }) => [actorName, at])).toEqual([
    ['Leonid Varga', minutes(90)],
    ['Leonid Varga', minutes(30)],
  ])
  const answer = await ask(db, download, '/', { ...officer, params: { round: 'short-1', file } })
  const headers = (answer as Response).headers
  expect(headers.get('content-disposition')).toContain('attachment; filename="decree.pdf"')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('while a new revision is written, the last one stays readable and the draft is not', async ({ db }) => {
  const { act, officer } = await aReply(db)
  await reopenResponse(db, { ...act, at: minutes(5) })
  await saveCells(db, { ...act, cells: [value('institution', 'Not yet said', 1)], at: minutes(6) })
  const seen = JSON.stringify(await ask(db, read, '/team/rounds/short-1/XA', officer))
  expect(seen).toContain(SECRET)
  expect(seen).not.toContain('Not yet said')
  expect(statusOf(await ask(db, read, '/team/rounds/short-1/XA?revision=2', officer))).toBe(404)
})

test('evidence is accepted, not accepted with a reason, and a decision is taken back', async ({ db }) => {
  const { officer, round } = await aReply(db)
  const measure = 'measures.m01.status'
  const decide = (form: Record<string, string>) => ask(db, judge, '/', { ...officer, form: { measure, ...form } })
  expect(leadsTo(await decide({ act: 'accepted' }))).toBe(`/team/rounds/short-1/XA?done=accepted#f-${measure}`)
  expect([...(await acceptedEvidence(db, round.id))]).toEqual([`XA/${measure}`])
  await decide({ act: 'taken_back' })
  expect((await acceptedEvidence(db, round.id)).size).toBe(0)
  expect(problemsOf(await decide({ act: 'not_accepted' }))).toEqual({ note: 'note_missing' })
  expect(leadsTo(await decide({ act: 'not_accepted', note: 'The decree is not signed.' }))).toContain('not_accepted')
  expect(problemsOf(await decide({ act: 'accepted', measure: 'measures.m02.status' }))).toEqual({
    measure: 'measure_missing',
  })
})

test('an answer of nobody: another country, another round, no revision', async ({ db }) => {
  const { officer } = await aReply(db)
  const at = (params: Record<string, string>) => ask(db, read, '/', { ...officer, params })
  expect(statusOf(await at({ round: 'short-1', country: 'XB' }))).toBe(404)
  expect(statusOf(await at({ round: 'short-1', country: 'ZZ' }))).toBe(404)
  expect(statusOf(await at({ round: 'none', country: 'XA' }))).toBe(404)
})
