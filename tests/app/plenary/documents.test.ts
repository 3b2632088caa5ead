// Documents: the same numbers as the pages, nothing of those who are not shown by name, Arabic from right to left in Word.
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { wordOf } from '#app/documents/word.ts'
import type { Language } from '#app/languages.ts'
import { paperNames, paperOf } from '#app/plenary/papers.server.ts'
import { approveRelease, findSnapshot, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, TODAY } from '../../support/world.ts'
import { anInventedRound, replies } from '../results/house.tsx'
import { words } from '../team/team-house.ts'

const HIDDEN = 'canaryofaquietdelegation'
const LOUD = 'whatthefirstonewrote'
const needs = (text: string) => ({
  'needs.training.priority': 'p4',
  'needs.training.urgency': 'u3',
  remark: text,
})

async function aShowing(db: Db) {
  const world = await anInventedRound(db)
  await replies(db, world, 'XA', needs(LOUD), 'named')
  for (const country of ['XB', 'XC', 'XD']) await replies(db, world, country, needs(HIDDEN), 'aggregate_only')
  const [one, other] = [await anAccount(db, 'One'), await anAccount(db, 'Other')]
  const act = { actor: one, at: minutes(10), meetingId: world.meeting.id }
  const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
  const snapshotId = taken?.id ?? ''
  await proposeRelease(db, { ...act, snapshotId, mode: 'by_name', why: null })
  await approveRelease(db, { snapshotId, actor: other, at: minutes(11) })
  const snapshot = (await findSnapshot(db, { meetingId: world.meeting.id, number: 1 })) ?? expect.fail()
  return { meeting: world.meeting, snapshot, reveal: 'region' } as const
}

const askingIn = (db: Db, language: Language) => ({ db, language, t: words.t(language), now: new Date(minutes(30)) })

/** Everything that a Word file holds, as text. */
async function inside(paper: Parameters<typeof wordOf>[0]): Promise<string> {
  return Object.values(unzipSync(new Uint8Array(await wordOf(paper))))
    .map((bytes) => strFromU8(bytes))
    .join('\n')
}

test('no document, page or Word, holds a word of a delegation that is in the totals only', async ({ db }) => {
  const showing = await aShowing(db)
  const asking = askingIn(db, 'en')
  const made: string[] = []
  for (const { name } of await paperNames(asking, showing.meeting)) {
    const paper = await paperOf(asking, showing, name)
    if (!paper) continue
    made.push(name)
    expect(JSON.stringify(paper), name).not.toContain(HIDDEN)
    expect(await inside(paper), name).not.toContain(HIDDEN)
  }
  expect(made).toEqual(['conclusions', 'figures', 'roadmap', 'sheet-XA', 'report-XA'])
  const report = await paperOf(asking, showing, 'report-XA')
  expect(JSON.stringify(report)).toContain(LOUD)
  expect(report?.source).toContain(`snapshot 1`)
})

test('the annex says what the ranking says, in each language; Word runs from right to left in Arabic', async ({
  db,
}) => {
  const showing = await aShowing(db)
  for (const language of ['en', 'fr', 'ar'] as const) {
    const paper = (await paperOf(askingIn(db, language), showing, 'figures')) ?? expect.fail()
    const text = await inside(paper)
    const [table] = paper.blocks.filter((block) => block.kind === 'table')
    const [first] = table?.kind === 'table' ? table.rows : []
    expect(first?.length, language).toBe(7)
    for (const span of first ?? []) expect(text, language).toContain(span.words)
    expect(text.includes('<w:bidi/>'), language).toBe(language === 'ar')
    expect(text.includes('<w:bidiVisual/>'), language).toBe(language === 'ar')
  }
})
