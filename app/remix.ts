// Hands a request to Remix and its answer back to Express. The origin comes from the configuration, never from a header.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing } from 'express'
import { release } from './exports/desk.ts'
import { RETRY_AFTER } from './failures.ts'
import type { Context } from './house.ts'
import { inWings } from './wings.ts'

export type RemixHandler = (
  request: Incoming,
  response: Outgoing,
  context: Context,
  origin: string,
) => Promise<number | null>

/**
 * @returns a handler that sends Remix's answer; or, where that is a failure without a page (a file that is not there, a
 *   method that a file does not know), only its status, so that the caller can send one
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): RemixHandler {
  const handlerFor = handlers(build, mode)
  return async (incoming, outgoing, context, origin) => {
    const request = requestOf(incoming, outgoing, origin)
    const response = await handlerFor(incoming.path)(request, context)
    if (isBareFailure(response) && !context.isData) {
      await response.body?.cancel()
      return response.status
    }
    await send(response, outgoing)
    return null
  }
}

/** By path. A build that is made anew while it is edited stays whole. */
function handlers(build: ServerBuild | (() => Promise<ServerBuild>), mode: string) {
  if (typeof build === 'function') {
    const whole = createRequestHandler(build, mode)
    return () => whole
  }
  const wing = inWings(build)
  const made = new Map<ServerBuild, ReturnType<typeof createRequestHandler>>()
  return (path: string) => {
    const part = wing(path)
    const handler = made.get(part) ?? createRequestHandler(part, mode)
    made.set(part, handler)
    return handler
  }
}

function requestOf(incoming: Incoming, outgoing: Outgoing, origin: string): Request {
  const { method } = incoming
  const gone = new AbortController()
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const body = method === 'POST' ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null
  const init = { method, headers: headersOf(incoming), signal: gone.signal, body, duplex: 'half' }
  return new Request(new URL(incoming.originalUrl, origin), init as RequestInit)
}

function headersOf(incoming: Incoming): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  return headers
}

/** Remix and our own refusals answer a file's failure with nothing, or with a line of plain text. */
function isBareFailure({ status, headers }: Response): boolean {
  const type = headers.get('content-type') ?? 'text/plain'
  return status >= 400 && type.startsWith('text/plain')
}

async function send(response: Response, outgoing: Outgoing): Promise<void> {
  outgoing.status(response.status)
  if (response.status === 503) outgoing.set('Retry-After', RETRY_AFTER)
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') outgoing.append(name, value)
    else outgoing.set(name, value)
  }
  if (!response.body || isWhole(response.headers)) {
    // A stream of one piece would cost more than what it carries.
    outgoing.end(response.body && Buffer.from(await response.arrayBuffer()))
    return
  }
  // Each part of the pipeline listens for the end several times; Node would take that for a leak, on every page.
  outgoing.setMaxListeners(30)
  await pipeline(partsOf(response.body, outgoing), outgoing).catch((error: unknown) => {
    if (!isGone(error, outgoing)) throw error
  })
}

/**
 * What a body gives, as long as somebody takes it. Then it is cancelled, without a reason: whatever makes it would fail with
 * that reason where nobody listens any more, and Node would end the process.
 */
async function* partsOf(body: NonNullable<Response['body']>, outgoing: Outgoing): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  outgoing.once('close', () => void reader.cancel().catch(() => {}))
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value
    // Nothing waits any more: the system has it all. What is being compressed may wait elsewhere.
    if (outgoing.writableLength === 0 && !outgoing.hasHeader('content-encoding')) release(part.value)
  }
}

/** Pages, and what is answered to a script; files to keep and what a screen of the hall hears come in parts. */
function isWhole(headers: Headers): boolean {
  const isPage = /^(?:text\/html|application\/json)\b/.test(headers.get('content-type') ?? '')
  return isPage && !headers.has('content-disposition')
}

/** Whoever asked went away, or was let go when the server stops: no failure of ours. */
function isGone(error: unknown, { destroyed }: Outgoing): boolean {
  return destroyed && (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE'
}
