// A file of the results: counted and hashed first, then sent line by line, never whole in memory.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { Codebook } from '#surveys/definition/model.ts'
import { csvLines, type Table } from '#surveys/tables/csv.ts'
import { attachment, fileName, type Manifest, manifestLine } from '#surveys/tables/manifest.ts'
import type { ParticipantVisit } from '../../access.server.ts'

export type FileKind = {
  /** `answers`, `needs` …: what the name says */
  readonly what: string
  readonly ending: 'csv' | 'json'
  readonly round: string
  readonly codebook: Codebook
  readonly snapshot: number | null
  readonly profile: Manifest['profile']
  readonly mode: Manifest['mode']
  readonly language: string
  /** delegations whose reply the round holds */
  readonly replies: number
  /** the same parts each time it is called, as long as the round does not change */
  readonly parts: () => Iterable<string> | AsyncIterable<string>
}

export type Measured = Pick<Manifest, 'rows' | 'bytes' | 'sha256'>

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' } as const

/** Reads a file through without keeping it: how many rows, bytes, and its hash. */
export async function measure({ parts, ending }: FileKind): Promise<Measured> {
  const hash = createHash('sha256')
  let [lines, bytes] = [0, 0]
  for await (const part of parts()) {
    hash.update(part)
    bytes += Buffer.byteLength(part)
    lines += 1
  }
  // the header of a table, and the first and last part of the JSON, are no rows
  return { rows: Math.max(0, lines - (ending === 'csv' ? 1 : 2)), bytes, sha256: hash.digest('hex') }
}

export function manifestOf(kind: FileKind, measured: Measured, now: Date): Manifest {
  const { questionnaire, version } = kind.codebook.questionnaire
  const { round, snapshot, profile, mode, language, replies } = kind
  const about = { round, questionnaire, version, snapshot, profile, mode, language, made_at: now.toISOString() }
  return { file: fileName(about, kind.what, kind.ending), ...about, replies, ...measured }
}

/** The download. Its headers say what it holds; a file that would turn out different is never finished. */
export function fileResponse(visit: ParticipantVisit, kind: FileKind, measured: Measured): Response {
  const manifest = manifestOf(kind, measured, visit.now)
  const headers = {
    'content-type': TYPES[kind.ending],
    'content-disposition': attachment(manifest.file),
    'content-length': String(measured.bytes),
    'x-manifest': manifestLine(manifest),
    'cache-control': 'no-store',
  }
  if (visit.request.method === 'HEAD') return new Response(null, { headers })
  return new Response(createReadableStreamFromReadable(Readable.from(chunks(kind, measured))), { headers })
}

const CHUNK = 32_768

/** Parts put together to larger pieces, hashed once more on the way. @throws before the end when the hash is another one */
async function* chunks({ parts }: FileKind, { sha256 }: Measured): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let waiting = ''
  for await (const part of parts()) {
    waiting += part
    if (waiting.length < CHUNK) continue
    hash.update(waiting)
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (hash.update(waiting).digest('hex') !== sha256) throw new Error('The round changed while its file was written.')
  yield Buffer.from(waiting)
}

/** A table of the dashboards as a file; small enough to be measured at once. */
export async function tableResponse(
  visit: ParticipantVisit,
  of: Omit<FileKind, 'parts' | 'ending' | 'language'>,
  table: () => Table,
): Promise<Response> {
  const kind = { ...of, ending: 'csv', language: visit.language, parts: () => csvLines(table()) } as const
  return fileResponse(visit, kind, await measure(kind))
}
