// Putting options in order without dragging: one button, one step.

export const RANK_MOVES = ['up', 'down', 'out', 'add'] as const
export type RankMove = (typeof RANK_MOVES)[number]

/** True for a word that is a move. */
export function isRankMove(word: string): word is RankMove {
  return (RANK_MOVES as readonly string[]).includes(word)
}

/**
 * The order after one move; each option stands in it at most once. A move that cannot be made (the first one up, one
 * that is not ranked out,
 * one that is ranked already added) leaves the order as it is.
 * @param order option keys, first is rank 1
 */
export function applyRankAct(order: readonly string[], act: { move: RankMove; option: string }): readonly string[] {
  const place = order.indexOf(act.option)
  switch (act.move) {
    case 'add':
      return place < 0 ? [...order, act.option] : order
    case 'out':
      return order.filter((option) => option !== act.option)
    case 'up':
      return swapped(order, place - 1, place)
    case 'down':
      return swapped(order, place, place + 1)
  }
}

function swapped(order: readonly string[], first: number, second: number): readonly string[] {
  const [a, b] = [order[first], order[second]]
  if (a === undefined || b === undefined) return order
  return order.map((option, index) => (index === first ? b : index === second ? a : option))
}
