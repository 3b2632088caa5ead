// What lies beside every backup and says what it is: read by people, and by the restore before it believes anything.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const MANIFEST = z.strictObject({
  format: z.literal('tour-de-table backup 1'),
  /** of the program that made it */
  version: z.string(),
  madeAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  /** name of the file, which lies in the same folder */
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().nonnegative(),
  /** of the file as it lies there */
  sha256: hash,
  /** how it is encrypted; null: it is not */
  sealedWith: z.string().nullable(),
  /** which SECRET its second factors need: not the secret, only what it can be recognised by */
  secret: z.string(),
  migrations: z.array(z.string()),
  /** the last entry of the trail in it */
  audit: z.strictObject({ seq: z.int().nonnegative(), hash }),
  /** rows by table */
  counts: z.record(z.string(), z.int().nonnegative()),
})
export type Manifest = z.infer<typeof MANIFEST>

export const FORMAT = 'tour-de-table backup 1'

/** @throws with a sentence when the file is not there, or is no manifest */
export async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read. Name the .json file that lies beside the backup.`)
  })
  try {
    return MANIFEST.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} is not the manifest of a backup. Name the .json file that lies beside the backup.`)
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer)
  return sum.digest('hex')
}
