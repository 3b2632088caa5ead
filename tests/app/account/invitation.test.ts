// An invitation on the running server, opened by everything that opens links, and in the end by the person it is for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInvitation } from '#app/auth/inviting.ts'
import { createWords } from '#app/words.ts'
import { listAudit } from '#db/audit.ts'
import { withDatabase } from '../../support/account-holders.ts'
import { formWith } from '../../support/forms.ts'
import { stranger } from '../../support/people.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { aConfig, PASSWORD } from '../../support/signing.ts'

let server: TestServer
let secret: string
beforeAll(async () => {
  secret = 'the secret of this test is long enough'
  server = await startServer({ env: { SECRET: secret, PROXIES: '1' } })
})
afterAll(() => server?.stop())

async function invite(name: string) {
  const email = `${name.toLowerCase()}@justice.example`
  const config = aConfig({ SECRET: secret, ORIGIN: server.origin })
  const words = createWords(() => {})
  const sent = await withDatabase(server, (db) =>
    sendInvitation(
      { db, config, words },
      { actor: 'system', by: null, at: new Date().toISOString(), requestId: null },
      { email, name, role: 'manager', meetingId: null, country: null, language: 'en' },
    ),
  )
  return { ...sent, email, path: `/invitation/${sent.id}` }
}

/** Everything that an invitation or a person could leave behind. */
const traces = () =>
  withDatabase(server, async (db) => ({
    invitations: await db.selectFrom('invitation').selectAll().execute(),
    accounts: await db.selectFrom('account').selectAll().execute(),
    sessions: await db.selectFrom('session').selectAll().execute(),
    limits: await db.selectFrom('rate_limit').selectAll().execute(),
    trail: (await listAudit(db, {})).length,
  }))

test('opened, run and posted by scanners, an invitation is as it was, and so is everything else', async () => {
  const { path, email, code } = await invite('Karim')
  const before = await traces()
  for (let scanner = 0; scanner < 20; scanner += 1) {
    const from = { 'x-forwarded-for': `10.${scanner}.0.1`, 'user-agent': 'LinkScanner/1.0' }
    const page = await server.get(path, from)
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    await fetch(`http://localhost:${server.port}${path}`, { method: 'HEAD', headers: from })
    await server.get(`${path}.data`, from)
    await server.get('/invitation', from)
    // As the form stands, as it would stand with what the letter says, and with what they make up.
    const form = formWith(await page.text(), 'password')
    for (const typed of [form, { email, code, password: '' }, { email: 'a@b.example', code: 'x', password: 'test' }]) {
      expect((await server.post(path, typed, from)).status).toBe(400)
    }
    expect((await server.post('/invitation', { invite: code }, from)).status).toBe(200)
    // From their own pages they are not even heard.
    expect((await server.post(path, form, { ...from, origin: 'https://scanner.example' })).status).toBe(403)
  }
  expect(await traces()).toEqual(before)
})

test('the letter’s code and a passphrase of one’s own use it up, once', async () => {
  const { path, email, code } = await invite('Amal')
  const amal = stranger(server, 'en')
  const form = formWith((await amal.open(path)).html, 'password')
  form.set('email', email)
  form.set('code', code)
  form.set('password', PASSWORD)
  const accepted = await amal.post(path, form)
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/'])
  // A manager has shown a passphrase only: the next page asks for more.
  expect((await amal.open('/team')).path).toMatch(/^\/account\/second-factor/)
  const late = await stranger(server, 'en').post(path, form)
  expect(late.status).toBe(400)
  expect(late.headers.getSetCookie().filter((line) => line.includes('session_token'))).toEqual([])
})

test('a letter without its link: the code is typed at the door, and the page asks for the rest', async () => {
  const { email, code } = await invite('Noura')
  const noura = stranger(server, 'en')
  const door = await noura.open('/sign-in')
  const form = formWith(door.html, 'invite')
  form.set('invite', code)
  const next = formWith(await (await noura.post('/invitation', form)).text(), 'password')
  expect(next.get('code')).toBe(code)
  next.set('email', email)
  next.set('password', PASSWORD)
  expect((await noura.post('/invitation', next)).status).toBe(303)
})

test('what was left empty is said at each field, costs no try, and nothing is typed twice but the passphrase', async () => {
  const { path, email, code } = await invite('Samir')
  const samir = stranger(server, 'en')
  for (let turn = 0; turn < 8; turn += 1) {
    const answer = await samir.post(path, { email: '', code, password: PASSWORD })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toMatch(/<title>Error: /)
    expect(html).toMatch(/class="wrongs"[^>]*autofocus/i)
    expect(html).toContain('id="email-wrong"')
    expect(formWith(html, 'password').get('code')).toBe(code)
    expect(formWith(html, 'password').get('password')).toBe('')
  }
  const bare = await (await samir.post(path, { email: '', code: '', password: '' })).text()
  expect(bare.match(/id="\w+-wrong"/g)).toEqual(['id="email-wrong"', 'id="code-wrong"', 'id="password-wrong"'])
  expect((await samir.post(path, { email, code, password: PASSWORD })).status).toBe(303)
})
