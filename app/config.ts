// The configuration: read once at start from the environment; a wrong value stops the start and says what to write.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

export type Config = {
  /** `file:./data/tour-de-table.db` or `postgres://user:password@host/name` */
  readonly databaseUrl: string
  /** scheme, host and port under which browsers reach us; the only one we answer to */
  readonly origin: string
  /** of `origin`, as it stands in the Host header */
  readonly host: string
  readonly port: number
  /** the address to listen on; undefined: all of them */
  readonly listen: string | undefined
  /** at least 32 characters; signs and encrypts what sessions and second factors need */
  readonly secret: string
  /** the secret before it, while both hold (`npm run rotate-secret`); null: there is none */
  readonly previousSecret: string | null
  /** where `npm run backup` writes */
  readonly backupFolder: string
  /** backups are encrypted with it; null: they are as readable as the database */
  readonly backupPassphrase: string | null
  /** null: mail stays in the outbox, where the manager reads it */
  readonly smtpUrl: string | null
  /** the address people write to for help, and that mail comes from; null: nobody has named one */
  readonly contact: string | null
  /** how many proxies in front add themselves to X-Forwarded-For */
  readonly proxies: number
  /** where the database file and the generated secret live */
  readonly dataFolder: string
  /** https: cookies are `__Host-` and Secure, and browsers are told to stay on https */
  readonly isSecure: boolean
  /** the browser is on this machine */
  readonly isLoopback: boolean
  /** megabytes of the disk that stay free: below, the house is read-only; null: the smaller of 500 and 5 % of the disk */
  readonly leastFree: number | null
  /** an empty database is filled with invented delegations, and their people sign in with one click; only on loopback */
  readonly wantsDemonstration: boolean
}

type Setting = { readonly shape: string; readonly remedy: string }
const SETTINGS = {
  DATABASE_URL: {
    shape: '"file:<path>" or "postgres://user:password@host/name"',
    remedy: 'Leave it out to use file:./data/tour-de-table.db.',
  },
  ORIGIN: {
    shape: 'scheme and host without a path, such as "https://tour.example.org"; plain http only on this machine',
    remedy: 'Write the address that people type into their browser, or leave it out to use this machine.',
  },
  PORT: { shape: 'a whole number from 1 to 65535', remedy: 'Leave it out to use 3000.' },
  LISTEN: {
    shape: 'an IP address of this machine, such as "127.0.0.1" or "0.0.0.0"',
    remedy: 'Leave it out when in doubt.',
  },
  SECRET: {
    shape: 'at least 32 characters',
    remedy:
      'Make one with "openssl rand -base64 32", or leave it out: the first start writes one into the data folder.',
  },
  SECRET_PREVIOUS: {
    shape: 'at least 32 characters',
    remedy: 'Leave it out unless the secret is being rotated: then it is what SECRET was.',
  },
  BACKUP_FOLDER: {
    shape: 'the path of a folder',
    remedy: 'Leave it out to write backups into "backups" in the data folder; another disk is safer.',
  },
  BACKUP_PASSPHRASE: {
    shape: 'at least 15 characters',
    remedy: 'Leave it out to write backups that are not encrypted.',
  },
  SMTP_URL: {
    shape: '"smtp://user:password@host:587" or "smtps://user:password@host"',
    remedy: 'Leave it out to keep mail in the outbox, where a manager reads it.',
  },
  CONTACT: {
    shape: 'an e-mail address, such as "team@example.org"',
    remedy: 'Write the address that people may ask for help.',
  },
  DEMONSTRATION: {
    shape: '"yes" or "no"',
    remedy: 'Leave it out to see the demonstration on this machine; it is never shown on any other.',
  },
  LEAST_FREE: {
    shape: 'a whole number of megabytes, from 0 to 9999999',
    remedy: 'Leave it out to turn read-only below 500 MB, or below 5 % of a small disk.',
  },
  PROXIES: {
    shape: 'a whole number from 0 to 5',
    remedy: 'Write how many proxies stand in front: 1 for one TLS proxy, 0 for none.',
  },
} satisfies Record<string, Setting>
type Name = keyof typeof SETTINGS

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const count = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to))

const environment = z.object({
  DATABASE_URL: z
    .string()
    .max(2000)
    .regex(/^(file:.+|postgres(ql)?:\/\/[^/\s]+\/\S+)$/)
    .optional(),
  ORIGIN: z.string().max(300).refine(isOrigin).optional(),
  PORT: count(1, 65_535).optional(),
  LISTEN: z.union([z.ipv4(), z.ipv6()]).optional(),
  SECRET: z.string().min(32).max(500).optional(),
  SECRET_PREVIOUS: z.string().min(32).max(500).optional(),
  BACKUP_FOLDER: z.string().max(1000).optional(),
  BACKUP_PASSPHRASE: z.string().min(15).max(500).optional(),
  SMTP_URL: z.string().max(2000).refine(isSmtp).optional(),
  CONTACT: z.email().max(254).optional(),
  DEMONSTRATION: z.enum(['yes', 'no']).optional(),
  LEAST_FREE: count(0, 9_999_999).optional(),
  PROXIES: count(0, 5).optional(),
})

/**
 * Reads and checks the configuration. Without SECRET, one is made and kept in the data folder.
 * @param variables usually `process.env`; an empty value counts as left out
 * @throws naming each wrong value, the shape it must have, and the remedy
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, variables[name]?.trim() || undefined]))
  const read = environment.safeParse(given)
  if (!read.success) throw new Error(explain(read.error))
  const { DATABASE_URL: databaseUrl = 'file:./data/tour-de-table.db', PORT: port = 3000, ...rest } = read.data
  const origin = new URL(rest.ORIGIN ?? `http://localhost:${port}`)
  const isLoopback = LOOPBACK.has(origin.hostname)
  const dataFolder = dataFolderOf(databaseUrl)
  const secret = rest.SECRET ?? keptSecret(join(dataFolder, SECRET_FILE))
  const previousSecret = rest.SECRET_PREVIOUS ?? (rest.SECRET ? null : readSecret(join(dataFolder, PREVIOUS_FILE)))
  return {
    databaseUrl,
    origin: origin.origin,
    host: origin.host,
    port,
    listen: rest.LISTEN ?? (isLoopback ? '127.0.0.1' : undefined),
    secret,
    previousSecret: previousSecret === secret ? null : previousSecret,
    backupFolder: rest.BACKUP_FOLDER ? resolve(rest.BACKUP_FOLDER) : join(dataFolder, 'backups'),
    backupPassphrase: rest.BACKUP_PASSPHRASE ?? null,
    smtpUrl: rest.SMTP_URL ?? null,
    contact: rest.CONTACT ?? null,
    proxies: rest.PROXIES ?? (isLoopback ? 0 : 1),
    dataFolder,
    isSecure: origin.protocol === 'https:',
    isLoopback,
    leastFree: rest.LEAST_FREE ?? null,
    wantsDemonstration: isLoopback && rest.DEMONSTRATION !== 'no',
  }
}

function explain(error: z.ZodError): string {
  const names = [...new Set(error.issues.map(({ path }) => path[0] as Name))]
  const lines = names.map((name) => `${name} must be ${SETTINGS[name].shape}. ${SETTINGS[name].remedy}`)
  return lines.join('\n')
}

/** Passphrases in plain http would travel readable, so only this machine may do without https. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (!url || (url.origin !== text && `${url.origin}/` !== text)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

function isSmtp(text: string): boolean {
  const url = URL.parse(text)
  return !!url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
}

function dataFolderOf(databaseUrl: string): string {
  const file = /^file:(?:\/\/(?=\/))?(.+)$/.exec(databaseUrl)?.[1]
  return file && file !== ':memory:' ? dirname(resolve(file)) : resolve('data')
}

/** In the data folder: the secret in use, and the one before it while both hold. */
export const SECRET_FILE = 'secret'
export const PREVIOUS_FILE = 'secret-previous'

/** The secret of this installation, made on the first start; only its owner may read the file. */
function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // `wx`: of two first starts at once, one writes and the other reads.
    try {
      writeFileSync(file, `${makeSecret()}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(file)) throw error
    }
  }
  return readSecret(file) ?? ''
}

/** 256 bits. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

/** @returns null where there is no such file */
function readSecret(file: string): string | null {
  if (!existsSync(file)) return null
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) {
    throw new Error(`${file} must hold ${SETTINGS.SECRET.shape}. Restore it from where it is kept, or set SECRET.`)
  }
  return secret
}
