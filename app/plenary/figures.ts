// Where the figure behind an item or a conclusion is: its page of the results at the snapshot that it was read from.
import { readShows } from './shows.ts'

/** @returns null where what is shown is no page of the results */
export function figureHref(shows: string, snapshot: number): string | null {
  const found = readShows(shows)
  const at = `?snapshot=${snapshot}`
  switch (found?.kind) {
    case 'needs':
    case 'steps':
    case 'measures':
      return `/results/${found.round}/${found.kind}${at}`
    case 'question':
      return `/results/${found.round}/questions/${found.ref}${at}${found.item ? `&item=${found.item}` : ''}`
    default:
      return null
  }
}
