// What a delegation writes into its draft, and what it submits for the totals only, reaches nobody else in any byte.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemonstration } from '../../support/demonstration.ts'
import { formWith } from '../../support/forms.ts'
import { signIn, stranger, type Visitor } from '../../support/people.ts'
import { type Places, placesOf } from '../../support/places.ts'
import type { TestServer } from '../../support/server.ts'
import { crawl } from './crawl.ts'
import { prepare } from './preparing.ts'
import { readTable } from './table.ts'

const NEEDS = '/answer/demo-regional-needs'
/** Letters and digits only: no escaping changes it. */
const token = `canary${randomBytes(12).toString('hex')}`
/** In what colleagues say to each other only: no submission ever lets it out. */
const inside = `inside${randomBytes(12).toString('hex')}`
let server: TestServer
let places: Places
let xb: Visitor

beforeAll(async () => {
  server = await startDemonstration()
  await prepare(server)
  places = await placesOf(server)
  xb = await signIn(server, 'head.xb')
  await write('delegation', {
    'lead_institution~comment': `A remark ${token}`,
    respondent_contact: `${token}@demo.example`,
  })
  await attach(`${token}.pdf`)
  await keepPaper(`${token}.pdf`)
  await send('discussion/lead_institution', { act: 'say', remark: `Between us ${inside}` })
  await send('work', { act: 'assign', target: 'section:means', institution: `Office ${inside}`, note: inside })
  const asked = { kind: 'contribution', target: 'field:respondent_contact', institution: 'Police' }
  await send('work', { act: 'assign', ...asked })
  const said = { respondent_contact: `${inside}@police.example`, 'respondent_contact~comment': `Says ${inside}` }
  await send('delegation/contribution?institution=Police', { ...said, 'respondent_contact~revision': '0' })
})

afterAll(() => server?.stop())

test('its own delegation finds it', { timeout: 180_000 }, async () => {
  const found = await finds(xb)
  expect(found.draft.length).toBeGreaterThan(5)
  expect(found.inside.length).toBeGreaterThan(2)
})

/** An officer's pages are among a manager's, and are walked below. */
const OTHERS = ['head.xa', 'contributor.xa', 'manager', 'translator', 'presenter', 'rapporteur', 'observer']
test.each(['anonymous', ...OTHERS])('%s finds nothing of a draft', { timeout: 180_000 }, async (key) => {
  const visitor = key === 'anonymous' ? stranger(server) : await signIn(server, key)
  expect(await finds(visitor)).toEqual(NOTHING)
})

test('once it is submitted for the totals only, the team reads it, and nobody else', { timeout: 300_000 }, async () => {
  await submit('aggregate_only')
  const { draft: read, inside: secrets } = await finds(await signIn(server, 'officer'))
  expect(secrets).toEqual([])
  expect(read.length).toBeGreaterThan(0)
  expect(read.filter((address) => /profile=shareable|reader=shared/.test(address))).toEqual([])
  for (const key of ['head.xa', 'presenter', 'observer'])
    expect(await finds(await signIn(server, key)), key).toEqual(NOTHING)
})

test('the log says nothing of what anybody wrote', () => {
  expect(server.log.length).toBeGreaterThan(100)
  expect(server.log.filter((line) => [token, inside].some((secret) => carries(Buffer.from(line), secret)))).toEqual([])
})

const NOTHING = { draft: [], inside: [] }

/** Addresses at which what stands in a draft can be read, and what is said inside the delegation. */
async function finds(visitor: Visitor): Promise<{ draft: string[]; inside: string[] }> {
  const found = { draft: [] as string[], inside: [] as string[] }
  const known = readTable().filter(({ method }) => method === 'GET')
  const from = known.map((row) =>
    row.fields(places).size > 0 ? `${row.path(places)}?${row.fields(places)}` : row.path(places),
  )
  const count = await crawl(visitor, from, ({ address, bytes }) => {
    if (carries(bytes, token)) found.draft.push(address)
    if (carries(bytes, inside)) found.inside.push(address)
  })
  expect(count).toBeGreaterThanOrEqual(from.length - 20)
  return found
}

/** As it is, in base64 wherever it begins, in hex, and in UTF-16. */
function carries(bytes: Buffer, secret: string): boolean {
  const plain = Buffer.from(secret)
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), plain])
      .toString('base64')
      .slice(4, -4),
  )
  const forms = [
    plain,
    Buffer.from(token, 'utf16le'),
    ...[...shifted, plain.toString('hex')].map((form) => Buffer.from(form)),
  ]
  return forms.some((form) => bytes.includes(form))
}

/** Changes some fields of a section, as its form without scripts would. */
async function write(section: string, changes: Record<string, string>) {
  const { html } = await xb.open(`${NEEDS}/${section}`)
  const form = formWith(html, 'intent')
  for (const [name, value] of Object.entries(changes)) form.set(name, value)
  form.append('act', 'stay')
  const answer = await xb.post(`${NEEDS}/${section}`, form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${NEEDS}/${section}`])
}

/** Sends a form of a page inside the delegation. */
async function send(page: string, form: Record<string, string>) {
  const { status } = await xb.post(`${NEEDS}/${page}`, { intent: randomUUID(), ...form })
  expect(status, page).toBe(303)
}

async function attach(name: string) {
  const { html } = await xb.open(`${NEEDS}/closing`)
  const form = new FormData()
  for (const [field, value] of formWith(html, 'intent')) form.append(field, value)
  form.append('act', 'upload:supporting_documents')
  form.append('supporting_documents~file', new Blob([`%PDF-1.4 ${token}`]), name)
  const answer = await xb.ask(`${NEEDS}/closing/files`, {
    method: 'POST',
    body: form,
    headers: { origin: server.origin },
  })
  expect(answer.status).toBe(303)
}

/** A note verbale for a signature that is not given yet. */
async function keepPaper(name: string) {
  const { html } = await xb.open(`${NEEDS}/check`)
  const form = new FormData()
  for (const [field, value] of formWith(html, 'attest')) form.append(field, value)
  form.append('act', 'keep-paper')
  form.append('paper', new Blob([`%PDF-1.4 ${token}`]), name)
  const headers = { origin: server.origin }
  const answer = await xb.ask(`${NEEDS}/check/files`, { method: 'POST', body: form, headers })
  expect(answer.status).toBe(303)
}

async function submit(level: string) {
  const { html } = await xb.open(`${NEEDS}/check`)
  const form = formWith(html, 'attest')
  for (const [name, value] of Object.entries({ level, attest: 'yes', act: 'submit' })) form.set(name, value)
  const answer = await xb.post(`${NEEDS}/check`, form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${NEEDS}/receipt/2`])
}
