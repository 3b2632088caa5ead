// Reminders: the plan of a round, and which letter went to whom for which step, so that it goes once.
import type { Ddl } from '../ddl.ts'

export async function up({ text, integer, time, table, index, run }: Ddl): Promise<void> {
  // A round that is already there goes on as it was: nobody is written to before somebody has looked at the plan.
  await run(`alter table round add column reminders ${text} not null default '[]'`)
  await table(
    'reminder',
    `account_id ${text} not null references account (id) on delete restrict,
    matter ${text} not null,
    response_id ${text} references response (id) on delete restrict,
    step ${integer},
    mail_id ${text} not null,
    at ${time('at')} not null,
    primary key (account_id, matter)`,
    { clustered: true },
  )
  await index('reminder', 'response_id')
  await index('reminder', 'account_id, at')
}
