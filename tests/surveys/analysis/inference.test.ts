// Between two releases: who could be worked out from both together, and the differences in words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '#surveys/analysis/changes.ts'
import { disclose, lowerOf, type Outing, outingOf, type Standing } from '#surveys/analysis/disclosure.ts'
import { whoBecomesInferable } from '#surveys/analysis/inference.ts'
import type { Mode } from '#surveys/analysis/model.ts'
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import { consultation, ROSTER, replies, type Said } from './rounds.ts'

/** `XA:named=1 XB:counted=2`: country, standing, what it said. */
function outing(written: string): Outing {
  const said = written.split(' ').map((one) => one.split(/[:=]/) as [string, Standing, string])
  const standings = new Map([['s', new Map(said.map(([country, standing]) => [country, standing]))]])
  return { standings, digestOf: (country) => said.find(([code]) => code === country)?.[2] }
}
const between = (before: string, after: string) =>
  whoBecomesInferable(outing(before), outing(after)).map(({ how, countries }) => [how, countries.join(' ')])

test('the same release twice gives nothing away', () => {
  const three = 'A:counted=1 B:counted=2 C:counted=3 D:named=4'
  expect(between(three, three)).toEqual([])
})

test('one more in the totals is the difference of the totals', () => {
  const three = 'A:counted=1 B:counted=2 C:counted=3'
  expect(between(three, `${three} D:counted=4`)).toEqual([['difference', 'D']])
  expect(between(three, `${three} D:counted=4 E:counted=5`)).toEqual([['difference', 'D E']])
  expect(between(three, `${three} D:counted=4 E:counted=5 F:counted=6`)).toEqual([])
})

test('an answer that alone was changed is the difference too', () => {
  expect(between('A:counted=1 B:counted=2 C:counted=3', 'A:counted=9 B:counted=2 C:counted=3')).toEqual([
    ['difference', 'A'],
  ])
  expect(between('A:counted=1 B:counted=2 C:counted=3', 'A:counted=9 B:counted=8 C:counted=7')).toEqual([])
})

test('who lets itself be named leaves the others alone in the totals that are out already', () => {
  expect(between('A:counted=1 B:counted=2 C:counted=3', 'A:named=1 B:counted=2 C:counted=3')).toEqual([
    ['remainder', 'B C'],
  ])
  // its answer changed meanwhile: the name says nothing of the older totals
  expect(between('A:counted=1 B:counted=2 C:counted=3 D:counted=4', 'A:named=9 B:out=2 C:out=3 D:out=4')).toEqual([])
})

test('who was named before cannot hide an unchanged answer in later totals', () => {
  expect(between('A:named=1 B:named=2 C:named=3', 'A:counted=1 B:counted=2 C:counted=9')).toEqual([['remainder', 'C']])
})

test('whoever is named as inferable stands in the totals of one of the two, whatever the releases', () => {
  const standing = fc.constantFrom<Standing>('named', 'counted', 'out')
  const one = fc.record({ standing, said: fc.integer({ min: 0, max: 2 }) })
  const release = fc.array(one, { minLength: 5, maxLength: 5 })
  const written = (list: { standing: Standing; said: number }[]) =>
    list.map(({ standing, said }, place) => `${'ABCDE'[place]}:${standing}=${said}`).join(' ')
  fc.assert(
    fc.property(release, release, (before, after) => {
      const [a, b] = [outing(written(before)), outing(written(after))]
      for (const { countries } of whoBecomesInferable(a, b))
        for (const country of countries)
          expect([a, b].some((each) => each.standings.get('s')?.get(country) === 'counted')).toBe(true)
      // the order of the two does not matter: both are known in the end
      const names = (list: ReturnType<typeof whoBecomesInferable>) => list.flatMap((each) => each.countries).sort()
      expect(names(whoBecomesInferable(b, a))).toEqual(names(whoBecomesInferable(a, b)))
      expect(whoBecomesInferable(a, a).filter(({ how }) => how === 'difference')).toEqual([])
    }),
  )
})

test('of two consents the lower one holds, section by section', () => {
  const level = fc.constantFrom<Level>(...LEVELS)
  const consent = fc.record({ level, sectionLevels: fc.dictionary(fc.constantFrom('a', 'b'), level) })
  const at = ({ level, sectionLevels }: { level: Level; sectionLevels: Record<string, Level> }, section: string) =>
    LEVELS.indexOf(sectionLevels[section] ?? level)
  fc.assert(
    fc.property(consent, consent, fc.constantFrom('a', 'b', 'c'), (then, now, section) => {
      const lower = lowerOf(then, now)
      expect(at({ ...lower, sectionLevels: { ...lower.sectionLevels } }, section)).toBe(
        Math.min(at(then, section), at(now, section)),
      )
    }),
  )
})

const view = (said: Said[]) => disclose(consultation(replies(said)), 'team')
const SAID: Said[] = ROSTER.map((_, place) => ({
  'needs.training.priority': 'p4',
  'needs.witnesses.priority': 'p3',
  'measures.m01.status': 'planned',
  'steps.t01.agreement': place < 5 ? 'a5' : 'a1',
}))

test('what changed is said: replies, places, states, labels; and that nothing did', () => {
  expect(changesBetween(view(SAID), view(SAID))).toEqual([{ code: 'change_nothing' }])
  const later = SAID.map((one, place) => ({
    ...one,
    'needs.witnesses.priority': 'p5',
    'measures.m01.status': place === 0 ? 'implemented' : 'planned',
    'steps.t01.agreement': 'a5',
  }))
  const changes = changesBetween(view(SAID), view(later))
  expect(changes.map(({ code, numbers }) => [code, numbers?.from, numbers?.to])).toEqual([
    ['change_place_up', 2, 1],
    ['change_place_down', 1, 2],
    ['change_done', 0, 1],
    ['change_label_agreed', 5, 8],
  ])
  expect(changesBetween(view(SAID.slice(0, 5)), view(SAID))[0]).toMatchObject({
    code: 'change_base',
    numbers: { from: 5, to: 8, of: 8 },
  })
})

test('where nobody is named as inferable, no unnamed answer of two releases stands alone in a total', () => {
  const level = fc.constantFrom<Level>(...LEVELS)
  const eight = fc.array(level, { minLength: 8, maxLength: 8 })
  const said = fc.array(fc.constantFrom('p1', 'p2'), { minLength: 8, maxLength: 8 })
  const release = fc.record({ levels: eight, said, mode: fc.constantFrom<Mode>('by_name', 'totals') })
  const heldOf = ({ levels, said }: { levels: Level[]; said: string[] }) =>
    consultation(
      replies(
        said.map((priority) => ({ 'needs.training.priority': priority })),
        levels,
      ),
    )
  fc.assert(
    fc.property(release, release, (first, second) => {
      const [a, b] = [outingOf(heldOf(first), first.mode), outingOf(heldOf(second), second.mode)]
      const found = whoBecomesInferable(a, b).filter(({ section }) => section === 'needs')
      // those whose answer stayed and whose standing moved between counted and out, alone or in two, are the difference
      const standing = (one: Outing, country: string) => one.standings.get('needs')?.get(country)
      const moved = ROSTER.map(({ code }) => code).filter((code) => {
        const counted = [a, b].filter((one) => standing(one, code) === 'counted').length
        const isNamed = [a, b].some((one) => standing(one, code) === 'named')
        return counted === 1 && !isNamed
      })
      const changed = ROSTER.map(({ code }) => code).filter(
        (code) =>
          a.digestOf(code, 'needs') !== b.digestOf(code, 'needs') &&
          [a, b].some((one) => standing(one, code) === 'counted'),
      )
      if (moved.length > 0 && moved.length < 3 && changed.length === 0) expect(found.length).toBeGreaterThan(0)
    }),
  )
})
