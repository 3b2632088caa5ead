// Slides hold what everybody may see of the snapshot on the stage, whatever the presenter presses; in three languages.
import { expect } from 'vitest'
import { LANGUAGES, type Language } from '#app/languages.ts'
import { choicesOf } from '#app/plenary/choices.server.ts'
import { slideOf } from '#app/plenary/slides.server.ts'
import { loader as state } from '#app/routes/plenary/state.ts'
import { loader as stream } from '#app/routes/plenary/stream.ts'
import { approveRelease, findSnapshot, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import { findStage, moveStage, setStage } from '#db/stages.ts'
import type { Db } from '#db/tables.ts'
import type { Level } from '#surveys/answering/model.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, TODAY } from '../../support/world.ts'
import { ROSTER } from '../../surveys/analysis/rounds.ts'
import { anInventedRound, ask, replies, SLUG } from '../results/house.tsx'
import { words } from '../team/team-house.ts'

const SAID = {
  'needs.training.priority': 'p4',
  'needs.training.urgency': 'u3',
  'measures.m01.status': 'implemented',
  'steps.t01.agreement': 'a5',
}
const item = (shows: string) => ({
  id: 'i',
  title: { en: 'Title', fr: 'Titre', ar: 'عنوان' },
  says: {},
  startsAt: null,
  minutes: 5,
  shows,
  notes: 'never on a screen',
})

async function aWorld(db: Db, levelOf: (place: number) => Level) {
  const world = await anInventedRound(db)
  for (const [place, { code }] of ROSTER.slice(0, 7).entries()) await replies(db, world, code, SAID, levelOf(place))
  const [one, other] = [await anAccount(db, 'One'), await anAccount(db, 'Other')]
  const act = { actor: one, at: minutes(10), meetingId: world.meeting.id }
  const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
  const snapshotId = taken?.id ?? ''
  await proposeRelease(db, { ...act, snapshotId, mode: 'totals', why: null })
  await approveRelease(db, { snapshotId, actor: other, at: minutes(11) })
  await setStage(db, { ...act, number: 1 })
  const snapshot = (await findSnapshot(db, { meetingId: world.meeting.id, number: 1 })) ?? expect.fail()
  const slide = (shows: string, reveal: 'region' | 'named', language: Language = 'en') => {
    const asking = { db, now: new Date(minutes(20)), t: words.t(language), language }
    return slideOf(asking, { meeting: world.meeting, snapshot, reveal }, item(shows))
  }
  return { world, act, snapshot, slide }
}

const DOTS = `question:${SLUG}:needs.priority:training`

test('names appear only where they are on, and only of those who agreed', async ({ db }) => {
  const { slide } = await aWorld(db, (place) => (place < 4 ? 'named' : 'aggregate_only'))
  const region = await slide(DOTS, 'region')
  expect(region).toMatchObject({ canName: true, isNamed: false })
  expect(JSON.stringify(region)).not.toContain(ROSTER[0]?.label.en)
  const named = await slide(DOTS, 'named')
  const names = named.body.kind === 'dots' ? named.body.levels.flatMap(({ names }) => names) : []
  expect(names).toEqual(ROSTER.slice(0, 4).map(({ label }) => label))
})

test('where names would give somebody away, no button brings them on', async ({ db }) => {
  const { slide } = await aWorld(db, (place) => (place < 6 ? 'named' : 'aggregate_only'))
  const named = await slide(DOTS, 'named')
  expect(named).toMatchObject({ canName: false, isNamed: false })
  expect(JSON.stringify(named)).not.toContain(ROSTER[0]?.label.en)
})

test('what is kept with the team counts in no slide, and has no country page', async ({ db }) => {
  const { slide } = await aWorld(db, (place) => (place < 4 ? 'named' : 'pmt_only'))
  const { body } = await slide(DOTS, 'region')
  expect(body.kind === 'dots' && body.levels.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  expect((await slide(`country:${ROSTER[5]?.code}`, 'region')).body.kind).toBe('text')
  expect((await slide(`country:${ROSTER[0]?.code}`, 'region')).body.kind).toBe('sheet')
})

test('every choice of the agenda makes a slide in every language, without notes and without a missing word', async ({
  db,
}) => {
  const { world, snapshot, slide } = await aWorld(db, () => 'named')
  const asking = { db, now: new Date(minutes(20)), t: words.t('en'), language: 'en' as const }
  const choices = await choicesOf(asking, { meeting: world.meeting, snapshot, reveal: 'region' })
  expect(choices.length).toBeGreaterThan(10)
  for (const { value } of choices)
    for (const language of LANGUAGES) {
      const made = await slide(value, 'named', language)
      expect(JSON.stringify(made)).not.toContain('never on a screen')
      if (/^(?:needs|steps|measures)|:(?:training|m01|t01)$/.test(value)) expect(made.body.kind, value).not.toBe('text')
    }
  expect((await slide('needs:another-round', 'region')).body.kind).toBe('text')
})

test('a screen that listens hears the revision, and the next one when the stage changes', async ({ db }) => {
  const { act, world } = await aWorld(db, () => 'named')
  const { code = '', revision = 0 } = (await findStage(db, world.meeting.id)) ?? {}
  const asked = await ask(db, state, `/hall/${code}/state`, { params: { code } })
  expect(await asked.json()).toEqual({ revision })
  const answer = await ask(db, stream, `/hall/${code}/stream`, { params: { code } })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  expect(answer.headers.get('cache-control')).toContain('no-transform')
  const reader = (answer.body ?? expect.fail()).getReader()
  const heard = async (wanted: string) => {
    let text = ''
    while (!text.includes(wanted)) text += new TextDecoder().decode((await reader.read()).value)
  }
  await heard(`data: ${revision}\n`)
  await moveStage(db, { ...act, change: { isBlank: false } })
  await heard(`data: ${revision + 1}\n`)
  await reader.cancel()
})
