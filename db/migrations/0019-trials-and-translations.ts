// Test answers of those who write a draft, and from which source text each of its translations was made.
import type { Ddl } from '../ddl.ts'

export async function up({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'draft_trial',
    `draft_id ${text} not null references draft (id) on delete restrict,
    account_id ${text} not null references account (id) on delete restrict,
    cells ${text} not null,
    at ${time('at')} not null,
    primary key (draft_id, account_id)`,
    { clustered: true },
  )
  await index('draft_trial', 'account_id')
  await table(
    'translation',
    `draft_id ${text} not null references draft (id) on delete restrict,
    place ${text} not null,
    language ${text} not null,
    source_hash ${text} not null,
    is_checked ${integer} not null check (is_checked in (0, 1)),
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (draft_id, place, language)`,
    { clustered: true },
  )
  await index('translation', 'by_account')
}
