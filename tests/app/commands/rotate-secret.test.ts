// The secret is replaced without losing anybody's second factor; the old one can then be dropped.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { symmetricEncrypt } from 'better-auth/crypto'
import { expect, onTestFinished, test } from 'vitest'
import { unreadableFactors } from '#app/auth/secrets.ts'
import { drop, rotate } from '#app/commands/rotate-secret.ts'
import { readConfig } from '#app/config.ts'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
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

test('a new secret is made, the old one is kept until it is dropped, and second factors stay readable', async () => {
  const { db, folder, variables, secret } = await anInstallation()
  expect((await rotate(readConfig(variables), folder))[0]).toBe('Second factors encrypted anew: 1')
  const rotated = readConfig(variables)
  expect(rotated).toMatchObject({ previousSecret: secret })
  expect(rotated.secret).not.toBe(secret)
  expect(await unreadableFactors(db, { secret: rotated.secret, previousSecret: null })).toEqual([])
  await expect(rotate(rotated, folder)).rejects.toThrow('--drop')
  await drop(rotated, folder)
  expect(existsSync(join(folder, 'secret-previous'))).toBe(false)
  expect(readConfig(variables)).toMatchObject({ secret: rotated.secret, previousSecret: null })
})

test('a second factor that neither secret can read stops the drop, and nothing is lost', async () => {
  const { db, folder, variables } = await anInstallation()
  await rotate(readConfig(variables), folder)
  const foreign = await symmetricEncrypt({ key: 'x'.repeat(40), data: 'JBSWY3DPEHPK3PXP' })
  await db
    .updateTable('second_factor')
    .set({ secret: foreign } as never)
    .execute()
  await expect(drop(readConfig(variables), folder)).rejects.toThrow('another secret')
  expect(existsSync(join(folder, 'secret-previous'))).toBe(true)
})

test('with the secret in the environment, the command only says what to set, and then encrypts anew', async () => {
  const { variables, secret } = await anInstallation()
  const [line = ''] = await rotate({ ...readConfig(variables), previousSecret: null }, null)
  const fresh = line.replace('A new secret: ', '')
  expect(fresh.length).toBeGreaterThan(40)
  const both = readConfig({ ...variables, SECRET: fresh, SECRET_PREVIOUS: secret })
  expect((await rotate(both, null))[0]).toBe('Second factors encrypted anew: 1')
})
