// The guard in front of everything: every answer gets its headers, and what is malformed, foreign or too much ends here.
import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Config } from './config.ts'
import { RETRY_AFTER } from './failures.ts'
import { type Asked, refuseAddress, refuseHost } from './guard/address.ts'
import { clientAddress, FORWARDING } from './guard/client.ts'
import { makeNonce, securityHeaders } from './guard/headers.ts'
import { refusalPage } from './guard/refusal.ts'
import { refuseSending } from './guard/sending.ts'
import { languageOf } from './languages.ts'
import type { Storage } from './operation/storage.ts'
import type { Words } from './words.ts'

export type Locals = { nonce: string; requestId: string; ip: string }
export type Guarded = Response<unknown, Locals>

type Parts = {
  readonly config: Config
  readonly words: Words
  readonly storage: Storage
  readonly stylesheets: () => readonly string[]
}

/** Names the request, sets the headers of its answer, and learns where it came from. */
export function greet(config: Config): RequestHandler {
  return (request, response, next) => {
    const locals = response.locals as Locals
    locals.nonce = makeNonce()
    locals.requestId = randomUUID()
    locals.ip = clientAddress(request, config.proxies)
    response.set(securityHeaders(locals.nonce, config))
    response.set('X-Request-Id', locals.requestId)
    // The house knows its own address; nobody else tells it.
    for (const name of FORWARDING) delete request.headers[name]
    request.headers['x-client-address'] = locals.ip
    next()
  }
}

/** Refuses what may not come further; the probes stand before it. */
export function guard({ config, ...parts }: Parts): RequestHandler {
  return (request, response, next) => {
    const asked: Asked = {
      method: request.method,
      target: request.originalUrl,
      headers: request.headers,
      rawHeaders: request.rawHeaders,
    }
    const status = refuseAddress(asked) ?? refuseHost(asked, config.host) ?? refuseSending(asked, config.origin)
    if (status === null) return next()
    refuse(status, request, response as Guarded, { config, ...parts })
  }
}

/** What somebody needs in order to read: it is tried even where nothing else is kept. */
const ESSENTIAL = /^\/(?:sign-in|sign-out|demo|language|invitation|account\/second-factor)(?:[/.]|$)/

/** While the house is read-only, nothing that would be kept is taken: it would be lost, or fill what is left. */
export function refuseWriting(parts: Parts): RequestHandler {
  return (request, response, next) => {
    const wouldBeKept = request.method === 'POST' && !ESSENTIAL.test(request.path)
    if (wouldBeKept && parts.storage.closed) refuse(503, request, response as Guarded, parts)
    else next()
  }
}

/** Answers with the page of a refusal, or with JSON where a script asked. */
export function refuse(status: number, request: Request, response: Guarded, parts: Parts): void {
  const { requestId } = response.locals
  if (status === 503) response.set('Retry-After', RETRY_AFTER)
  if (status === 405) response.set('Allow', 'GET, HEAD, POST')
  // What was sent was not read; the connection cannot be used for another request.
  if (hasUnreadBody(request)) response.set('Connection', 'close')
  response.status(status)
  if (wantsJson(request)) {
    response.json({ status, requestId })
    return
  }
  const language = languageOf(headersOf(request))
  const page = refusalPage({ status, requestId, language }, { ...parts, stylesheets: parts.stylesheets() })
  response.type('html').send(page)
}

/** The last one: whatever was thrown becomes the page of a 500. Express knows it by its four parameters. */
export function lastResort(parts: Parts, report: (error: unknown, requestId: string) => void) {
  return (error: unknown, request: Request, response: Guarded, _next: NextFunction) => {
    const trouble = parts.storage.hear(error)
    if (trouble === null) report(error, response.locals.requestId)
    if (response.headersSent) response.destroy()
    else refuse(trouble === null ? 500 : 503, request, response, parts)
  }
}

const wantsJson = ({ headers }: Request) => /^application\/json\b/.test(headers.accept ?? '')
const hasUnreadBody = (request: Request) => !request.complete

function headersOf({ headers }: Request): Headers {
  return new Headers({ cookie: headers.cookie ?? '', 'accept-language': headers['accept-language'] ?? '' })
}
