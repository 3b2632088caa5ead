// A chart as a picture: plain data, drawn by drawing.ts; the same numbers as on the page, in one language, with its source.

/** A field of a table or a part of a row: its words, its ground, the colour of the words on it. */
export type Tile = { readonly words: string; readonly fill: string; readonly ink: string; readonly isAbsent?: boolean }

export type Shape =
  /** 0-1; `mark` is a second value on the same bar */
  | { readonly kind: 'bar'; readonly value: number; readonly mark: number | null }
  /** two places on a scale, 0-1 */
  | { readonly kind: 'dumbbell'; readonly from: number; readonly to: number }
  /** one tile per delegation, in the order of the states */
  | { readonly kind: 'squares'; readonly tiles: readonly Tile[] }
  /** one tile per column */
  | { readonly kind: 'cells'; readonly tiles: readonly Tile[] }
  | { readonly kind: 'nothing' }

export type PictureRow = { readonly label: string; readonly shape: Shape; readonly note: string }

export type Picture = {
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  /** the finding */
  readonly title: string
  /** how it was measured, with weights and thresholds */
  readonly explained: string
  /** over the cells, or along a scale; empty where there is neither */
  readonly columns: readonly string[]
  readonly key: readonly Tile[]
  readonly rows: readonly PictureRow[]
  /** base, questions, version, snapshot */
  readonly source: string
}

/** The palettes of the pages: light to dark for what has an order, two hues for against and in favour. */
export const SEQUENCE = ['#f7fafb', '#d6e6ec', '#aecfdb', '#78afc3', '#2b7593', '#0c465e'] as const
export const DIVERGING = ['#8a3d00', '#e2a765', '#ecece8', '#78afc3', '#0c465e'] as const
const DARK: readonly string[] = [SEQUENCE[4], SEQUENCE[5], DIVERGING[0], DIVERGING[4]]

/** A tile whose words can be read on it. */
export function tile(words: string, fill: string): Tile {
  return { words, fill, ink: DARK.includes(fill) ? '#ffffff' : '#15202b' }
}

/** A tile of somebody who gave no answer. */
export function absentTile(words: string): Tile {
  return { words, fill: '#ffffff', ink: '#15202b', isAbsent: true }
}
