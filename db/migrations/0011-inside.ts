// Inside a delegation: what colleagues say about a question, what an answer was taken from, and what each has looked at.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await remarks(ddl)
  await sources(ddl)
  await looks(ddl)
}

async function remarks({ text, integer, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'remark',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    number ${integer} not null check (number >= 1),
    body ${text} not null,
    language ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    edited_at ${time('edited_at')},
    erased_at ${time('erased_at')},
    primary key (response_id, field, number)`,
    { clustered: true },
  )
  await index('remark', 'by_account')
  await undeletable('remark')
}

async function sources({ text, integer, table, appendOnly }: Ddl): Promise<void> {
  await table(
    'cell_source',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    revision ${integer} not null,
    kind ${text} not null check (kind in ('contribution', 'revision')),
    number ${integer} not null,
    primary key (response_id, field, revision, kind, number)`,
    { clustered: true },
  )
  await appendOnly('cell_source')
}

async function looks({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'look',
    `response_id ${text} not null references response (id) on delete cascade,
    account_id ${text} not null references account (id) on delete cascade,
    at ${time('at')} not null,
    primary key (response_id, account_id)`,
    { clustered: true },
  )
  await index('look', 'account_id')
}
