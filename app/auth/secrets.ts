// The installation's secret in two slots: what was signed or encrypted with the one before is understood until it is dropped.
import { createHmac } from 'node:crypto'
import { listTotpSecrets, replaceTotpSecret } from '#db/second-factors.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Config } from '../config.ts'

export type Secrets = Pick<Config, 'secret' | 'previousSecret'>

/** What a secret can be recognised by, without being told: 64 bits. */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('fingerprint').digest('hex').slice(0, 16)

/** Both slots, the one in use first. */
export const slotsOf = ({ secret, previousSecret }: Secrets): string[] =>
  previousSecret === null ? [secret] : [secret, previousSecret]

/** better-auth marks what it encrypts with the number of its secret; ours follows from the secret itself. */
const numberOf = (secret: string) => Number.parseInt(fingerprintOf(secret).slice(0, 7), 16)

/** The slots as better-auth takes them. What has no number comes from before there were slots: from the older secret. */
export function secretOptions(secrets: Secrets) {
  const numbered = slotsOf(secrets).map((value) => ({ version: numberOf(value), value }))
  return { secrets: numbered, secret: secrets.previousSecret ?? secrets.secret }
}

/** What better-auth makes of the options, for what is encrypted beside it. */
function keysOf(secrets: Secrets) {
  const { secrets: numbered, secret } = secretOptions(secrets)
  const keys = new Map(numbered.map(({ version, value }) => [version, value]))
  return { keys, currentVersion: numberOf(secrets.secret), legacySecret: secret }
}

/** better-auth's own way to encrypt; loaded only here, because the server itself hardly ever needs it. */
const cipher = () => import('better-auth/crypto')

/** Accounts whose second factor none of the slots can read: another secret encrypted it. */
export async function unreadableFactors(db: Db, secrets: Secrets): Promise<string[]> {
  const unreadable: string[] = []
  for (const { accountId, sealed } of await listTotpSecrets(db)) {
    if ((await opened(sealed, secrets)) === null) unreadable.push(accountId)
  }
  return unreadable
}

/**
 * Encrypts every second factor with the secret in use, in one transaction; what is already, stays.
 * @returns how many were encrypted anew
 * @throws when one can be read with neither slot: nothing is changed
 */
export async function renewFactors(db: Db, secrets: Secrets): Promise<number> {
  return inTransaction(db, async (trx) => {
    let renewed = 0
    for (const { accountId, sealed } of await listTotpSecrets(trx)) {
      if (sealed.startsWith(`$ba$${numberOf(secrets.secret)}$`)) continue
      const plain = await opened(sealed, secrets)
      if (plain === null)
        throw new Error(`The second factor of account ${accountId} was encrypted with another secret.`)
      const { symmetricEncrypt } = await cipher()
      await replaceTotpSecret(trx, { accountId, sealed: await symmetricEncrypt({ key: keysOf(secrets), data: plain }) })
      renewed += 1
    }
    return renewed
  })
}

/** Every slot is tried where nothing says which one it was. */
async function opened(sealed: string, secrets: Secrets): Promise<string | null> {
  const isNumbered = sealed.startsWith('$ba$')
  const keys = isNumbered ? [keysOf(secrets)] : slotsOf(secrets)
  const { symmetricDecrypt } = await cipher()
  for (const key of keys) {
    const plain = await symmetricDecrypt({ key, data: sealed }).catch(() => null)
    if (plain !== null) return plain
  }
  return null
}
