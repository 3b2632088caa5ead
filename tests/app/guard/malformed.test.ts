// Whatever comes in over the wire: an answer that is no fault of ours, as a page, with all headers, and without a secret.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../support/server.ts'
import { malformedRequests } from './malformed.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const HEADERS = [
  /^content-security-policy: default-src 'none'; script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/im,
  /^x-content-type-options: nosniff\r$/im,
  /^referrer-policy: same-origin\r$/im,
  /^cross-origin-opener-policy: same-origin\r$/im,
  /^cross-origin-resource-policy: same-origin\r$/im,
  /^permissions-policy: .*camera=\(\)/im,
  /^x-frame-options: DENY\r$/im,
  /^cache-control: /im,
  /^x-request-id: [0-9a-f-]{36}\r$/im,
]
/** What would tell a stranger how the house is built. */
const SECRETS = /at \/|node_modules|\.tsx?:\d|SQLITE_|select "|\/work\/|TypeError|ReferenceError|x-powered-by/i

for (const { name, bytes, status } of malformedRequests('HOST')) {
  test(`a request with: ${name}`, async () => {
    const answer = await server.raw(bytes.replaceAll('HOST', `localhost:${server.port}`))
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(status, head).toContain(Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]))
    for (const header of HEADERS) expect(`${head}\r\n`).toMatch(header)
    expect(answer).not.toMatch(SECRETS)
    if (Math.min(...status) >= 400 && !bytes.startsWith('HEAD'))
      expect(body.toLowerCase()).toMatch(/<!doctype html>|turbo|\[/)
  })
}
