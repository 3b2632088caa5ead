// Who in a delegation is asked to answer what, until when.
import type { Ddl } from '../ddl.ts'

export async function up({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'assignment',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    target ${text} not null,
    account_id ${text} references account (id) on delete restrict,
    institution ${text},
    note ${text},
    due_on ${text},
    created_at ${time('created_at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    done_at ${time('done_at')},
    check (account_id is not null or institution is not null)`,
  )
  await index('assignment', 'response_id, created_at')
  await index('assignment', 'account_id')
  await index('assignment', 'by_account')
}
