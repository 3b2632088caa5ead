// What institutions of a country answer side by side, before there is one national answer; and who is asked for that.
import type { Ddl } from '../ddl.ts'

export async function up({ text, integer, time, table, index, appendOnly, run }: Ddl): Promise<void> {
  await run(
    `alter table assignment add column kind ${text} not null default 'answer' check (kind in ('answer', 'contribution'))`,
  )
  await table(
    'contribution',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    number ${integer} not null check (number >= 1),
    institution ${text} not null,
    value ${text},
    absence ${text},
    comment ${text},
    typed ${text},
    language ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (response_id, field, number)`,
    { clustered: true },
  )
  await index('contribution', 'by_account')
  await appendOnly('contribution')
}
