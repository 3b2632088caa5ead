// Questionnaires that are written in the browser, and who changed what in them.
import type { Ddl } from '../ddl.ts'

export async function up({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'draft',
    `id ${text} primary key not null,
    slug ${text} not null,
    document ${text} not null,
    beginning ${text} not null,
    origin ${text} not null check (origin in ('version', 'file', 'xlsform', 'blank')),
    from_version_id ${text} references questionnaire_version (id) on delete restrict,
    state ${text} not null check (state in ('open', 'proposed', 'published', 'discarded')),
    created_at ${time('created_at')} not null,
    created_by ${text} not null references account (id) on delete restrict,
    proposed_at ${time('proposed_at')},
    proposed_by ${text} references account (id) on delete restrict,
    version_id ${text} references questionnaire_version (id) on delete restrict,
    check ((proposed_at is null) = (proposed_by is null)),
    check ((state = 'published') = (version_id is not null))`,
  )
  for (const column of ['from_version_id', 'created_by', 'proposed_by', 'version_id']) await index('draft', column)
  await table(
    'draft_edit',
    `draft_id ${text} not null references draft (id) on delete restrict,
    number ${integer} not null check (number >= 1),
    address ${text} not null,
    act ${text} not null,
    before ${text},
    after ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (draft_id, number)`,
    { clustered: true },
  )
  await index('draft_edit', 'by_account')
  await appendOnly('draft_edit')
}
