// The files of answers that are written reply by reply, by name.
import type { Export, Replies } from '#surveys/tables/export.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { longLines } from '#surveys/tables/long.ts'
import type { PackageAbout } from '#surveys/tables/package/model.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import type { Ending, Part } from './file.ts'
import { packageParts } from './package.ts'

export type Format = 'long' | 'wide' | 'wide-codes' | 'json' | 'package'

/** The replies of a round, from the first, each time they are asked for. */
type From = () => Replies

const FORMATS: Readonly<Record<Exclude<Format, 'package'>, (of: Export, from: Replies) => AsyncIterable<Part>>> = {
  long: longLines,
  wide: (of, from) => wideLines(of, from, 'labels'),
  'wide-codes': (of, from) => wideLines(of, from, 'codes'),
  json: jsonParts,
}

export const endingOf = (format: Format): Ending => (format === 'json' ? 'json' : format === 'package' ? 'zip' : 'csv')

/** @param about what a package holds beside the answers; no other format asks for it */
export function partsIn(format: Format, of: Export, from: From, about?: PackageAbout): AsyncIterable<Part> {
  if (format !== 'package') return FORMATS[format](of, from())
  if (!about) throw new Error('A package needs to know what it is about.')
  return packageParts(of, about, from)
}
