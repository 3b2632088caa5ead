// The tour de table: who has the floor, who had it or was passed over, and what was said.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await tour(ddl)
  await turns(ddl)
  await records(ddl)
}

async function tour({ text, integer, table }: Ddl): Promise<void> {
  await table(
    'tour',
    `meeting_id ${text} primary key not null references meeting (id) on delete restrict,
    country ${text},
    left_seconds ${integer}`,
  )
}

async function turns({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'tour_turn',
    `meeting_id ${text} not null references meeting (id) on delete restrict,
    number ${integer} not null,
    country ${text} not null,
    act ${text} not null check (act in ('floor', 'done', 'skipped')),
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (meeting_id, number)`,
    { clustered: true },
  )
  await index('tour_turn', 'by_account')
  await appendOnly('tour_turn')
}

async function records({ text, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'tour_record',
    `id ${text} primary key not null,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    country ${text} not null,
    kind ${text} not null check (kind in ('statement', 'comment')),
    organisation ${text} not null,
    words ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict`,
  )
  await index('tour_record', 'meeting_id, at')
  await index('tour_record', 'by_account')
  await appendOnly('tour_record')
}
