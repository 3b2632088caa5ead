// Rounds that start from an earlier one, answers that wait for a word of confirmation, and corrected texts of a version.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  const { text, run, index } = ddl
  await run(`alter table round add column from_round_id ${text} references round (id) on delete restrict`)
  await index('round', 'from_round_id')
  await carried(ddl)
  await textRevisions(ddl)
}

/** `open`: waits · `valid`: confirmed as it was · `changed`: answered anew · `gone`: no longer applies. */
async function carried({ text, time, table, index, undeletable }: Ddl): Promise<void> {
  await table(
    'carried',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    origin ${text} not null check (origin in ('round', 'version')),
    submission_id ${text} references submission (id) on delete restrict,
    version_id ${text} not null references questionnaire_version (id) on delete restrict,
    given ${text} not null,
    offered ${text},
    given_at ${time('given_at')} not null,
    given_by ${text} not null,
    state ${text} not null check (state in ('open', 'valid', 'changed', 'gone')),
    decided_at ${time('decided_at')},
    decided_by ${text} references account (id) on delete restrict,
    primary key (response_id, field),
    check ((state = 'open') = (decided_at is null)),
    check (origin = 'version' or submission_id is not null)`,
    { clustered: true },
  )
  await index('carried', 'submission_id')
  await index('carried', 'version_id')
  await index('carried', 'decided_by')
  await undeletable('carried')
}

async function textRevisions({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'text_revision',
    `version_id ${text} not null references questionnaire_version (id) on delete restrict,
    revision ${integer} not null check (revision >= 1),
    document ${text} not null,
    text_hashes ${text} not null,
    why ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (version_id, revision)`,
    { clustered: true },
  )
  await index('text_revision', 'by_account')
  await appendOnly('text_revision')
}
