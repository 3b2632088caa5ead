// What a screen of the hall is given: words and counts that passed disclosure, nothing from which more could be read.
import type { Text } from '#surveys/definition/model.ts'
import type { SheetView } from '../charts/sheet-view.ts'

export type Level = {
  readonly value: number
  readonly label: Text
  readonly count: number
  /** those who agreed to be named, where names are on */
  readonly names: readonly Text[]
}
export type Body =
  | { readonly kind: 'text' }
  | { readonly kind: 'dots'; readonly levels: readonly Level[]; readonly median: number | null }
  | { readonly kind: 'rows'; readonly rows: readonly { readonly label: Text; readonly words: string }[] }
  | { readonly kind: 'sheet'; readonly sheet: SheetView; readonly timeZone: string }

export type Slide = {
  readonly title: Text
  /** one sentence */
  readonly says: string
  readonly body: Body
  /** `7 of 8`, and what they do */
  readonly aside: readonly { readonly big: string; readonly words: string }[]
  /** `Base: 8 of 8` */
  readonly base: string | null
  /** `Source: question C10, version 1.1.0` */
  readonly source: string | null
  /** whether somebody could be shown by name here, at all */
  readonly canName: boolean
  readonly isNamed: boolean
}
