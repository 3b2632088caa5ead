// Marks of the team on single answers, and the corrections that it proposes with a question.
import type { Ddl } from '../ddl.ts'

export async function up({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'answer_mark',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    matter ${text} not null,
    submission_id ${text} not null references submission (id) on delete restrict,
    note ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (response_id, field, matter)`,
    { clustered: true },
  )
  await index('answer_mark', 'submission_id')
  await index('answer_mark', 'by_account')
  // Beside the question, never in the answer: what the team proposes becomes an answer by the delegation's own act.
  await table(
    'proposal',
    `clarification_id ${text} primary key not null references clarification (id) on delete cascade,
    cell ${text} not null,
    state ${text} not null check (state in ('open', 'taken', 'refused')),
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    decided_at ${time('decided_at')},
    decided_by ${text} references account (id) on delete restrict,
    check ((state = 'open') = (decided_at is null))`,
  )
  await index('proposal', 'by_account')
  await index('proposal', 'decided_by')
}
