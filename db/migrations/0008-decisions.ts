// What a session decides: needs area by area, and conclusions in three languages; nothing said is ever overwritten.
import type { Ddl } from '../ddl.ts'

const OUTCOMES = "'retained', 'merged', 'postponed', 'withdrawn'"
const STANDS = "'proposed', 'agreed', 'ad_referendum', 'reserved', 'withdrawn'"

export async function up(ddl: Ddl): Promise<void> {
  await needs(ddl)
  await conclusions(ddl)
  await revisions(ddl)
  await objections(ddl)
}

async function needs({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'need_decision',
    `meeting_id ${text} not null references meeting (id) on delete restrict,
    round_id ${text} not null references round (id) on delete restrict,
    area ${text} not null,
    number ${integer} not null,
    outcome ${text} not null check (outcome in (${OUTCOMES})),
    into_area ${text},
    lead ${text},
    countries ${text} not null,
    modality ${text},
    reservations ${text} not null,
    note ${text} not null,
    snapshot_id ${text} not null references snapshot (id) on delete restrict,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (meeting_id, area, number),
    check ((outcome = 'merged') = (into_area is not null))`,
    { clustered: true },
  )
  for (const column of ['round_id', 'snapshot_id', 'by_account']) await index('need_decision', column)
  await appendOnly('need_decision')
}

async function conclusions({ text, integer, time, table, appendOnly }: Ddl): Promise<void> {
  await table(
    'conclusion',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    number ${integer} not null check (number > 0),
    created_at ${time('created_at')} not null,
    unique (meeting_id, number)`,
  )
  await appendOnly('conclusion')
}

async function revisions({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'conclusion_revision',
    `conclusion_id ${text} not null references conclusion (id) on delete restrict,
    revision ${integer} not null,
    texts ${text} not null,
    stand ${text} not null check (stand in (${STANDS})),
    countries ${text} not null,
    words ${text} not null,
    figure ${text},
    snapshot_id ${text} references snapshot (id) on delete restrict,
    silence_until ${time('silence_until')},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (conclusion_id, revision),
    check ((figure is null) = (snapshot_id is null))`,
    { clustered: true },
  )
  await index('conclusion_revision', 'snapshot_id')
  await index('conclusion_revision', 'by_account')
  await appendOnly('conclusion_revision')
}

async function objections({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'objection',
    `conclusion_id ${text} not null references conclusion (id) on delete restrict,
    country ${text} not null,
    revision ${integer} not null,
    kind ${text} not null check (kind in ('objection', 'reservation')),
    words ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (conclusion_id, country, revision)`,
    { clustered: true },
  )
  await index('objection', 'by_account')
  await appendOnly('objection')
}
