// The server as it is deployed: headers, files, probes, languages, error pages, limits, and how it stops.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]

test('a page keeps nothing in caches, and every answer has a nonce of its own', async () => {
  const [one, other] = [await server.get('/help'), await server.get('/help')]
  expect(one.status).toBe(200)
  expect(one.headers.get('cache-control')).toBe('no-store')
  expect(one.headers.get('vary')).toMatch(/Cookie/)
  expect(nonceOf(one)).not.toBe(nonceOf(other))
  expect(one.headers.get('x-powered-by')).toBeNull()
  expect(one.headers.get('strict-transport-security')).toBeNull()
})

test('a page of prose ships no script at all', async () => {
  expect(await (await server.get('/help')).text()).not.toMatch(/<script/)
})

test('hashed files are kept for ever, compressed, and never found under another name', async () => {
  const page = await (await server.get('/help')).text()
  const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? ''
  const response = await server.get(sheet, { 'accept-encoding': 'br' })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  for (const path of ['/assets/nothing.js', '/assets/../server/index.js', '/.vite/manifest.json', '/stamp']) {
    expect(
      (await server.raw(`GET ${path} HTTP/1.1\r\nHost: localhost:${server.port}\r\nConnection: close\r\n\r\n`)).slice(
        9,
        12,
      ),
    ).toMatch(/400|404/)
  }
})

test('the probes answer under any name, and say nothing but themselves', async () => {
  for (const [path, says] of [
    ['/healthz', 'alive\n'],
    ['/readyz', 'ready\n'],
  ] as const) {
    const answer = await server.raw(`GET ${path} HTTP/1.1\r\nHost: 10.0.0.7:1234\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer.split('\r\n\r\n')[1]).toBe(says)
  }
})

test('what is not there is a page in the reader’s language, with the number to quote and no stack', async () => {
  const titles = {
    en: 'There is nothing at this address',
    fr: 'Il n’y a rien à cette adresse',
    ar: 'لا يوجد شيء في هذا العنوان',
  }
  for (const [language, title] of Object.entries(titles)) {
    const response = await server.get('/nowhere', { 'accept-language': language })
    const page = await response.text()
    expect(response.status).toBe(404)
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
    expect(page).toContain(title)
    expect(page).toContain(response.headers.get('x-request-id'))
    expect(page).not.toMatch(/node_modules|at \w+ \(/)
  }
})

test('a refusal of the guard is such a page too, and JSON for a script that asks for it', async () => {
  const page = await server.post('/language', {}, { origin: 'http://evil.example', 'accept-language': 'fr' })
  expect(page.status).toBe(403)
  expect(await page.text()).toMatch(/<html lang="fr"[\s\S]*Cette demande ne vient pas de nos propres pages/)
  const json = await server.post('/language', {}, { origin: 'http://evil.example', accept: 'application/json' })
  expect(await json.json()).toEqual({ status: 403, requestId: json.headers.get('x-request-id') })
})

test('nothing is found as a page, as data, by route and as HEAD alike', async () => {
  for (const path of ['/nowhere', '/nowhere.data', '/nowhere.data?_routes=routes%2Fpages%2Fnot-there']) {
    expect((await server.get(path)).status, path).toBe(404)
  }
  const head = await fetch(`http://localhost:${server.port}/nowhere`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([404, ''])
})

test('the language switch remembers and leads back, never elsewhere', async () => {
  const back = await server.post('/language', { language: 'ar', returnTo: '/help?x=1' })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/help?x=1'])
  expect(back.headers.get('set-cookie')).toMatch(/^language=ar; Path=\/;.*HttpOnly/)
  expect(back.headers.get('cache-control')).toBe('no-store')
  const away = await server.post('/language', { language: 'fr', returnTo: '//evil.example' })
  expect(away.headers.get('location')).toBe('/')
  expect((await server.post('/language', { language: 'tlh' })).status).toBe(400)
})

test('a form may have 500 fields and a megabyte, not one more', async () => {
  const fields = (count: number) =>
    new URLSearchParams([['language', 'en'], ...Array.from({ length: count - 1 }, () => ['x', '1'])])
  expect((await server.post('/language', fields(500))).status).toBe(303)
  expect((await server.post('/language', fields(501))).status).toBe(413)
  const bytes = (count: number) =>
    new URLSearchParams({ language: 'en', x: 'a'.repeat(count - 'language=en&x='.length) })
  expect((await server.post('/language', bytes(1024 * 1024))).status).toBe(303)
  expect((await server.post('/language', bytes(1024 * 1024 + 1))).status).toBe(413)
})

test('the log has a line for each request: one object, without query and without cookie', async () => {
  await server.get('/help?token=secret-of-mine', { cookie: 'language=fr; sid=another-secret' })
  await pause(50)
  const line = server.log.findLast((one) => one.includes('"path":"/help"')) ?? ''
  expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'request', method: 'GET', status: 200 })
  expect(server.log.join('\n')).not.toMatch(/secret/)
})

test('behind https, browsers are told to stay on it, and cookies too', async () => {
  const secure = await startServer({ env: { ORIGIN: 'https://tour.example.org', LISTEN: '127.0.0.1' } })
  const ask = (text: string) => secure.raw(`${text}\r\nHost: tour.example.org\r\nConnection: close\r\n`)
  const page = await ask('GET /help HTTP/1.1').then(() =>
    secure.raw('GET /help HTTP/1.1\r\nHost: tour.example.org\r\nConnection: close\r\n\r\n'),
  )
  expect(page).toMatch(/^HTTP\/1\.1 200[\s\S]*Strict-Transport-Security: max-age=31536000; includeSubDomains/)
  const form =
    'POST /language HTTP/1.1\r\nHost: tour.example.org\r\nOrigin: https://tour.example.org\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nlanguage=ar'
  expect(await secure.raw(form)).toMatch(/^HTTP\/1\.1 303[\s\S]*language=ar;[^\r]*Secure/i)
  await secure.stop()
})

test('a second server on the same database, a taken port and a wrong value are refused with a sentence', async () => {
  const refusal = (env: Record<string, string>) =>
    startServer({ env }).then(
      () => 'started',
      (error: Error) => error.message,
    )
  expect(await refusal({ DATABASE_URL: server.databaseUrl })).toMatch(/Another server is running on [^\n]*\.$/)
  expect(await refusal({ PORT: String(server.port) })).toMatch(/Port \d+ is taken by another program/)
  expect(await refusal({ ORIGIN: 'nowhere' })).toMatch(/ended with 1:\nORIGIN must be [^\n]*$/)
})

test('told to stop, it finishes what it is answering, refuses newcomers, and leaves with 0', async () => {
  const stopping = await startServer()
  const socket = connect(stopping.port, '127.0.0.1')
  const answer = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
  })
  const host = `Host: localhost:${stopping.port}\r\nOrigin: ${stopping.origin}\r\n`
  socket.write(
    `POST /language HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nlang`,
  )
  await pause(200)
  const began = Date.now()
  const stopped = stopping.stop()
  await pause(200)
  await expect(stopping.get('/help')).rejects.toThrow()
  socket.write('uage=ar')
  expect(await answer).toMatch(/^HTTP\/1\.1 303[\s\S]*Connection: close/)
  expect(await stopped).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(stopping.log.at(-1)).toMatch(/"event":"stopped"/)
})
