// Where two texts differ, word by word, so that a conflict can be shown with the differences marked.

/** A stretch of a text; `isDifferent` where the other text does not say the same. */
export type Run = { readonly text: string; readonly isDifferent: boolean }

/** From here on comparing would take longer than a person waits; the middle is then marked as a whole. */
const MAX_COMPARISONS = 4_000_000

/**
 * Compares two texts word by word (longest common subsequence after common beginning and end are taken off).
 * @returns the runs of both; joined, each gives its text again. Spaces between two differing words are marked with
 *   them.
 */
export function differences(first: string, second: string): { first: Run[]; second: Run[] } {
  const [a, b] = [words(first), words(second)]
  const start = commonStart(a, b)
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse())
  const shared = longestShared(a.slice(start, a.length - end), b.slice(start, b.length - end))
  const marksOf = (all: string[], inMiddle: ReadonlySet<number>) =>
    all.map((_, index) => index >= start && index < all.length - end && !inMiddle.has(index - start))
  return { first: runs(a, marksOf(a, shared.first)), second: runs(b, marksOf(b, shared.second)) }
}

/** Words and the spaces between them, each an entry. */
function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** The places, in both lists, of a longest common subsequence. */
function longestShared(a: readonly string[], b: readonly string[]): { first: Set<number>; second: Set<number> } {
  const shared = { first: new Set<number>(), second: new Set<number>() }
  if (a.length * b.length > MAX_COMPARISONS) return shared
  const lengths = lengthsFrom(a, b)
  const width = b.length + 1
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [down, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0]
    if (a[i] === b[j]) {
      shared.first.add(i++)
      shared.second.add(j++)
    } else if (down >= right) i += 1
    else j += 1
  }
  return shared
}

/** At `i * (b.length + 1) + j`: how much the rests of a from i and of b from j have in common. */
function lengthsFrom(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const isSame = a[i] === b[j]
      const along = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
      lengths[i * width + j] = isSame ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : along
    }
  }
  return lengths
}

function runs(all: readonly string[], marks: readonly boolean[]): Run[] {
  const found: { text: string; isDifferent: boolean }[] = []
  all.forEach((text, index) => {
    // A space between two marked words is marked too: one mark reads better than two.
    const isBridge = text.trim() === '' && marks[index - 1] === true && marks[index + 1] === true
    const isDifferent = marks[index] === true || isBridge
    const last = found.at(-1)
    if (last && last.isDifferent === isDifferent) last.text += text
    else found.push({ text, isDifferent })
  })
  return found
}
