// Snapshots: one moment of a meeting's rounds, kept as rows of its own, numbered, hashed, and released by two people.
import type { Ddl } from '../ddl.ts'

const LEVELS = "'pmt_only', 'aggregate_only', 'named', 'public'"

export async function up(ddl: Ddl): Promise<void> {
  await snapshots(ddl)
  await rounds(ddl)
  await replies(ddl)
  await cells(ddl)
}

async function snapshots({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'snapshot',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    number ${integer} not null check (number > 0),
    kind ${text} not null check (kind in ('draft_for_debate', 'for_conclusions', 'as_concluded', 'other')),
    title ${text} not null,
    hash ${text} not null check (length(hash) = 64),
    taken_at ${time('taken_at')} not null,
    taken_by ${text} not null references account (id) on delete restrict,
    mode ${text} check (mode in ('by_name', 'totals')),
    why ${text},
    proposed_at ${time('proposed_at')},
    proposed_by ${text} references account (id) on delete restrict,
    released_at ${time('released_at')},
    released_by ${text} references account (id) on delete restrict,
    unique (meeting_id, number),
    check ((proposed_at is null) = (proposed_by is null) and (proposed_at is null) = (mode is null)),
    check ((released_at is null) = (released_by is null)),
    check (released_at is null or proposed_at is not null),
    check (released_by is null or released_by <> proposed_by)`,
  )
  await appendOnly('snapshot', 'id, meeting_id, number, kind, title, hash, taken_at, taken_by')
  for (const column of ['taken_by', 'proposed_by', 'released_by']) await index('snapshot', column)
}

async function rounds({ text, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'snapshot_round',
    `snapshot_id ${text} not null references snapshot (id) on delete restrict,
    round_id ${text} not null references round (id) on delete restrict,
    version_id ${text} not null references questionnaire_version (id) on delete restrict,
    countries ${text} not null,
    today ${text} not null,
    evidence ${text} not null,
    hash ${text} not null check (length(hash) = 64),
    primary key (snapshot_id, round_id)`,
    { clustered: true },
  )
  await index('snapshot_round', 'round_id')
  await index('snapshot_round', 'version_id')
  await appendOnly('snapshot_round')
}

async function replies({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'snapshot_reply',
    `snapshot_id ${text} not null references snapshot (id) on delete restrict,
    round_id ${text} not null references round (id) on delete restrict,
    country ${text} not null,
    response_id ${text} not null references response (id) on delete restrict,
    submission_id ${text} not null references submission (id) on delete restrict,
    revision ${integer} not null,
    submitted_at ${time('submitted_at')} not null,
    level ${text} not null check (level in (${LEVELS})),
    section_levels ${text} not null,
    primary key (snapshot_id, round_id, country)`,
    { clustered: true },
  )
  await index('snapshot_reply', 'round_id')
  await index('snapshot_reply', 'response_id')
  await index('snapshot_reply', 'submission_id')
  await appendOnly('snapshot_reply')
}

async function cells({ text, table, appendOnly }: Ddl): Promise<void> {
  await table(
    'snapshot_cell',
    `snapshot_id ${text} not null references snapshot (id) on delete restrict,
    round_id ${text} not null,
    country ${text} not null,
    field ${text} not null,
    value ${text},
    absence ${text} check (absence in ('na', 'nap', 'pns')),
    comment ${text},
    language ${text},
    primary key (snapshot_id, round_id, country, field),
    check (value is null or absence is null)`,
    { clustered: true },
  )
  await appendOnly('snapshot_cell')
}
