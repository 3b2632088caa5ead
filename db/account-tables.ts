// The tables that better-auth keeps, in the words of the house (its `user` is an account, its `account` a credential),
// and what belongs to signing in beside them.
import type { Generated } from 'kysely'

type Time = string
type Flag = 0 | 1

/** What a session was opened with; `demo` exists on this machine only. */
export type Factor = 'password' | 'totp' | 'passkey' | 'recovery' | 'demo'

export type AccountTables = {
  account: {
    id: string
    name: string
    /** in lower case */
    email: string
    email_verified: Generated<Flag>
    image: string | null
    /** language of the interface; null: what the browser asks for */
    language: 'en' | 'fr' | 'ar' | null
    digits: Generated<'latn' | 'arab'>
    /** IANA name; null: the programme's */
    time_zone: string | null
    /** a TOTP is set up and was proved once */
    has_totp: Generated<Flag>
    disabled_at: Time | null
    created_at: Time
    updated_at: Time | null
  }
  /** better-auth's `account`: how an account proves itself; here only with a password */
  credential: {
    id: string
    account_id: string
    provider_id: string
    provider_account_id: string
    /** PHC string of Argon2id; null: taken away, a new one has to be chosen */
    password: string | null
    created_at: Time
    updated_at: Time
  }
  session: {
    id: string
    account_id: string
    /** SHA-256 of what the cookie carries: who reads this table cannot enter with it */
    token_hash: string
    factor: Factor
    /** the place acted in; null: the first one */
    membership_id: string | null
    ip_address: string | null
    user_agent: string | null
    created_at: Time
    updated_at: Time
    last_seen_at: Time
    /** the absolute end; idle sessions end before */
    expires_at: Time
  }
  /** short-lived challenges: second step of a sign-in, passkeys */
  verification: {
    id: string
    identifier: string
    value: string
    expires_at: Time
    created_at: Time
    updated_at: Time
  }
  /** a TOTP, at most one per account */
  second_factor: {
    id: string
    account_id: string
    /** encrypted with the installation's secret */
    secret: string
    /** better-auth's own recovery codes; ours are in recovery_code, as hashes */
    backup_codes: string
    verified: Generated<Flag>
    failed_verification_count: Generated<number>
    locked_until: Time | null
    /** the last 30-second step whose code was accepted: no code is accepted twice */
    last_step: number | null
  }
  passkey: {
    id: string
    account_id: string
    name: string | null
    public_key: string
    credential_id: string
    counter: number
    device_type: string
    backed_up: Flag
    transports: string | null
    aaguid: string | null
    created_at: Time | null
  }
  recovery_code: {
    account_id: string
    /** SHA-256; the codes are 128 random bits */
    code_hash: string
    created_at: Time
    used_at: Time | null
  }
  /** a forgotten password: the link names the row, address and typed code use it up */
  password_reset: {
    id: string
    account_id: string
    code_hash: string
    tries: Generated<number>
    expires_at: Time
    used_at: Time | null
    created_at: Time
  }
  /** a lost second factor: one manager asks, another confirms */
  factor_reset: {
    id: string
    account_id: string
    why: string
    asked_by: string
    asked_at: Time
    expires_at: Time
    decided_by: string | null
    decided_at: Time | null
    decision: 'confirmed' | 'withdrawn' | null
  }
  /** failed tries, by whom they may hurt: a network, an account seen from a network, an account, a known browser */
  rate_limit: {
    key: string
    failures: number
    /** when the window of these failures began */
    since: Time
    blocked_until: Time | null
  }
}
