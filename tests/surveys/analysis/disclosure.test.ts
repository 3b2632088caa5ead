// Who may see what: consent, small numbers, names, and that nothing can be worked out by subtraction.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose, namedCells, planDisclosure, SMALLEST_GROUP } from '#surveys/analysis/disclosure.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import { heatMap } from '#surveys/analysis/heat-map.ts'
import { MODES, type Reply } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import { printed } from './outputs.ts'
import { CODEBOOK, consultation, ROSTER, replies, reply, type Said } from './rounds.ts'

const key = (...keys: string[]) => fc.constantFrom(...keys)
const absence = key('!na', '!nap', '!pns') as fc.Arbitrary<'!na'>
const answers: fc.Arbitrary<Said> = fc.record(
  {
    lead: fc.oneof(key('police', 'customs', 'courts'), absence),
    consulted: fc.subarray(['police', 'customs', 'courts']),
    days: fc.integer({ min: 0, max: 99 }),
    as_of: key('2026-11-02', '2027-01-15'),
    remark: key('one remark', 'another remark'),
    'capacity.training.current': key('c1', 'c2', 'c3'),
    'capacity.training.needed': key('c3', 'c4', 'c5'),
    'needs.training.priority': fc.oneof(key('p0', 'p2', 'p3', 'p5'), absence),
    'needs.training.urgency': key('u1', 'u2', 'u3', 'u4'),
    'needs.training.coverage': key('none', 'partly', 'largely'),
    'needs.witnesses.priority': key('p0', 'p1', 'p4'),
    'needs.training.first': key('course', 'mission'),
    'needs.training.partner': key('interpol', 'peer'),
    'needs.training.donor': fc.subarray(['interpol', 'unodc']),
    offered: fc.subarray(['training', 'witnesses']),
    'measures.m01.obstacles': fc.subarray(['legal', 'budget']),
    top: fc.subarray(['digital_evidence', 'training', 'witnesses']),
    'measures.m01.status': key('planned', 'implemented', 'not_applicable'),
    'measures.m01.date': key('2026-01-01', '2028-01-01'),
    'steps.t01.agreement': key('a1', 'a2', 'a4', 'a5'),
    'steps.t01.reservation': key('a reservation'),
  },
  { requiredKeys: [] },
)
const level = key(...LEVELS) as fc.Arbitrary<Level>
const eight = fc.array(answers, { minLength: 8, maxLength: 8 })
const levels = fc.array(level, { minLength: 8, maxLength: 8 })
const sections = fc.array(
  fc.dictionary(key('about', 'capacity', 'needs', 'roadmap'), level, { maxKeys: 2 }) as fc.Arbitrary<
    Record<string, Level>
  >,
  { minLength: 8, maxLength: 8 },
)

const shared = (list: readonly Reply[], mode = MODES[0]) => disclose(consultation(list), 'shared', mode)

test('outside the team, one or two delegations never stay unnamed beside names', () => {
  fc.assert(
    fc.property(eight, levels, sections, key(...MODES), (said, chosen, bySection, mode) => {
      const list = replies(said, chosen).map((one, i) => ({ ...one, sectionLevels: bySection[i] ?? {} }))
      const view = disclose(consultation(list), 'shared', mode as 'totals')
      for (const voices of view.voices.values()) {
        const unnamed = voices.filter((voice) => voice.country === null).length
        const hasNames = unnamed < voices.length
        expect(!hasNames || unnamed === 0 || unnamed >= SMALLEST_GROUP).toBe(true)
      }
    }),
  )
})

test('sections that one formula combines count the same delegations, so that nothing is left by subtraction', () => {
  fc.assert(
    fc.property(eight, levels, sections, (said, chosen, bySection) => {
      const list = replies(said, chosen).map((one, i) => ({ ...one, sectionLevels: bySection[i] ?? {} }))
      const view = shared(list)
      expect(view.shown.get('capacity')).toEqual(view.shown.get('needs'))
      expect(view.voices.get('capacity')).toEqual(view.voices.get('needs'))
    }),
  )
})

test('what a delegation keeps with the team changes nothing that anybody else sees', () => {
  fc.assert(
    fc.property(eight, levels, answers, (said, chosen, other) => {
      const list = replies(said, chosen)
      const changed = list.map((one) => (one.level === 'pmt_only' ? { ...reply(one.country, other, 'pmt_only') } : one))
      expect(printed(shared(changed))).toBe(printed(shared(list)))
    }),
  )
})

test('delegations in the totals only are interchangeable: no output tells whose answers are whose', () => {
  fc.assert(
    fc.property(eight, levels, key(...MODES), (said, chosen, mode) => {
      const list = replies(said, chosen)
      const hidden = list.filter((one) => one.level === 'aggregate_only')
      const cells = hidden.map((one) => one.cells).reverse()
      const swapped = list.map((one) => {
        const place = hidden.indexOf(one)
        return place < 0 ? one : { ...one, cells: cells[place] ?? one.cells }
      })
      expect(printed(shared(swapped, mode as 'totals'))).toBe(printed(shared(list, mode as 'totals')))
    }),
  )
})

test('by name, totals are those of the named alone and say nothing about one or two others', () => {
  fc.assert(
    fc.property(eight, fc.integer({ min: 1, max: 2 }), answers, (said, few, other) => {
      const chosen = said.map((_, i): Level => (i < few ? 'aggregate_only' : 'named'))
      const list = replies(said, chosen)
      const changed = list.map((one, i) => (i < few ? reply(one.country, other, 'aggregate_only') : one))
      expect(printed(shared(changed, 'by_name'))).toBe(printed(shared(list, 'by_name')))
      expect(rankNeeds(shared(list, 'by_name'))?.base).toEqual({ n: 8 - few, of: 8 - few, basis: 'named' })
    }),
  )
})

test('without names, no country appears', () => {
  fc.assert(
    fc.property(eight, fc.integer({ min: 1, max: 2 }), (said, few) => {
      const list = replies(
        said,
        said.map((_, i): Level => (i < few ? 'aggregate_only' : 'public')),
      )
      const view = shared(list, 'totals')
      expect(heatMap(view, 'priority')?.countries).toEqual([])
      expect(printed(view)).not.toMatch(/"code":"X[A-H]"/)
      expect(rankNeeds(view)?.base).toEqual({ n: 8, of: 8, basis: 'roster' })
    }),
  )
})

test('contact data and notes to the team leave the team in no output, whatever the level', () => {
  const said: Said[] = ROSTER.map(() => ({ contact: 'canary-contact', aside: 'canary-aside', remark: 'open remark' }))
  const list = replies(
    said,
    said.map(() => 'public'),
  )
  expect(printed(shared(list))).not.toContain('canary')
  expect(printed(shared(list))).toContain('open remark')
  expect(distributionOf(shared(list), 'contact')).toBeUndefined()
  const plan = planDisclosure(CODEBOOK, ROSTER, list, 'shared', 'by_name')
  expect([...namedCells(plan, list[0] as Reply)].map(([field]) => field.name)).toEqual(['remark'])
  const team = disclose(consultation(list), 'team')
  expect(distributionOf(team, 'aside')?.rows[0]?.said).toHaveLength(8)
  // listed for the team, but never added up
  expect(distributionOf(team, 'contact')).toMatchObject({ isCounted: false, finding: { code: 'contact' } })
})

test('fewer than three contributors: the figures are withheld outside the team, with their base', () => {
  const said: Said[] = [{ lead: 'police' }, { lead: 'police' }, {}, {}, {}, {}, {}, {}]
  const outside = distributionOf(shared(replies(said)), 'lead')?.rows[0]
  expect(outside).toMatchObject({ isHidden: true, base: { n: 2, of: 8 }, said: [] })
  expect(outside?.tally).toMatchObject({ options: [{ count: 0 }, { count: 0 }, { count: 0 }] })
  const inside = distributionOf(disclose(consultation(replies(said)), 'team'), 'lead')?.rows[0]
  expect(inside).toMatchObject({ isHidden: false })
})

test('a delegation may close one section and open the rest', () => {
  const list = replies(ROSTER.map(() => ({ lead: 'police', 'needs.training.priority': 'p4' })))
  const closed = list.map((one, i) => (i < 3 ? { ...one, sectionLevels: { about: 'aggregate_only' as const } } : one))
  const view = shared(closed)
  expect(distributionOf(view, 'lead')?.rows[0]?.said.map((one) => one.country.code)).toEqual([
    'XD',
    'XE',
    'XF',
    'XG',
    'XH',
  ])
  expect(distributionOf(view, 'lead')?.rows[0]?.base.n).toBe(8)
  expect(heatMap(view, 'priority')?.countries).toHaveLength(8)
})

test('no count exceeds its base, and no base the roster', () => {
  fc.assert(
    fc.property(eight, levels, key('team', 'shared'), (said, chosen, reader) => {
      const view = disclose(consultation(replies(said, chosen)), reader as 'team')
      for (const row of rankNeeds(view)?.rows ?? []) {
        expect(row.sharedBy).toBeLessThanOrEqual(row.base.n)
        expect(row.base.n).toBeLessThanOrEqual(row.base.of)
        expect(row.base.of).toBeLessThanOrEqual(8)
        expect(row.score).toBeLessThanOrEqual(100)
        expect(row.net).toBeLessThanOrEqual(row.score + 1e-9)
        if (row.firm && row.place) {
          expect(row.firm.from).toBeLessThanOrEqual(row.place)
          expect(row.firm.to).toBeGreaterThanOrEqual(row.place)
        }
      }
    }),
  )
})

test('a reply of a country that was not invited counts nowhere', () => {
  const view = disclose(consultation([reply('ZZ', { lead: 'police' }), reply('XA', { lead: 'courts' })]), 'team')
  expect(distributionOf(view, 'lead')?.rows[0]?.base).toEqual({ n: 1, of: 8, basis: 'roster' })
})

test('nothing else reads replies: whoever needs answers gets them from the disclosure', () => {
  const files = ['surveys/analysis', 'surveys/tables'].flatMap((room) =>
    readdirSync(room)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${room}/${file}`),
  )
  const readers = files.filter((file) => /\bConsultation\b|\breply\.cells\b/.test(readFileSync(file, 'utf8')))
  // What a delegation will look like is asked of the disclosure with its own reply, and with nobody else's.
  const ownReply = 'surveys/analysis/appearance.ts'
  expect(readers).toEqual([ownReply, 'surveys/analysis/disclosure.ts', 'surveys/analysis/model.ts'])
})
