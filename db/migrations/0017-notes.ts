// Notes on results: what the team observes on a dashboard, and what organisations say of an area or a measure.
import type { Ddl } from '../ddl.ts'

export async function up({ text, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'note',
    `id ${text} primary key not null,
    round_id ${text} not null references round (id) on delete restrict,
    kind ${text} not null check (kind in ('observation', 'comment')),
    target ${text} not null,
    texts ${text} not null,
    organisation ${text} not null,
    state ${text} not null check (state in ('waiting', 'shown', 'withheld')),
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    decided_at ${time('decided_at')},
    decided_by ${text} references account (id) on delete restrict,
    check ((decided_at is null) = (decided_by is null))`,
  )
  await index('note', 'round_id, at')
  await index('note', 'by_account')
  await index('note', 'decided_by')
  await undeletable('note')
}
