// A paper as plain data: what a printed page and a Word file of the same content are both made from.

/** Words with the language they are in, where it is not the paper's. */
export type Line = { readonly words: string; readonly language: string | null }

/** answered, absent: something to read · blank: nothing was said · aside: it does not apply */
export type AnswerState = 'answered' | 'absent' | 'blank' | 'aside'

export type PaperAnswer = {
  readonly kind: 'answer'
  readonly number: string
  readonly question: string
  readonly lines: readonly Line[]
  readonly comment: Line | null
  readonly state: AnswerState
}
export type PaperTable = {
  readonly kind: 'table'
  readonly caption: string
  /** the first stands over the names of the rows */
  readonly head: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly (readonly Line[])[] }[]
}
export type PaperBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  | PaperAnswer
  | PaperTable

export type PaperSection = { readonly key: string; readonly title: string; readonly blocks: readonly PaperBlock[] }

export type Paper = {
  readonly language: string
  readonly title: string
  readonly subtitle: string
  /** stands on every page: DRAFT */
  readonly mark: string | null
  readonly facts: readonly (readonly [name: string, value: string])[]
  /** what to know before reading */
  readonly notes: readonly string[]
  readonly sections: readonly PaperSection[]
  /** stands at the foot of every page */
  readonly foot: string
}
