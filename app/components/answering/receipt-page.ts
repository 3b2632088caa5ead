// What a receipt shows: plain data, made by the route, read by the components.

import type { Level } from '#surveys/answering/model.ts'
import type { Basis } from '#surveys/answering/signature.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { ReplyPlace } from './section-page.ts'

export type ReceiptPage = ReplyPlace & {
  readonly revision: number
  readonly isOfficial: boolean
  readonly isLate: boolean
  readonly received: string
  readonly signed: string
  readonly by: string
  /** on what the signature rests; null for revisions from before it was asked */
  readonly signature: {
    readonly basis: Basis
    readonly attestation: { readonly language: string; readonly words: string }
    readonly paper: string | null
    readonly isOnBehalf: boolean
  } | null
  readonly answers: number
  readonly absences: number
  readonly level: Level
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly sections: readonly { readonly key: string; readonly letter: string; readonly title: Text }[]
  readonly questionnaire: { readonly title: Text; readonly version: string }
  readonly structureHash: string
  readonly textHashes: Readonly<Record<string, string>>
  readonly hash: string
  readonly auditHead: string
  /** this person may change how it may be shown */
  readonly canLower: boolean
  readonly hasChanged: boolean
  /** the revision that can be opened now; null: none */
  readonly next: number | null
  /** why none can be opened, where that is worth saying */
  readonly closed: string | null
}
