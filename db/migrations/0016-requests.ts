// Requests to the facility: their sheet in revisions, their way in steps, and what delegations say once it was delivered.
import type { Ddl } from '../ddl.ts'

const STATUSES = "'identified', 'drafted', 'submitted', 'pmt_assessed', 'ec_decided', 'implementing', 'completed'"

export async function up(ddl: Ddl): Promise<void> {
  await requests(ddl)
  await revisions(ddl)
  await steps(ddl)
  await answers(ddl)
}

async function requests({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'taf_request',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    number ${integer} not null check (number > 0),
    round_id ${text} not null references round (id) on delete restrict,
    created_at ${time('created_at')} not null,
    unique (meeting_id, number)`,
  )
  await index('taf_request', 'round_id')
  await appendOnly('taf_request')
}

async function revisions({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'taf_request_revision',
    `request_id ${text} not null references taf_request (id) on delete restrict,
    revision ${integer} not null,
    sheet ${text} not null,
    snapshot_id ${text} not null references snapshot (id) on delete restrict,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (request_id, revision)`,
    { clustered: true },
  )
  await index('taf_request_revision', 'snapshot_id')
  await index('taf_request_revision', 'by_account')
  await appendOnly('taf_request_revision')
}

async function steps({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'taf_request_step',
    `request_id ${text} not null references taf_request (id) on delete restrict,
    number ${integer} not null,
    status ${text} not null check (status in (${STATUSES})),
    decision ${text} check (decision in ('approved', 'rejected', 'returned')),
    scores ${text},
    note ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (request_id, number),
    check ((status = 'ec_decided') = (decision is not null))`,
    { clustered: true },
  )
  await index('taf_request_step', 'by_account')
  await appendOnly('taf_request_step')
}

async function answers({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'taf_request_answer',
    `request_id ${text} not null references taf_request (id) on delete restrict,
    response_id ${text} not null references response (id) on delete restrict,
    revision ${integer} not null,
    answer ${text} not null check (answer in ('met', 'partly', 'not_met', 'not_delivered')),
    words ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (request_id, response_id, revision)`,
    { clustered: true },
  )
  await index('taf_request_answer', 'response_id')
  await index('taf_request_answer', 'by_account')
  await appendOnly('taf_request_answer')
}
