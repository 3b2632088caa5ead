// The real questionnaires with invented replies: every output comes out, and every total stays below its base.
import { expect, test } from 'vitest'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { linkedSections } from '#surveys/analysis/links.ts'
import type { Consultation } from '#surveys/analysis/model.ts'
import { csvLines } from '#surveys/tables/csv.ts'
import { totalsTable } from '#surveys/tables/totals.ts'
import { contentCodebook } from '../../support/content.ts'
import { inventReply } from '../../support/replies.ts'
import { readRows, whole } from '../tables/read-csv.ts'
import { everything } from './outputs.ts'
import { ROSTER, reply } from './rounds.ts'

const TODAY = '2027-01-27'
const LEVELS = ['public', 'aggregate_only', 'named', 'aggregate_only', 'pmt_only', 'aggregate_only', 'named'] as const

function invented(name: string): Consultation {
  const codebook = contentCodebook(name)
  const replies = LEVELS.map((level, seed) => {
    const cells = inventReply(codebook, { seed, today: TODAY, absences: 0.2 })
    return reply(ROSTER[seed]?.code ?? '', {}, level, { cells })
  })
  return { round: 'r', codebook, roster: ROSTER, replies, acceptedEvidence: new Set(), today: TODAY, snapshot: null }
}

for (const name of ['taf-regional-needs@1.0.0', 'taf-regional-needs@1.1.0', 'roadmap-national-coordination@1.0.0']) {
  test(`${name}: every dashboard that it feeds and every question comes out`, () => {
    const consultation = invented(name)
    for (const reader of ['team', 'shared'] as const) {
      const { needs, measures, steps, questions } = everything(disclose(consultation, reader))
      expect(Boolean(needs)).toBe(name.startsWith('taf'))
      expect([Boolean(measures), Boolean(steps)]).toEqual([!needs, !needs])
      const hidden = questions.filter((one) => one === undefined).length
      expect(hidden > 0).toBe(reader === 'shared' && name.startsWith('taf'))
      for (const { base, rows } of questions.flatMap((one) => one ?? [])) {
        expect(base.of).toBe(8)
        for (const row of rows) expect(row.base.n).toBeLessThanOrEqual(base.n)
      }
    }
  })

  test(`${name}: no count in the file of totals exceeds its base, and no base those who replied`, async () => {
    const view = disclose(invented(name), 'shared')
    const rows = readRows(await whole(csvLines(totalsTable(view, 'fr'))))
    expect(rows.length).toBeGreaterThan(500)
    for (const row of rows) {
      expect(Number(row.n)).toBeLessThanOrEqual(6)
      if (row.measure === 'count') expect(Number(row.value)).toBeLessThanOrEqual(Number(row.n))
      if (row.measure === 'withheld') expect(Number(row.n)).toBeLessThan(3)
    }
  })
}

test('what one formula combines is disclosed together, and nothing else is drawn in', () => {
  const taf = linkedSections(contentCodebook('taf-regional-needs@1.1.0'))
  expect([...(taf.get('taf_needs') ?? [])].sort()).toEqual(['present_capacity', 'support_and_offers', 'taf_needs'])
  expect(taf.get('channels')).toEqual(['channels'])
})
