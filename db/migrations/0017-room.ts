// What happens in the room: votes on the item that is shown, one for each delegation.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await pulses(ddl)
  await votes(ddl)
}

async function pulses({ text, integer, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'pulse',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    number ${integer} not null check (number > 0),
    item_id ${text} references agenda_item (id) on delete set null,
    round_id ${text} not null references round (id) on delete restrict,
    field ${text} not null,
    opened_at ${time('opened_at')} not null,
    opened_by ${text} not null references account (id) on delete restrict,
    closed_at ${time('closed_at')},
    closed_by ${text} references account (id) on delete restrict,
    unique (meeting_id, number),
    check ((closed_at is null) = (closed_by is null))`,
  )
  for (const column of ['item_id', 'round_id', 'opened_by', 'closed_by']) await index('pulse', column)
  await undeletable('pulse')
}

async function votes({ text, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'pulse_vote',
    `pulse_id ${text} not null references pulse (id) on delete restrict,
    country ${text} not null,
    value ${text} not null,
    entered_by ${text} not null check (entered_by in ('delegation', 'chair')),
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (pulse_id, country)`,
    { clustered: true },
  )
  await index('pulse_vote', 'by_account')
  await undeletable('pulse_vote')
}
