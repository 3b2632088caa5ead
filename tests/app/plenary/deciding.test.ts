// The desk: needs decided beside their figures, conclusions from proposal to silence, and who may do what.
import { expect } from 'vitest'
import { loader as conclusion, action as onConclusion } from '#app/routes/plenary/conclusion.tsx'
import { action as propose, loader as register } from '#app/routes/plenary/conclusions.tsx'
import { action as decide, loader as needs } from '#app/routes/plenary/needs.tsx'
import { approveRelease, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, TODAY } from '../../support/world.ts'
import { anInventedRound, replies, SLUG } from '../results/house.tsx'
import { type Asking, ask, leadsTo, problemsOf, statusOf } from '../team/team-house.ts'

const AT = '/plenary/session'
const SAID = { 'needs.training.priority': 'p4', 'needs.training.urgency': 'u3' }

async function aWorld(db: Db, isReleased = true) {
  const world = await anInventedRound(db)
  for (const code of ['XA', 'XB', 'XC']) await replies(db, world, code, SAID)
  const [rapporteur, other] = [await anAccount(db, 'Solenne Dubrac'), await anAccount(db, 'Other')]
  const act = { actor: rapporteur, at: minutes(10), meetingId: world.meeting.id }
  const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
  const snapshotId = taken?.id ?? ''
  if (isReleased) {
    await proposeRelease(db, { ...act, snapshotId, mode: 'by_name', why: null })
    await approveRelease(db, { snapshotId, actor: other, at: minutes(11) })
  }
  const as = (more: Partial<Asking>): Asking => ({
    account: rapporteur,
    role: 'rapporteur',
    ...more,
    params: { meeting: 'session', ...more.params },
  })
  return { as, other }
}

test('a need is decided with who asks and who leads; what is missing is said by field', async ({ db }) => {
  const { as } = await aWorld(db)
  const post = (form: Record<string, string>) => ask(db, decide, `${AT}/needs`, as({ form }))
  expect(problemsOf(await post({ area: 'training', outcome: 'retained' }))).toEqual({ countries: 'countries_missing' })
  expect(problemsOf(await post({ area: 'nothing', outcome: 'merged', lead: 'ZZ' }))).toEqual({
    area: 'area_missing',
    into: 'into_missing',
    lead: 'lead_missing',
  })
  const kept = await post({ area: 'training', outcome: 'retained', countries: 'XA', lead: 'XA' })
  expect(leadsTo(kept)).toBe(`${AT}/needs?done=decided#area-training`)
  const page = await ask(db, needs, `${AT}/needs?area=training`, as({ role: 'observer' }))
  expect(page).toMatchObject({
    snapshot: 1,
    mayDecide: false,
    chosen: null,
    decisions: [{ area: 'training', outcome: 'retained', lead: 'XA', countries: ['XA'], snapshotNumber: 1 }],
  })
})

test('before a release there is nothing to decide on', async ({ db }) => {
  const { as } = await aWorld(db, false)
  const answer = await ask(db, decide, `${AT}/needs`, as({ form: { area: 'training', outcome: 'retained' } }))
  expect(problemsOf(answer)).toEqual({ area: 'nothing_released' })
})

test('a conclusion rests on a figure of the snapshot, and is revised by the desk alone', async ({ db }) => {
  const { as } = await aWorld(db)
  const at = `${AT}/conclusions`
  const texts = { 'text.en': 'A text.', 'text.fr': 'Un texte.', stand: 'proposed' }
  const post = (form: Record<string, string>) => ask(db, propose, at, as({ form }))
  expect(problemsOf(await post({ stand: 'reserved', figure: 'needs:none' }))).toEqual({
    'text.en': 'text_en_missing',
    countries: 'countries_missing',
    figure: 'figure_missing',
  })
  expect(leadsTo(await post({ ...texts, figure: `needs:${SLUG}` }))).toBe(`${at}?done=kept#conclusion-1`)
  const list = await ask(db, register, at, as({ role: 'observer' }))
  expect(list).toMatchObject({
    desk: null,
    clauses: [{ number: 1, figure: { href: `/results/${SLUG}/needs?snapshot=1`, snapshot: 1 } }],
  })
  const on = (form: Record<string, string>, more: Partial<Asking> = {}) =>
    ask(db, onConclusion, `${at}/1`, as({ ...more, form, params: { number: '1' } }))
  expect(statusOf(await on({ ...texts, act: 'keep', base: '1' }, { role: 'presenter' }))).toBe(404)
  expect(leadsTo(await on({ ...texts, act: 'keep', base: '1', stand: 'agreed' }))).toBe(`${at}/1?done=kept`)
  expect(problemsOf(await on({ ...texts, act: 'keep', base: '1' }))).toEqual({ act: 'changed_meanwhile' })
})

test('a head of delegation objects while the silence lasts; nobody else can', async ({ db }) => {
  const { as, other } = await aWorld(db)
  const at = `${AT}/conclusions`
  const silence = { 'silence~day': '31', 'silence~month': '12', 'silence~year': '2099' }
  await ask(db, propose, at, as({ form: { 'text.en': 'A text.', stand: 'ad_referendum', ...silence } }))
  const form = { act: 'object', how: 'objection', objection: 'Not as it stands.' }
  const on = (more: Partial<Asking>) => ask(db, onConclusion, `${at}/1`, as({ form, ...more, params: { number: '1' } }))
  expect(statusOf(await on({ role: 'observer' }))).toBe(404)
  expect(statusOf(await on({ role: 'contributor', country: 'XA' }))).toBe(404)
  const head = { account: other, role: 'head', country: 'XA' } as const
  expect(leadsTo(await on(head))).toBe(`${at}/1?done=objected`)
  expect(problemsOf(await on(head))).toEqual({ act: 'said_already' })
  const page = await ask(db, conclusion, `${at}/1`, as({ ...head, params: { number: '1' } }))
  expect(page).toMatchObject({ mayObject: true, clause: { objections: [{ country: 'XA', kind: 'objection' }] } })
})
