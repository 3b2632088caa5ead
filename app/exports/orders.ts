// What is asked of the thread that writes files, and what it says.
import type { MessagePort } from 'node:worker_threads'
import type { Export } from '#surveys/tables/export.ts'
import type { PackageAbout } from '#surveys/tables/package/model.ts'
import type { Piece } from './file.ts'
import type { Format } from './formats.ts'

/** A file of a round's answers as they are now; all of it can be sent to another thread. */
export type Order = {
  readonly roundId: string
  readonly format: Format
  readonly of: Export
  /** of a package, beside the answers */
  readonly about?: PackageAbout
}

/** `keep`: null asks what the file comes to, without its bytes; otherwise as the pieces of a source. */
export type Asked = { readonly order: Order; readonly keep: number | null; readonly port: MessagePort }

/** One answer for each `more` that came through the port. */
export type Said =
  | { readonly is: 'piece'; readonly piece: Piece }
  | { readonly is: 'end' }
  | { readonly is: 'failure'; readonly error: Error }
