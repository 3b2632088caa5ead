// The configuration: what is taken, what is refused, and with which words.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { refuseNode } from '#app/runtime.js'

const SECRET = 'a secret of more than thirty-two characters'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tour-de-table-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('nothing said: this machine, port 3000, a file, the demonstration, no mail', () => {
  const config = readConfig({ SECRET })
  expect(config).toMatchObject({
    databaseUrl: 'file:./data/tour-de-table.db',
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
    port: 3000,
    listen: '127.0.0.1',
    smtpUrl: null,
    contact: null,
    proxies: 0,
    isSecure: false,
    isLoopback: true,
    wantsDemonstration: true,
  })
})

test('a public address: https, every network, one proxy, and never the demonstration', () => {
  const config = readConfig({ SECRET, ORIGIN: 'https://tour.example.org/', PORT: '8080', DEMONSTRATION: 'yes' })
  expect(config).toMatchObject({
    origin: 'https://tour.example.org',
    host: 'tour.example.org',
    port: 8080,
    listen: undefined,
    proxies: 1,
    isSecure: true,
    isLoopback: false,
    wantsDemonstration: false,
  })
})

test('the demonstration can be declined, and an empty value counts as left out', () => {
  expect(readConfig({ SECRET, DEMONSTRATION: 'no', SMTP_URL: ' ', PORT: '' })).toMatchObject({
    wantsDemonstration: false,
    smtpUrl: null,
    port: 3000,
  })
})

const WRONG: readonly [string, string, RegExp][] = [
  ['DATABASE_URL', 'mysql://x', /^DATABASE_URL must be "file:<path>" or "postgres:\/\/.*Leave it out/],
  ['DATABASE_URL', 'postgres://house', /^DATABASE_URL must be/],
  ['ORIGIN', 'tour.example.org', /^ORIGIN must be scheme and host without a path/],
  ['ORIGIN', 'https://tour.example.org/start', /^ORIGIN must be/],
  ['ORIGIN', 'http://tour.example.org', /^ORIGIN must be .*plain http only on this machine/],
  ['ORIGIN', 'https://user:word@tour.example.org', /^ORIGIN must be/],
  ['PORT', '70000', /^PORT must be a whole number from 1 to 65535\. Leave it out to use 3000\.$/],
  ['PORT', '0x50', /^PORT must be/],
  ['LISTEN', 'everywhere', /^LISTEN must be an IP address/],
  ['SECRET', 'too short', /^SECRET must be at least 32 characters/],
  ['SMTP_URL', 'mail.example.org', /^SMTP_URL must be "smtp:/],
  ['CONTACT', 'nobody', /^CONTACT must be an e-mail address/],
  ['DEMONSTRATION', 'perhaps', /^DEMONSTRATION must be "yes" or "no"/],
  ['PROXIES', '-1', /^PROXIES must be a whole number from 0 to 5/],
]
for (const [name, value, says] of WRONG) {
  test(`${name}=${value} is refused with its shape and its remedy, not with its value`, () => {
    expect(() => readConfig({ SECRET, [name]: value })).toThrow(says)
  })
}

test('two wrong values are both named', () => {
  expect(() => readConfig({ SECRET, PORT: 'x', ORIGIN: 'y' })).toThrow(
    /ORIGIN must be[\s\S]*PORT must be|PORT must be[\s\S]*ORIGIN must be/,
  )
})

test('without a secret one is made beside the database, once, for its owner only', () => {
  const DATABASE_URL = `file:${folder}/kept/house.db`
  const first = readConfig({ DATABASE_URL })
  const again = readConfig({ DATABASE_URL })
  expect(first.secret).toMatch(/^[\w-]{43}$/)
  expect(again.secret).toBe(first.secret)
  expect(readFileSync(join(folder, 'kept/secret'), 'utf8').trim()).toBe(first.secret)
  expect(statSync(join(folder, 'kept/secret')).mode & 0o077).toBe(0)
})

test('Node below 24.7 is refused with a sentence that names the remedy', () => {
  for (const version of ['v20.20.2', 'v22.18.0', 'v24.6.9'])
    expect(refuseNode(version)).toMatch(/needs Node 24\.7.*npm ci/)
  for (const version of ['v24.7.0', 'v24.21.0', 'v25.0.0', 'v26.1.0']) expect(refuseNode(version)).toBeNull()
})
