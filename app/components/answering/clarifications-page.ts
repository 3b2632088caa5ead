// What the delegation's page of clarifications shows: plain data, made by the route, read by the components.
import type { Cell } from '#surveys/answering/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { NamedField } from '../review/field-name.tsx'
import type { ThreadView } from '../review/thread.tsx'
import type { ReplyPlace } from './section-page.ts'

export type AskedQuestion = {
  readonly field: NamedField
  readonly thread: ThreadView
  /** where the answer can be changed; null: not now */
  readonly change: string | null
  /** the official answer, and the draft where it says something else */
  readonly before: Cell | null
  readonly after: Cell | null
  readonly hasChanged: boolean
}

export type OwnRequest = {
  readonly kind: 'reopen' | 'unlock'
  readonly state: 'open' | 'granted' | 'refused' | 'withdrawn'
  readonly why: string
  readonly answer: string | null
  readonly who: string
  readonly fields: readonly NamedField[]
}

export type ClarificationsPage = ReplyPlace & {
  readonly open: readonly AskedQuestion[]
  readonly settled: readonly AskedQuestion[]
  readonly requests: readonly OwnRequest[]
  readonly may: {
    readonly answer: boolean
    readonly unlock: boolean
    readonly reopen: boolean
    readonly takeBack: boolean
  }
  /** what could be unlocked, by section */
  readonly locked: readonly { readonly key: string; readonly title: Text; readonly fields: readonly NamedField[] }[]
  readonly intent: string
}
