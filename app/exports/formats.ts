// The files of answers that are written reply by reply, by name.
import type { Export, Replies } from '#surveys/tables/export.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { longLines } from '#surveys/tables/long.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import type { Part } from './file.ts'

export type Format = 'long' | 'wide' | 'wide-codes' | 'json'

const FORMATS: Readonly<Record<Format, (of: Export, from: Replies) => AsyncIterable<Part>>> = {
  long: longLines,
  wide: (of, from) => wideLines(of, from, 'labels'),
  'wide-codes': (of, from) => wideLines(of, from, 'codes'),
  json: jsonParts,
}

export const partsIn = (format: Format, of: Export, from: Replies): AsyncIterable<Part> => FORMATS[format](of, from)
