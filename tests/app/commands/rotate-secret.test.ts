// The secret is replaced without losing anybody's second factor; the old one can then be dropped.
import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { symmetricEncrypt } from 'better-auth/crypto'
import { expect, onTestFinished, test } from 'vitest'
import { digestMailCode, digestsOfMailCode } from '#app/auth/codes.ts'
import { renewCookies } from '#app/auth/earlier-cookies.ts'
import { fingerprintOf, unreadableFactors } from '#app/auth/secrets.ts'
import { drop, rotate } from '#app/commands/rotate-secret.ts'
import { readConfig } from '#app/config.ts'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { SECRET, signIn } from '../../bench/people.ts'
import { startServer } from '../../support/server.ts'
import { aPerson } from '../../support/signing.ts'

async function anInstallation() {
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-secret-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const variables = { DATABASE_URL: `file:${folder}/house.db` }
  const { db, close } = await openDatabase(variables.DATABASE_URL)
  onTestFinished(close)
  await migrate(db)
  const { secret } = readConfig(variables)
  const { id } = await aPerson(db, 'Amal Haddad')
  const sealed = await symmetricEncrypt({ key: secret, data: 'JBSWY3DPEHPK3PXP' })
  const row = { id: 'factor', account_id: id, secret: sealed, backup_codes: '', verified: 1 }
  await db
    .insertInto('second_factor')
    .values(row as never)
    .execute()
  return { db, folder, variables, secret }
}

const NOW = new Date('2027-02-01T08:00:00.000Z')

test('a new secret is made beside the old one; dropping the old one brings second factors to the new', async () => {
  const { db, folder, variables, secret } = await anInstallation()
  expect(rotate(readConfig(variables), folder)[0]).toContain('beside the old one')
  const rotated = readConfig(variables)
  expect(rotated).toMatchObject({ previousSecret: secret })
  expect(rotated.secret).not.toBe(secret)
  // Until then a process that was not restarted still reads them.
  expect(await unreadableFactors(db, { secret, previousSecret: null })).toEqual([])
  expect(await unreadableFactors(db, rotated)).toEqual([])
  expect(() => rotate(rotated, folder)).toThrow('--drop')
  expect((await drop(rotated, folder, NOW))[0]).toBe('Second factors encrypted anew: 1')
  expect(await unreadableFactors(db, { secret: rotated.secret, previousSecret: null })).toEqual([])
  expect(await unreadableFactors(db, { secret, previousSecret: null })).toHaveLength(1)
  expect(existsSync(join(folder, 'secret-previous'))).toBe(false)
  expect(readConfig(variables)).toMatchObject({ secret: rotated.secret, previousSecret: null })
  expect(await drop(readConfig(variables), folder, NOW)).toEqual(['There is no previous secret.'])
  const trail = await db.selectFrom('audit').select('details').where('action', '=', 'secret.rotated').execute()
  expect(trail).toEqual([{ details: JSON.stringify({ secret: fingerprintOf(rotated.secret) }) }])
})

test('a second factor that neither secret can read stops the drop, and nothing is lost', async () => {
  const { db, folder, variables } = await anInstallation()
  rotate(readConfig(variables), folder)
  const foreign = await symmetricEncrypt({ key: 'x'.repeat(40), data: 'JBSWY3DPEHPK3PXP' })
  await db.updateTable('second_factor').set({ secret: foreign }).execute()
  await expect(drop(readConfig(variables), folder, NOW)).rejects.toThrow('another secret')
  expect(existsSync(join(folder, 'secret-previous'))).toBe(true)
  expect(await db.selectFrom('audit').select('seq').where('action', '=', 'secret.rotated').execute()).toEqual([])
})

test('with the secret in the environment, the command says what to set, and drops when both are set', async () => {
  const { variables, secret } = await anInstallation()
  const [line = ''] = rotate(readConfig({ ...variables, SECRET: secret }), null)
  const fresh = line.replace('Set SECRET=', '')
  const both = readConfig({ ...variables, SECRET: fresh, SECRET_PREVIOUS: secret })
  expect((await drop(both, null, NOW)).slice(0, 2)).toEqual([
    'Second factors encrypted anew: 1',
    'Take SECRET_PREVIOUS away, and restart.',
  ])
})

test('cookies and codes of the earlier secret hold while both do, and nothing of a third one ever', async () => {
  const secrets = { secret: 'n'.repeat(40), previousSecret: 'o'.repeat(40) }
  const signed = (secret: string) =>
    encodeURIComponent(`token.${createHmac('sha256', secret).update('token').digest('base64')}`)
  const sent = `language=fr; house.session_token=${signed(secrets.previousSecret)}`
  expect(renewCookies(sent, secrets)).toBe(`language=fr; house.session_token=${signed(secrets.secret)}`)
  expect(renewCookies(sent, { ...secrets, previousSecret: null })).toBe(sent)
  for (const other of [`a=${signed('x'.repeat(40))}`, `a=${signed(secrets.secret)}`, 'a=%E0%A4%A', '', 'a']) {
    expect(renewCookies(other, secrets)).toBe(other)
  }
  const code = digestMailCode(secrets.previousSecret, 'invitation', 'K7QM-2ZTD')
  expect(digestsOfMailCode(secrets, 'invitation', 'k7qm 2ztd')).toContain(code)
  expect(digestsOfMailCode({ ...secrets, previousSecret: null }, 'invitation', 'K7QM-2ZTD')).not.toContain(code)
})

test('who was signed in stays so through a rotation, and has to sign in again once the earlier secret is dropped', async () => {
  const { variables, db } = await anInstallation()
  const { cookie } = await signIn(db, 'Manager', { role: 'manager', meetingId: null, country: null })
  const asks = async (env: Record<string, string>) => {
    const server = await startServer({ env: { DATABASE_URL: variables.DATABASE_URL, LEAST_FREE: '0', ...env } })
    const { status } = await server.get('/team', { cookie })
    await server.stop()
    return status
  }
  expect(await asks({ SECRET })).toBe(200)
  expect(await asks({ SECRET: 'n'.repeat(40), SECRET_PREVIOUS: SECRET })).toBe(200)
  expect(await asks({ SECRET: 'n'.repeat(40) })).toBe(303)
})
