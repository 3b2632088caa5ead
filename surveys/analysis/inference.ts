// Who becomes inferable when a second snapshot is released after a first: whose answers could be had from the two together.
import { type Outing, SMALLEST_GROUP, type Standing } from './disclosure.ts'

export type Inference = {
  readonly section: string
  /** in the order of the roster that made the outings */
  readonly countries: readonly string[]
  /** `remainder`: too few stay unknown in one of the two · `difference`: the totals differ by too few */
  readonly how: 'remainder' | 'difference'
}

/**
 * A total over the unnamed is one equation. What a name gives away in either release is known in both, unless the answer
 * changed. If one or two unknowns stay in one of the equations, or in the difference of the two, they can be worked out.
 * @param before a release that is out; @param after the one that is to follow
 * @returns by section, the delegations concerned; nothing when nobody is
 */
export function whoBecomesInferable(before: Outing, after: Outing): Inference[] {
  const found: Inference[] = []
  for (const [section, later] of after.standings) {
    const earlier = before.standings.get(section)
    if (!earlier) continue
    const isSame = (country: string) => {
      const digest = after.digestOf(country, section)
      return digest !== undefined && digest === before.digestOf(country, section)
    }
    const unknownBefore = unknowns(earlier, later, isSame)
    const unknownAfter = unknowns(later, earlier, isSame)
    const alone = [unknownBefore, unknownAfter].filter(isTooFew).flat()
    if (alone.length > 0) found.push({ section, countries: [...new Set(alone)], how: 'remainder' })
    // an answer that stays the same cancels out; a changed one stands in the difference
    const cancelled = (country: string) =>
      unknownBefore.includes(country) && unknownAfter.includes(country) && isSame(country)
    const rest = [...new Set([...unknownBefore, ...unknownAfter])].filter((country) => !cancelled(country))
    const isNew = rest.some((country) => !alone.includes(country))
    if (isTooFew(rest) && isNew) found.push({ section, countries: rest, how: 'difference' })
  }
  return found
}

const isTooFew = (countries: readonly string[]) => countries.length > 0 && countries.length < SMALLEST_GROUP

/** Those in the totals of one release whose answer the other does not name. */
function unknowns(
  here: ReadonlyMap<string, Standing>,
  there: ReadonlyMap<string, Standing>,
  isSame: (country: string) => boolean,
): string[] {
  const counted = [...here].filter(([, standing]) => standing === 'counted').map(([country]) => country)
  return counted.filter((country) => !(there.get(country) === 'named' && isSame(country)))
}
