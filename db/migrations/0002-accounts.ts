// People who sign in: accounts, credentials, sessions, second factors, what was lost, and how often somebody tried.
import type { Ddl } from '../ddl.ts'

const HASH = (column: string) => `check (length(${column}) = 64)`
const FLAG = (column: string) => `check (${column} in (0, 1))`

export async function up(ddl: Ddl): Promise<void> {
  await accounts(ddl)
  await sessions(ddl)
  await factors(ddl)
  await losses(ddl)
  await limits(ddl)
}

async function accounts({ text, integer, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'account',
    `id ${text} primary key not null,
    name ${text} not null,
    email ${text} not null unique check (email = lower(email)),
    email_verified ${integer} not null default 0 ${FLAG('email_verified')},
    image ${text},
    language ${text} check (language in ('en', 'fr', 'ar')),
    digits ${text} not null default 'latn' check (digits in ('latn', 'arab')),
    time_zone ${text},
    has_totp ${integer} not null default 0 ${FLAG('has_totp')},
    disabled_at ${time('disabled_at')},
    created_at ${time('created_at')} not null,
    updated_at ${time('updated_at')}`,
  )
  // The trail names accounts for ever; somebody who leaves is disabled.
  await undeletable('account')
  await table(
    'credential',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete cascade,
    provider_id ${text} not null check (provider_id = 'credential'),
    provider_account_id ${text} not null,
    password ${text} check (password like '$argon2id$%'),
    created_at ${time('created_at')} not null,
    updated_at ${time('updated_at')} not null,
    unique (provider_id, provider_account_id),
    check (provider_account_id = account_id)`,
  )
  await index('credential', 'account_id')
}

async function sessions({ text, time, table, index }: Ddl): Promise<void> {
  // membership_id refers to a table that comes later; who reads it looks among the account's places only.
  await table(
    'session',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete cascade,
    token_hash ${text} not null unique ${HASH('token_hash')},
    factor ${text} not null check (factor in ('password', 'totp', 'passkey', 'recovery', 'demo')),
    membership_id ${text},
    ip_address ${text},
    user_agent ${text},
    created_at ${time('created_at')} not null,
    updated_at ${time('updated_at')} not null,
    last_seen_at ${time('last_seen_at')} not null,
    expires_at ${time('expires_at')} not null`,
  )
  await index('session', 'account_id')
  await index('session', 'expires_at')
  await table(
    'verification',
    `id ${text} primary key not null,
    identifier ${text} not null,
    value ${text} not null,
    expires_at ${time('expires_at')} not null,
    created_at ${time('created_at')} not null,
    updated_at ${time('updated_at')} not null`,
  )
  await index('verification', 'identifier')
  await index('verification', 'expires_at')
}

async function factors({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'second_factor',
    `id ${text} primary key not null,
    account_id ${text} not null unique references account (id) on delete cascade,
    secret ${text} not null,
    backup_codes ${text} not null,
    verified ${integer} not null default 0 ${FLAG('verified')},
    failed_verification_count ${integer} not null default 0,
    locked_until ${time('locked_until')},
    last_step ${integer}`,
  )
  await table(
    'passkey',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete cascade,
    name ${text},
    public_key ${text} not null,
    credential_id ${text} not null unique,
    counter ${integer} not null,
    device_type ${text} not null,
    backed_up ${integer} not null ${FLAG('backed_up')},
    transports ${text},
    aaguid ${text},
    created_at ${time('created_at')}`,
  )
  await index('passkey', 'account_id')
  await table(
    'recovery_code',
    `account_id ${text} not null references account (id) on delete cascade,
    code_hash ${text} not null ${HASH('code_hash')},
    created_at ${time('created_at')} not null,
    used_at ${time('used_at')},
    primary key (account_id, code_hash)`,
    { clustered: true },
  )
}

async function losses({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'password_reset',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete cascade,
    code_hash ${text} not null ${HASH('code_hash')},
    tries ${integer} not null default 0 check (tries between 0 and 5),
    expires_at ${time('expires_at')} not null,
    used_at ${time('used_at')},
    created_at ${time('created_at')} not null`,
  )
  await index('password_reset', 'account_id')
  await table(
    'factor_reset',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete restrict,
    why ${text} not null,
    asked_by ${text} not null references account (id) on delete restrict,
    asked_at ${time('asked_at')} not null,
    expires_at ${time('expires_at')} not null,
    decided_by ${text} references account (id) on delete restrict,
    decided_at ${time('decided_at')},
    decision ${text} check (decision in ('confirmed', 'withdrawn')),
    check ((decision is null) = (decided_at is null)),
    check (decision is null or decision <> 'confirmed' or decided_by <> asked_by),
    check (asked_by <> account_id),
    check (decided_by is null or decision <> 'confirmed' or decided_by <> account_id)`,
  )
  await index('factor_reset', 'account_id', { unique: true, where: 'decision is null', name: 'factor_reset_open' })
  await index('factor_reset', 'asked_by')
  await index('factor_reset', 'decided_by')
}

async function limits({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'rate_limit',
    `key ${text} primary key not null,
    failures ${integer} not null check (failures >= 0),
    since ${time('since')} not null,
    blocked_until ${time('blocked_until')}`,
  )
  await index('rate_limit', 'since')
}
