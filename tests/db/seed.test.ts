// The demonstration: complete and valid by the rules of its questionnaires, told by days, and never poured over real work.
import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { listPeople } from '#db/accounts.ts'
import { listAudit } from '#db/audit.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { listBoard } from '#db/board.ts'
import { cellsOf } from '#db/cells.ts'
import { loadConsultation } from '#db/consultations.ts'
import { listMeetings } from '#db/meetings.ts'
import { neighboursOf } from '#db/neighbours.ts'
import { findOwnResponse } from '#db/responses.ts'
import { findRound } from '#db/rounds.ts'
import { isEmpty, seedDemonstration } from '#db/seed.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Tables } from '#db/tables.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { runChecks } from '#surveys/answering/checks.ts'
import { problemsOf } from '#surveys/answering/problems.ts'
import { contentLibrary } from '../support/content.ts'
import { test } from '../support/database.ts'
import { anAccount } from '../support/world.ts'

const NOW = new Date('2027-01-11T02:30:00.000Z')
const TODAY = '2027-01-11'
const COUNTRIES = ['XA', 'XB', 'XC', 'XD', 'XE', 'XF', 'XG', 'XH']

const seeded = async (db: Kysely<Tables>) => seedDemonstration(db, { library: contentLibrary(), now: NOW })

async function viewOf(db: Kysely<Tables>, slug: string) {
  const round = await findRound(db, slug)
  const consultation = await loadConsultation(db, round?.id ?? '', { today: TODAY })
  return disclose(consultation, 'team')
}

test('a database that holds people or meetings is left alone', async ({ db }) => {
  expect(await isEmpty(db)).toBe(true)
  await anAccount(db, 'Noor Haddad')
  expect(await seeded(db)).toBe(false)
  expect(await listMeetings(db)).toEqual([])
})

test('every submitted reply is complete, explained, and sealed like a real one', { timeout: 60_000 }, async ({
  db,
}) => {
  expect(await seeded(db)).toBe(true)
  expect(await seeded(db)).toBe(false)
  for (const slug of ['demo-regional-needs', 'demo-roadmap']) {
    const board = await listBoard(db, (await findRound(db, slug))?.id ?? '')
    expect(board.map(({ country, state }) => [country, state])).toEqual(
      COUNTRIES.map((country) => [country, country === 'XH' ? 'draft' : 'submitted']),
    )
    for (const country of COUNTRIES.slice(0, 7)) {
      const own = (await findOwnResponse(db, { round: slug, country })) ?? expect.fail(country)
      const cells = await cellsOf(db, own.id)
      expect(problemsOf(own.codebook, cells, TODAY), country).toEqual([])
      const findings = runChecks(own.codebook, cells, { today: TODAY, ...(await neighboursOf(db, own.id)) })
      const unexplained = findings.filter(({ isExplained, check }) => !isExplained && check.level !== 'note')
      expect(
        unexplained.map(({ field, check }) => [field.name, check.key]),
        country,
      ).toEqual([])
    }
  }
  expect((await verifyAudit(db)).filter(({ fault }) => fault !== null)).toEqual([])
})

test('everything lies in the past but the deadlines of what is open, and the trail tells it in order', {
  timeout: 60_000,
}, async ({ db }) => {
  await seeded(db)
  const entries = await listAudit(db, { limit: 1000 })
  const times = entries.map(({ at }) => at).reverse()
  expect(times).toEqual(times.toSorted())
  expect(times.every((at) => at < NOW.toISOString())).toBe(true)
  const open = await findRound(db, 'demo-regional-needs')
  const closed = await findRound(db, 'demo-regional-needs-4')
  expect([open?.state, closed?.state]).toEqual(['open', 'closed'])
  // Six in the evening in Brussels, which is an hour ahead in January.
  expect(open?.deadline).toBe('2027-01-23T17:00:00.000Z')
  const late = (await listBoard(db, closed?.id ?? '')).filter(({ official }) => official?.isLate)
  expect(late.map(({ country }) => country)).toEqual(['XG'])
})

test('the figures show what they are there to show', { timeout: 60_000 }, async ({ db }) => {
  await seeded(db)
  const needs = rankNeeds(await viewOf(db, 'demo-regional-needs'))
  const row = (key: string) => needs?.rows.find(({ area }) => area.key === key) ?? expect.fail(key)
  expect(row('admissibility').spread?.words).toBe('close')
  expect(row('legal_basis').spread?.words).toBe('two_groups')
  expect([row('witness_protection').scope, row('ftf_data').scope, row('prosecutor_networks').scope]).toEqual([
    'national',
    'subregional',
    'none',
  ])
  expect(row('ftf_data').absences.pns).toBe(3)
  expect(row('secure_comms').isToDiscuss).toBe(true)
  expect(row('training').mayDuplicate).toBe(true)
  const steps = consensusOf(await viewOf(db, 'demo-roadmap'))?.rows ?? []
  expect(new Set(steps.map(({ label }) => label))).toEqual(
    new Set(['agreed', 'agreed_with_reservations', 'to_be_debated', 'not_supported', undefined]),
  )
  expect(steps.some(({ reservations }) => reservations > 0)).toBe(true)
  const measures = readinessOf(await viewOf(db, 'demo-roadmap'))?.rows ?? []
  expect(measures.some(({ overdue }) => overdue > 0)).toBe(true)
})

test('one click of Hintamar moves the ranking, to the figures of the worked example', { timeout: 60_000 }, async ({
  db,
}) => {
  await seeded(db)
  const own = (await findOwnResponse(db, { round: 'demo-regional-needs', country: 'XH' })) ?? expect.fail()
  const head = (await listPeople(db, { country: 'XH' })).find(({ email }) => email === 'head.xh@demo.example')
  const before = rankNeeds(await viewOf(db, 'demo-regional-needs'))
  const submitted = await submitResponse(db, {
    actor: head?.id ?? '',
    at: NOW.toISOString(),
    responseId: own.id,
    country: 'XH',
    role: 'head',
    signedName: 'Edda Halvorane',
    signedFunction: 'Head of delegation',
    level: 'named',
    sectionLevels: {},
    today: TODAY,
  })
  expect(submitted.state).toBe('submitted')
  const after = rankNeeds(await viewOf(db, 'demo-regional-needs'))
  const order = (ranking: typeof after) => ranking?.rows.map(({ area }) => area.key)
  expect(order(after)).not.toEqual(order(before))
  // domain.md 7: eight delegations, seven share the need, mean intensity 78.57.
  expect(after?.rows.find(({ area }) => area.key === 'digital_evidence')?.score).toBeCloseTo(68.75, 2)
})

test('nothing that is invented can be taken for real', { timeout: 60_000 }, async ({ db }) => {
  await seeded(db)
  const people = await listPeople(db)
  expect(people.every(({ email }) => email.endsWith('@demo.example'))).toBe(true)
  for (const { slug, title, roster } of await listMeetings(db)) {
    if (roster.roster === 'demo') expect(title.en, slug).toContain('DEMO')
    else expect(roster.countries.length).toBe(8)
  }
  const real = await findRound(db, 'regional-needs')
  expect([real?.state, real?.isDemonstration]).toEqual(['planned', false])
  const board = await listBoard(db, real?.id ?? '')
  expect(board.every(({ state }) => state === 'invited')).toBe(true)
})
