// What a data package of a round is made of, beside the answers themselves.
import type { Lineage } from '#surveys/definition/comparison/history.ts'

/** All of it can be sent to another thread. */
export type PackageAbout = {
  readonly lineage: Lineage
  /** of the version: when it was sealed, and as what */
  readonly publishedAt: string
  readonly structureHash: string
  readonly replies: number
}

/** A file of the package once it is written. */
export type Packed = { readonly path: string; readonly bytes: number; readonly sha256: string }
