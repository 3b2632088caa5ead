// What never becomes a request: broken HTTP, headers too long, a tunnel, an expectation. Answered by hand, then closed.
import { randomUUID } from 'node:crypto'
import { type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { House } from '../house.ts'
import type { Pages } from '../pages.ts'
import { makeNonce, securityHeaders } from './headers.ts'
import { refusalPage } from './refusal.ts'

const BY_CODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** Nobody could be heard, so the page speaks all three languages. */
export function answerUnreadable(server: Server, house: House, pages: Pages): void {
  const answer = (status: number, socket: Duplex) => {
    const requestId = randomUUID()
    house.log.warn('unreadable', { requestId, status })
    if (!socket.writable) return socket.destroy()
    const page = refusalPage({ status, requestId, language: null }, { ...house, stylesheets: pages.stylesheets() })
    socket.end(rawAnswer(status, page, { ...securityHeaders(makeNonce(), house.config), 'X-Request-Id': requestId }))
  }
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // A connection that was reset, or one that never sent anything, has nobody who reads.
    if (error.code === 'ECONNRESET') socket.destroy()
    else answer(BY_CODE[error.code ?? ''] ?? 400, socket)
  })
  server.on('connect', (_request, socket) => answer(405, socket))
  server.on('checkExpectation', (_request, response) => answer(417, response.socket as Duplex))
}

function rawAnswer(status: number, page: string, headers: Readonly<Record<string, string>>): string {
  const all = {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(page)),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${page}`
}
