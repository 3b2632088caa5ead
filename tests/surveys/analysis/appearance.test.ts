// The preview of how a reply will appear: the same standing as in a real release, and not a word more than the level allows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appearanceOf, isLowering } from '#surveys/analysis/appearance.ts'
import { lowerOf, planDisclosure } from '#surveys/analysis/disclosure.ts'
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import { CODEBOOK, cellsFrom, ROSTER } from './rounds.ts'

const SECTIONS = CODEBOOK.questionnaire.sections.map(({ key }) => key)
const level = fc.constantFrom(...LEVELS)
const consent = fc.record({
  level,
  sectionLevels: fc.dictionary(fc.constantFrom(...SECTIONS), level) as fc.Arbitrary<Record<string, Level>>,
})
const SAID = cellsFrom({ lead: 'police', remark: 'TOKEN', contact: 'CONTACT', 'needs.training.priority': 'p5' })
const OWN = ROSTER[2]?.code ?? ''

const appearing = (own: { level: Level; sectionLevels: Record<string, Level> }) =>
  appearanceOf({
    round: 'r',
    codebook: CODEBOOK,
    roster: ROSTER,
    reply: { country: OWN, ...own, revision: 1, submittedAt: '2027-01-11T09:00:00.000Z', cells: SAID },
    today: '2027-01-11',
  })

test('whatever is chosen, the standing is that of a real release in which nothing hinders it', () => {
  fc.assert(
    fc.property(consent, (own) => {
      // Two others in every total: then names and totals can stand side by side.
      const others = ROSTER.filter(({ code }) => code !== OWN).map(({ code }, place) => ({
        country: code,
        level: place < 2 ? ('aggregate_only' as const) : ('named' as const),
        sectionLevels: {},
      }))
      const real = planDisclosure(CODEBOOK, ROSTER, [...others, { country: OWN, ...own }], 'shared', 'by_name')
      for (const { key, standing } of appearing(own).sections) {
        const inRelease = real.standings.get(key)?.get(OWN)
        // With only two in the totals, the release is made by name: whoever is named stays named.
        if (real.shown.get(key)?.kind === 'names_and_totals' || inRelease === 'named') expect(standing).toBe(inRelease)
      }
    }),
  )
})

test('nothing of the reply shows where it does not appear, and never under its name where it only counts', () => {
  fc.assert(
    fc.property(consent, (own) => {
      const { view, sections, shared } = appearing(own)
      for (const { key, standing } of sections) {
        const voices = view.voices.get(key) ?? []
        const named = voices.some(({ country }) => country?.code === OWN)
        expect(named).toBe(standing === 'named')
        if (standing === 'out') expect(JSON.stringify(voices.map(({ cells }) => [...cells]))).not.toContain('TOKEN')
      }
      expect(JSON.stringify([...view.voices.values()].flat().map(({ cells }) => [...cells]))).not.toContain('CONTACT')
      if (sections.every(({ standing }) => standing !== 'named')) expect(shared.named).toBe(0)
    }),
  )
})

test('a change is a lowering exactly when no section is shown more widely afterwards', () => {
  fc.assert(
    fc.property(consent, consent, (from, to) => {
      expect(isLowering(from, lowerOf(from, to), SECTIONS)).toBe(true)
      const rank = (one: typeof from, key: string) => LEVELS.indexOf(one.sectionLevels[key] ?? one.level)
      const isWider = SECTIONS.some((key) => rank(to, key) > rank(from, key))
      if (isWider) expect(isLowering(from, to, SECTIONS)).toBe(false)
    }),
  )
})
