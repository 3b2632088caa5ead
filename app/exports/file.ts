// The content of a file: its parts are read once, counted and hashed on the way.
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Lines } from '#surveys/tables/export.ts'
import type { Manifest } from '#surveys/tables/manifest.ts'

/** One line of a table or one piece of a document, or some lines of a table together. */
export type Part = string | Lines
/** The same parts each time it is called, as long as the round does not change. */
export type Parts = () => Iterable<Part> | AsyncIterable<Part>
export type Ending = 'csv' | 'json' | 'xml' | 'zip'
export type Measured = Pick<Manifest, 'rows' | 'bytes' | 'sha256'>

/** Some bytes of a file, or what all of them came to. */
export type Piece = Uint8Array | Measured

/** Where pieces come from: this thread or another one. */
export type Source = {
  measure(): Promise<Measured>
  /**
   * A file of at most `keep` bytes is held until it is whole: what it came to is its first piece. Of a larger one it is the
   * last, after bytes that went out as they were made.
   */
  pieces(keep: number): AsyncGenerator<Piece>
}

/** A file that has begun to be made. `measured`: null when it is larger than what is held before it is sent. */
export type Made = {
  readonly measured: Measured | null
  /** once; @param whenMeasured hears what a large file came to, after its last chunk */
  chunks(whenMeasured?: (measured: Measured) => void): AsyncIterable<Uint8Array>
}

export type Content = {
  /** Reads it through without keeping it: how many rows, bytes, and its hash. */
  measure(): Promise<Measured>
  /** A file that was measured before. @throws before the end when the hash is another one */
  chunks(measured: Measured): AsyncIterable<Uint8Array>
  /** A file that nobody has measured, read once. */
  make(): Promise<Made>
}

/** Bytes that are held of a file until it is whole, so that its headers can say what it came to. */
const MOST_KEPT = 32 * 2 ** 20
/** Bytes, about, of a chunk. */
const CHUNK = 65_536
/** Milliseconds of work until somebody else has a turn. */
const TURN = 15

export const contentOf = (parts: Parts, ending: Ending): Content => contentFrom(sourceOf(parts, ending))

export function contentFrom(source: Source): Content {
  return {
    measure: () => source.measure(),
    chunks: (measured) => checked(source.pieces(0), measured),
    make: () => begin(source.pieces(MOST_KEPT)),
  }
}

export function sourceOf(parts: Parts, ending: Ending): Source {
  return {
    async measure() {
      for await (const piece of pieces(parts, ending, 0)) if (!(piece instanceof Uint8Array)) return piece
      throw new Error('A file was not measured.')
    },
    pieces: (keep) => pieces(parts, ending, keep),
  }
}

async function* checked(pieces: AsyncIterable<Piece>, { sha256 }: Measured): AsyncGenerator<Uint8Array> {
  let last: Uint8Array | undefined
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) {
      if (piece.sha256 !== sha256) throw new Error('The round changed while its file was written.')
      continue
    }
    // One behind: a file that turns out another one is never whole.
    if (last) yield last
    last = piece
  }
  if (last) yield last
}

async function begin(pieces: AsyncGenerator<Piece>): Promise<Made> {
  const first = await pieces.next()
  const measured = first.done || first.value instanceof Uint8Array ? null : first.value
  return {
    measured,
    chunks(whenMeasured) {
      let waiting: IteratorResult<Piece> | undefined = first
      // By hand: a generator that nobody has begun to read would not tell the pieces that nobody ever will.
      const next = async (): Promise<IteratorResult<Uint8Array>> => {
        const { value, done } = waiting ?? (await pieces.next())
        waiting = undefined
        if (done) return { value: undefined, done: true }
        if (value instanceof Uint8Array) return { value, done: false }
        if (!measured) whenMeasured?.(value)
        return next()
      }
      const stop = async () => {
        await pieces.return(undefined)
        return { value: undefined, done: true } as const
      }
      return { [Symbol.asyncIterator]: () => ({ next, return: stop }) }
    },
  }
}

async function* pieces(parts: Parts, ending: Ending, keep: number): AsyncGenerator<Piece> {
  const hash = createHash('sha256')
  const kept: Uint8Array[] = []
  let [lines, size] = [0, 0]
  for await (const { bytes, count } of inChunks(inTurns(parts()))) {
    hash.update(bytes)
    lines += count
    size += bytes.length
    kept.push(bytes)
    if (size > keep) yield* taken(kept)
  }
  // the header of a table, and the first and last part of a JSON, are no rows; a document that is one text has none
  const rows = Math.max(0, lines - (ending === 'csv' ? 1 : 2))
  yield { rows, bytes: size, sha256: hash.digest('hex') }
  yield* taken(kept)
}

/** Nothing is held twice: what was handed over is gone from the list. */
function* taken(kept: Uint8Array[]): Generator<Uint8Array> {
  for (let bytes = kept.shift(); bytes; bytes = kept.shift()) yield bytes
}

/** Lines come together already; pieces of text are put together. */
async function* inChunks(parts: AsyncIterable<Part>): AsyncGenerator<Lines> {
  const encoder = new TextEncoder()
  let [waiting, count] = ['', 0]
  for await (const part of parts) {
    if (typeof part !== 'string') {
      yield part
      continue
    }
    waiting += part
    count += 1
    if (waiting.length < CHUNK) continue
    yield { bytes: encoder.encode(waiting), count }
    waiting = ''
    count = 0
  }
  if (count > 0) yield { bytes: encoder.encode(waiting), count }
}

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
