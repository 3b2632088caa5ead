// The content of a file: its parts read through once to be counted and hashed, and once more to be sent.
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Lines } from '#surveys/tables/export.ts'
import type { Manifest } from '#surveys/tables/manifest.ts'

/** One line of a table or one piece of a document, some lines of a table together, or a piece of what is no text. */
export type Part = string | Lines | Uint8Array
/** The same parts each time it is called, as long as the round does not change. */
export type Parts = () => Iterable<Part> | AsyncIterable<Part>
export type Ending = 'csv' | 'json' | 'xml' | 'zip'
export type Measured = Pick<Manifest, 'rows' | 'bytes' | 'sha256'>

/** A file's content, made in this thread or in another one. */
export type Content = {
  /** Reads it through without keeping it: how many rows, bytes, and its hash. */
  measure(): Promise<Measured>
  /** Larger pieces, hashed once more on the way. @throws before the end when the hash is another one */
  chunks(measured: Measured): AsyncIterable<Uint8Array>
}

/** Characters, about. */
const CHUNK = 65_536
/** Milliseconds of work until somebody else has a turn. */
const TURN = 15

export function contentOf(parts: Parts, ending: Ending): Content {
  return {
    async measure() {
      const hash = createHash('sha256')
      let [lines, bytes] = [0, 0]
      for await (const part of inTurns(parts())) {
        const written = bytesOf(part)
        hash.update(written)
        bytes += written.length
        lines += countOf(part)
      }
      // the header of a table, and the first and last part of a JSON, are no rows; a document that is one text has none
      return { rows: Math.max(0, lines - (ending === 'csv' ? 1 : 2)), bytes, sha256: hash.digest('hex') }
    },
    chunks: (measured) => chunks(parts, measured),
  }
}

async function* chunks(parts: Parts, { sha256 }: Measured): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const hash = createHash('sha256')
  let waiting = ''
  for await (const part of inTurns(parts())) {
    if (part instanceof Uint8Array) {
      // A copy: what is handed to another thread is gone here.
      const piece = part.slice()
      hash.update(piece)
      yield piece
      continue
    }
    waiting += typeof part === 'string' ? part : part.text
    if (waiting.length < CHUNK) continue
    const written = encoder.encode(waiting)
    hash.update(written)
    yield written
    waiting = ''
  }
  const written = encoder.encode(waiting)
  if (hash.update(written).digest('hex') !== sha256) throw new Error('The round changed while its file was written.')
  yield written
}

function bytesOf(part: Part): Uint8Array {
  if (part instanceof Uint8Array) return part
  return Buffer.from(typeof part === 'string' ? part : part.text)
}

const countOf = (part: Part) => (typeof part === 'string' ? 1 : part instanceof Uint8Array ? 0 : part.count)

/** SQLite answers in the same moment: without a pause, nobody else would be heard until the last part. */
async function* inTurns(parts: ReturnType<Parts>): AsyncGenerator<Part> {
  let began = performance.now()
  for await (const part of parts) {
    yield part
    if (performance.now() - began < TURN) continue
    await turn()
    began = performance.now()
  }
}
