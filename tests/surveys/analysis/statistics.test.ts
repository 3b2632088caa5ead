// The statistics against published and hand-computed values, and against what must hold for any values.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  agreement,
  averageRanks,
  bordaPoints,
  kendallW,
  leikDispersion,
  mean,
  median,
  places,
  quantile,
  quartiles,
  spearman,
  tastleWierman,
} from '#surveys/analysis/statistics.ts'

/** Ratings from 1 on, from how many chose each. */
const spread = (counts: readonly number[]) =>
  counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1))

/** counts, median, IQR, A, D, Cns; the first line is the published reference of the R package agrmt. */
const VECTORS: [number[], number | null, number | null, number, number, number][] = [
  [[30, 40, 210, 130, 530, 50, 10], null, null, 0.6113333, 0.2866667, 0.7256876],
  [[0, 0, 0, 0, 8], 5, 0, 1, 0, 1],
  [[0, 0, 0, 4, 4], 4.5, 1, 0.75, 0.25, 0.807],
  [[0, 0, 2, 4, 2], 4, 0.5, 0.625, 0.25, 0.792],
  [[0, 1, 1, 3, 3], 4, 1.25, 0.5, 0.375, 0.667],
  [[2, 0, 0, 0, 6], 5, 1, 0, 0.5, 0.189],
  [[1, 1, 1, 2, 3], 4, 2.25, 0.3125, 0.5625, 0.419],
  [[2, 0, 2, 2, 2], 3.5, 1.75, -0.042, 0.625, 0.396],
  [[3, 0, 0, 0, 5], 5, 4, -0.5, 0.75, 0.046],
  [[4, 0, 0, 0, 4], 3, 4, -1, 1, 0],
]

test.each(VECTORS)('agreement, dispersion and quartiles of %j are the known ones', (counts, middle, iqr, a, d, cns) => {
  const digits = counts.length === 7 ? 6 : 3
  expect(agreement(counts)).toBeCloseTo(a, digits)
  expect(leikDispersion(counts)).toBeCloseTo(d, digits)
  expect(tastleWierman(counts)).toBeCloseTo(cns, digits)
  if (middle !== null) expect(quartiles(spread(counts))?.median).toBe(middle)
  if (iqr !== null) expect(quartiles(spread(counts))?.iqr).toBeCloseTo(iqr, 10)
})

test('quantiles interpolate as type 7 does in R', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6]
  expect(quartiles(values)).toEqual({ q1: 1.75, median: 3.5, q3: 5.25, iqr: 3.5 })
  expect(quantile([10], 0.3)).toBe(10)
})

test('nothing gives nothing, and never a zero that nobody answered', () => {
  expect([median([]), mean([]), quartiles([]), quantile([], 0.5)]).toEqual([undefined, undefined, undefined, undefined])
  expect(agreement([0, 0, 0])).toBeUndefined()
  expect(leikDispersion([0, 0, 0])).toBeUndefined()
  expect(tastleWierman([0, 0, 0])).toBeUndefined()
  expect(agreement([2, 3])).toBeUndefined()
})

test('rank correlation is Spearman’s, ties sharing their mean rank', () => {
  expect(spearman([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17])).toBeCloseTo(
    -0.1757575,
    6,
  )
  expect(averageRanks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4])
  expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9486833, 6)
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeUndefined()
  expect(() => spearman([1], [1, 2])).toThrow(RangeError)
})

test('points go down the ranking and end where the points end', () => {
  const points = bordaPoints([['a', 'b', 'c'], ['b', 'a'], []], [5, 4])
  expect([...points]).toEqual([
    ['a', 9],
    ['b', 9],
    ['c', 0],
  ])
  expect(places([9, 9, 0], (x, y) => y - x)).toEqual([1, 1, 3])
})

const counts = fc.array(fc.nat({ max: 60 }), { minLength: 3, maxLength: 9 }).filter((list) => list.some((n) => n > 0))

test('agreement stays within its bounds, and a mirrored scale changes nothing', () => {
  fc.assert(
    fc.property(counts, (list) => {
      const [a, d, cns] = [agreement(list) ?? 9, leikDispersion(list) ?? 9, tastleWierman(list) ?? 9]
      expect(a).toBeGreaterThanOrEqual(-1 - 1e-9)
      expect(a).toBeLessThanOrEqual(1 + 1e-9)
      expect(d).toBeGreaterThanOrEqual(-1e-9)
      expect(d).toBeLessThanOrEqual(1 + 1e-9)
      expect(cns).toBeGreaterThanOrEqual(-1e-9)
      expect(cns).toBeLessThanOrEqual(1 + 1e-9)
      const mirrored = [...list].reverse()
      expect(agreement(mirrored)).toBeCloseTo(a, 9)
      expect(leikDispersion(mirrored)).toBeCloseTo(d, 9)
      expect(tastleWierman(mirrored)).toBeCloseTo(cns, 9)
    }),
  )
})

test('twice as many people who think alike think alike', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 5 }), (list, factor) => {
      const more = list.map((count) => count * factor)
      expect(agreement(more)).toBeCloseTo(agreement(list) ?? 9, 9)
      expect(leikDispersion(more)).toBeCloseTo(leikDispersion(list) ?? 9, 9)
    }),
  )
})

test('quartiles do not depend on the order, and stand in order between the ends', () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(values, (list) => {
      const found = quartiles(list)
      expect(quartiles([...list].reverse())).toEqual(found)
      if (!found) throw new Error('there are values')
      const stairs = [Math.min(...list), found.q1, found.median, found.q3, Math.max(...list)]
      expect([...stairs].sort((x, y) => x - y)).toEqual(stairs)
    }),
  )
})

/** Twenty students rated for anxiety by three raters: the data of the R package irr, many ties among them. */
const ANXIETY = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]

test('concordance of judges is Kendall’s W, corrected for ties', () => {
  // irr::kendall(anxiety, TRUE): Wt = 0.54, chi-square(19) = 30.8, which is m (n - 1) W
  const w = kendallW(ANXIETY) ?? Number.NaN
  expect(w).toBeCloseTo(0.54, 2)
  expect(3 * 19 * w).toBeCloseTo(30.8, 1)
  // without ties: rank sums 2, 4, 7, 7, each 3, 1, 2, 2 from their mean 5
  expect(
    kendallW([
      [1, 2, 3, 4],
      [1, 2, 4, 3],
    ]),
  ).toBeCloseTo((12 * (9 + 1 + 4 + 4)) / (4 * 60), 9)
})

test('concordance is 1 for one order, 0 for opposite ones, and nothing where nobody orders', () => {
  expect(
    kendallW([
      [1, 2, 3],
      [4, 5, 6],
      [0, 8, 9],
    ]),
  ).toBe(1)
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toBe(0)
  expect(
    kendallW([
      [1, 1, 1],
      [2, 2, 2],
    ]),
  ).toBeUndefined()
  expect(kendallW([[1, 2, 3]])).toBeUndefined()
  expect(() =>
    kendallW([
      [1, 2],
      [1, 2, 3],
    ]),
  ).toThrow(RangeError)
})

test('concordance stays within its bounds, whoever is called first and however the items are numbered', () => {
  const rating = fc.integer({ min: 0, max: 5 })
  const judges = fc.array(fc.array(rating, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(judges, (all) => {
      const w = kendallW(all)
      if (w === undefined) return
      expect(w).toBeGreaterThanOrEqual(0)
      expect(w).toBeLessThanOrEqual(1)
      expect(kendallW([...all].reverse())).toBeCloseTo(w, 9)
      expect(kendallW(all.map((one) => [...one].reverse()))).toBeCloseTo(w, 9)
    }),
  )
})
