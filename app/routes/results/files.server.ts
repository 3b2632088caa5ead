// A file of the results: counted and hashed on the way, so that its headers or its manifest say what it holds.
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { Codebook } from '#surveys/definition/model.ts'
import { csvLines, type Table } from '#surveys/tables/csv.ts'
import { type Announced, attachment, fileName, type Manifest, manifestLine } from '#surveys/tables/manifest.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import { type Content, contentOf, type Ending, type Measured, type Parts } from '../../exports/file.ts'

export type FileKind = {
  /** `answers`, `needs` …: what the name says */
  readonly what: string
  readonly ending: Ending
  readonly round: string
  readonly codebook: Codebook
  readonly snapshot: number | null
  readonly profile: Manifest['profile']
  readonly mode: Manifest['mode']
  readonly language: string
  /** delegations whose reply the round holds */
  readonly replies: number
  /** made here, or by the thread that writes files */
  readonly parts: Parts | Content
}

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
} as const satisfies Record<Ending, string>

/** Reads a file through without keeping it. */
export const measure = (kind: FileKind): Promise<Measured> => contentIn(kind).measure()

const contentIn = ({ parts, ending }: FileKind) => (typeof parts === 'function' ? contentOf(parts, ending) : parts)

export function manifestOf(kind: FileKind, measured: Measured, now: Date): Manifest {
  return { ...announced(kind, now), ...measured }
}

function announced(kind: FileKind, now: Date): Announced {
  const { questionnaire, version } = kind.codebook.questionnaire
  const { round, snapshot, profile, mode, language, replies } = kind
  const about = { round, questionnaire, version, snapshot, profile, mode, language, made_at: now.toISOString() }
  return { file: fileName(about, kind.what, kind.ending), ...about, replies }
}

/** The download. Its headers say what it holds; a file that would turn out different is never finished. */
export function fileResponse(visit: ParticipantVisit, kind: FileKind, measured: Measured): Response {
  const headers = headersOf(kind, manifestOf(kind, measured, visit.now))
  if (visit.request.method === 'HEAD') return new Response(null, { headers })
  return responseOf(contentIn(kind).chunks(measured), headers)
}

export type Unmeasured = {
  /** of the file's manifest: where the hash of a file stands that is too large to be known before it is sent */
  readonly manifestHref: string
  /** hears what the file came to, if it was read to its end */
  readonly whenMeasured: (measured: Measured) => void
}

/** The download of a file that nobody has measured: it is read once, and its headers say what they can. */
export async function freshResponse(
  visit: ParticipantVisit,
  kind: FileKind,
  { manifestHref, whenMeasured }: Unmeasured,
): Promise<Response> {
  const made = await contentIn(kind).make()
  if (made.measured) whenMeasured(made.measured)
  const headers = headersOf(kind, { ...announced(kind, visit.now), ...made.measured })
  if (!made.measured) headers.set('link', `<${manifestHref}>; rel="describedby"; type="application/json"`)
  return responseOf(made.chunks(whenMeasured), headers)
}

function headersOf(kind: FileKind, manifest: Announced): Headers {
  return new Headers({
    'content-type': TYPES[kind.ending],
    'content-disposition': attachment(manifest.file),
    ...(manifest.bytes !== undefined && { 'content-length': String(manifest.bytes) }),
    'x-manifest': manifestLine(manifest),
    'cache-control': 'no-store',
  })
}

const responseOf = (chunks: AsyncIterable<Uint8Array>, headers: Headers) =>
  new Response(createReadableStreamFromReadable(Readable.from(chunks)), { headers })

/** A table of the dashboards as a file; small enough to be measured at once. */
export async function tableResponse(
  visit: ParticipantVisit,
  of: Omit<FileKind, 'parts' | 'ending' | 'language'>,
  table: () => Table,
): Promise<Response> {
  const kind = { ...of, ending: 'csv', language: visit.language, parts: () => csvLines(table()) } as const
  return fileResponse(visit, kind, await measure(kind))
}

/** A document that is one text, as a file. */
export async function textResponse(
  visit: ParticipantVisit,
  of: Omit<FileKind, 'parts' | 'language'>,
  document: string,
): Promise<Response> {
  const kind = { ...of, language: visit.language, parts: () => [document] }
  return fileResponse(visit, kind, await measure(kind))
}
