// Chance that can be repeated: the same seed throws the same dice.

export type Dice = {
  /** a whole number, both ends included */
  between(least: number, most: number): number
  /** true with this probability */
  chance(probability: number): boolean
  /** one of them; throws when there is none */
  pick<T>(of: readonly T[]): T
  /** all of them in another order */
  shuffle<T>(all: readonly T[]): T[]
}

/** Dice for a seed (mulberry32: Tommy Ettinger, 2017). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    chance: (probability) => next() < probability,
    pick(of) {
      const one = of[between(0, of.length - 1)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    shuffle(all) {
      const shuffled = [...all]
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = between(0, last)
        const [a, b] = [shuffled[last], shuffled[other]]
        if (a !== undefined && b !== undefined) [shuffled[last], shuffled[other]] = [b, a]
      }
      return shuffled
    },
  }
}
