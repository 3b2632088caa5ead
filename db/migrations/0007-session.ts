// The session: its agenda, each item bound to what is shown then, and the stage, which every hall screen follows.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await items(ddl)
  await stage(ddl)
}

async function items({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'agenda_item',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    place ${integer} not null,
    title ${text} not null,
    says ${text} not null,
    starts_at ${time('starts_at')},
    minutes ${integer} not null check (minutes between 1 and 600),
    shows ${text} not null,
    notes ${text} not null`,
  )
  await index('agenda_item', 'meeting_id, place')
}

async function stage({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'stage',
    `meeting_id ${text} primary key not null references meeting (id) on delete restrict,
    code ${text} not null unique,
    snapshot_id ${text} not null references snapshot (id) on delete restrict,
    item_id ${text} references agenda_item (id) on delete set null,
    is_blank ${integer} not null check (is_blank in (0, 1)),
    reveal ${text} not null check (reveal in ('region', 'named')),
    began_at ${time('began_at')},
    ends_at ${time('ends_at')},
    revision ${integer} not null`,
  )
  await index('stage', 'snapshot_id')
  await index('stage', 'item_id')
}
