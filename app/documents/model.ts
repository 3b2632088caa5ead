// A document as plain data: headings, paragraphs, lists, facts, tables; drawn as a page for print, or written as Word.
import type { Text } from '#surveys/definition/model.ts'
import { saying } from '../components/questions/said.tsx'
import type { Language } from '../languages.ts'

/** Words in a language; null: the document's own. */
export type Span = { readonly words: string; readonly language: string | null }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: Span }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[]; readonly style?: 'fine' | 'quote' }
  | { readonly kind: 'list'; readonly items: readonly Span[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: Span; readonly said: readonly Span[] }[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** the first cell of a row is its heading */
      readonly rows: readonly (readonly Span[])[]
    }

export type Paper = {
  readonly language: Language
  /** what stands above the title: the meeting */
  readonly over: string
  readonly title: string
  readonly lead: string
  readonly blocks: readonly Block[]
  /** from which snapshot the figures are, when, and its hash */
  readonly source: string
}

/** Words of which nobody has said in which language they are: each line runs as its letters do. */
const UNKNOWN = 'und'
export const isUnknown = ({ language }: Span): boolean => language === UNKNOWN

export const plain = (words: string): Span => ({ words, language: null })
export const typed = (words: string): Span => ({ words, language: UNKNOWN })

/** A text in the document's language; where it is not translated, in its own. */
export function spanOf(text: Text, language: Language): Span {
  const { words, tongue } = saying(text, language)
  return { words, language: tongue.lang ?? null }
}

export const heading = (words: string | Span, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  level,
  words: typeof words === 'string' ? plain(words) : words,
})

export const paragraph = (words: string | Span, style?: 'fine' | 'quote'): Block => ({
  kind: 'paragraph',
  spans: [typeof words === 'string' ? plain(words) : words],
  ...(style && { style }),
})
