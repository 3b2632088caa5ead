// better-auth, as this house uses it: on the server only, none of its addresses is reachable from outside.
import { randomBytes, randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Factor } from '#db/account-tables.ts'
import { houseAdapter } from './adapter.ts'
import { housePlugin } from './house-plugin.ts'
import { cookiePrefix, type Parts } from './parts.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { PASSWORD_LENGTH } from './password-rules.ts'
import { CLIENT_ADDRESS } from './request-headers.ts'
import { secretOptions } from './secrets.ts'
import { ABSOLUTE } from './session-limits.ts'

export type Engine = ReturnType<typeof createEngine>

const PRODUCT = 'Tour de Table'

/** Which of its sentences opened a session says what was shown: a password, a code, a passkey. */
const FACTORS: Readonly<Record<string, Factor>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/disable': 'password',
  '/passkey/verify-authentication': 'passkey',
}

export function createEngine({ db, config, clock }: Parts) {
  return betterAuth({
    appName: PRODUCT,
    baseURL: config.origin,
    ...secretOptions(config),
    telemetry: { enabled: false },
    // Everything that goes wrong comes back as an answer or is thrown; the house writes its own log and trail.
    logger: { disabled: true },
    database: houseAdapter(db),
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(config),
      defaultCookieAttributes: { secure: config.isSecure, sameSite: 'lax', path: '/', httpOnly: true },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    user: { modelName: 'account', fields: TABLES.user },
    account: { modelName: 'credential', fields: TABLES.account, accountLinking: { enabled: false } },
    // A challenge is found by what the cookie carries; the table knows only its hash.
    verification: { fields: TABLES.verification, storeIdentifier: 'hashed' },
    session: { ...SESSION, expiresIn: ABSOLUTE.others / 1000, fields: TABLES.session },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Counted in halves of characters here; what may be chosen is judged by our own rules.
      maxPasswordLength: 2 * PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    databaseHooks: {
      session: { create: { before: (session, context) => openSession({ db, clock }, session, context) } },
    },
    plugins: [
      twoFactor({
        issuer: PRODUCT,
        // Ours are kept as hashes, in recovery_code; better-auth's would only be encrypted.
        backupCodeOptions: { customBackupCodesGenerate: () => [], storeBackupCodes: 'encrypted' },
        schema: { user: { fields: { twoFactorEnabled: 'has_totp' } }, twoFactor: TABLES.twoFactor },
      }),
      passkey({
        rpName: PRODUCT,
        rpID: new URL(config.origin).hostname,
        origin: config.origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) => demandPerson(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) => demandPerson(verification.authenticationInfo.userVerified),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: TABLES.passkey,
      }),
      housePlugin(),
    ],
  })
}

/** A passkey counts as two factors only when the device has checked who holds it. */
function demandPerson(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'The device did not verify the person' })
}

type Opened = { readonly userId: string } & Readonly<Record<string, unknown>>
type Opening = { readonly path?: string; readonly headers?: Headers } | null

/** Every session begins here: 256 bits of its own, our clock, and nobody who was shut out. */
async function openSession({ db, clock }: Pick<Parts, 'db' | 'clock'>, session: Opened, context: Opening) {
  const account = await db
    .selectFrom('account')
    .select('disabled_at')
    .where('id', '=', session.userId)
    .executeTakeFirst()
  if (!account || account.disabled_at) return false
  const now = clock()
  const data = {
    token: randomBytes(32).toString('base64url'),
    factor: FACTORS[context?.path ?? ''] ?? session.factor,
    ipAddress: context?.headers?.get(CLIENT_ADDRESS)?.slice(0, 60) ?? null,
    userAgent: context?.headers?.get('user-agent')?.slice(0, 300) ?? null,
    createdAt: now,
    updatedAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + ABSOLUTE.others),
  }
  return { data }
}

const SESSION = {
  disableSessionRefresh: true,
  freshAge: 0,
  cookieCache: { enabled: false },
  additionalFields: {
    factor: { type: 'string', required: true, input: false },
    membershipId: { type: 'string', required: false, input: false, fieldName: 'membership_id' },
    lastSeenAt: { type: 'date', required: true, input: false, fieldName: 'last_seen_at' },
  },
} as const

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/** better-auth's names, and ours. */
const TABLES = {
  user: { ...TIMES, emailVerified: 'email_verified' },
  account: { ...TIMES, userId: 'account_id', accountId: 'provider_account_id', providerId: 'provider_id' },
  verification: { ...TIMES, expiresAt: 'expires_at' },
  session: {
    ...TIMES,
    token: 'token_hash',
    userId: 'account_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
  twoFactor: {
    modelName: 'second_factor',
    fields: {
      userId: 'account_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
  passkey: {
    passkey: {
      fields: {
        userId: 'account_id',
        publicKey: 'public_key',
        credentialID: 'credential_id',
        deviceType: 'device_type',
        backedUp: 'backed_up',
        createdAt: 'created_at',
      },
    },
  },
} as const
