// Backups under a passphrase: AES-256-GCM, its key made with scrypt, written and read as streams.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

/** The first bytes of a sealed file: what it is, and how its key is made. They are authenticated with the rest. */
const MAGIC = Buffer.from('TDT-BAK1')
const SALT = 16
const NONCE = 12
const TAG = 16
const HEAD = MAGIC.length + SALT + NONCE
/** RFC 7914; 128 MB for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
/** Bytes that one nonce may encrypt (NIST SP 800-38D, 5.2.1.1). */
const MOST = 2 ** 36 - 32

export const SEALED_WITH = 'AES-256-GCM, scrypt N=131072 r=8 p=1'

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt)
const keyOf = (passphrase: string, salt: Buffer) => derive(passphrase.normalize('NFC'), salt, 32, COST)

/** Encrypts a file into another one. @throws when the first is larger than one key may encrypt, 64 GB */
export async function sealFile(from: string, to: string, passphrase: string): Promise<void> {
  if ((await stat(from)).size > MOST)
    throw new Error('The copy is larger than 64 GB: encrypt the disk of the backups instead.')
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)]
  const head = Buffer.concat([MAGIC, salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce).setAAD(head)
  const target = createWriteStream(to, { mode: 0o600, flags: 'wx' })
  target.write(head)
  await pipeline(createReadStream(from), cipher, target, { end: false })
  await new Promise<void>((resolve, reject) => {
    target.once('error', reject)
    target.end(cipher.getAuthTag(), () => resolve())
  })
}

/**
 * Decrypts a file into another one, which counts for nothing unless this returns: what was changed is known at the end.
 * @throws when the passphrase is another one, or a single bit of the file is
 */
export async function openSealed(from: string, to: string, passphrase: string): Promise<void> {
  const { size } = await stat(from)
  const wrong = new Error('The backup does not open: BACKUP_PASSPHRASE is another one, or the file was changed.')
  if (size < HEAD + TAG) throw wrong
  const handle = await open(from, 'r')
  const [head, tag] = [Buffer.alloc(HEAD), Buffer.alloc(TAG)]
  try {
    await handle.read(head, 0, HEAD, 0)
    await handle.read(tag, 0, TAG, size - TAG)
  } finally {
    await handle.close()
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw wrong
  const key = await keyOf(passphrase, head.subarray(MAGIC.length, MAGIC.length + SALT))
  const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(MAGIC.length + SALT))
  decipher.setAAD(head).setAuthTag(tag)
  const inside = size > HEAD + TAG ? createReadStream(from, { start: HEAD, end: size - TAG - 1 }) : []
  await pipeline(inside, decipher, createWriteStream(to, { mode: 0o600, flags: 'wx' })).catch((error) => {
    throw 'code' in error && error.code !== 'ERR_OSSL_BAD_DECRYPT' ? error : wrong
  })
}
