// What a country's page is given: words that are ready to be read, without the questionnaires behind them.
import type { Text } from '#surveys/definition/model.ts'

/** Lines as a person wrote them, or as the interface says them. */
export type SheetWords = { readonly lines: readonly string[]; readonly language: string | null }
export type SheetView = {
  readonly country: Text
  readonly code: string
  /** from 1, in protocol order */
  readonly place: number
  readonly of: number
  readonly statement: SheetWords | null
  readonly asOf: SheetWords | null
  readonly milestone: SheetWords | null
  readonly milestoneDate: SheetWords | null
  readonly facts: readonly { readonly label: Text; readonly said: SheetWords }[]
  readonly measures: readonly {
    readonly label: Text
    readonly state: Text | null
    /** class of the strip: im, de, ip, pl, ns, ab */
    readonly shade: string
  }[]
  /** how many stand where, in the order of the list */
  readonly states: readonly { readonly label: Text; readonly count: number }[]
  readonly obstacles: readonly { readonly label: Text; readonly times: number }[]
  readonly needs: readonly {
    readonly label: Text
    readonly priority: number
    readonly urgency: Text | null
    readonly current: number | null
    readonly needed: number | null
    readonly shared: { readonly k: number; readonly n: number } | null
  }[]
  readonly offers: readonly Text[]
  readonly commentsFrom: readonly Text[]
  readonly revision: number
  readonly submittedAt: string
}
