// The team's review: readiness and acceptance of a reply, clarifications with their threads, what a return unlocks, requests.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await replies(ddl)
  await clarifications(ddl)
  await messages(ddl)
  await unlocks(ddl)
  await requests(ddl)
}

async function replies({ text, integer, time, run, index }: Ddl): Promise<void> {
  await run(`alter table round add column needs_ready ${integer} not null default 0 check (needs_ready in (0, 1))`)
  await run(`alter table response add column ready_at ${time('ready_at')}`)
  await run(`alter table response add column ready_by ${text} references account (id) on delete restrict`)
  await run(`alter table response add column returned_at ${time('returned_at')}`)
  await run(
    `alter table response add column accepted_submission_id ${text} references submission (id) on delete restrict`,
  )
  await run(`alter table response add column accepted_at ${time('accepted_at')}`)
  await run(`alter table response add column accepted_by ${text} references account (id) on delete restrict`)
  for (const column of ['ready_by', 'accepted_submission_id', 'accepted_by']) await index('response', column)
}

async function clarifications({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'clarification',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    number ${integer} not null check (number >= 1),
    field ${text} not null,
    submission_id ${text} not null references submission (id) on delete restrict,
    state ${text} not null check (state in ('noted', 'open', 'answered', 'accepted', 'withdrawn')),
    question ${text} not null,
    language ${text} not null,
    assignee ${text} references account (id) on delete restrict,
    due_on ${text},
    asked_by ${text} not null references account (id) on delete restrict,
    created_at ${time('created_at')} not null,
    sent_at ${time('sent_at')},
    answered_at ${time('answered_at')},
    settled_at ${time('settled_at')},
    unique (response_id, number),
    check ((state = 'noted') = (sent_at is null))`,
  )
  for (const column of ['submission_id', 'assignee', 'asked_by']) await index('clarification', column)
}

async function messages({ text, integer, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'clarification_message',
    `clarification_id ${text} not null references clarification (id) on delete restrict,
    number ${integer} not null check (number >= 1),
    side ${text} not null check (side in ('team', 'delegation')),
    body ${text} not null,
    language ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (clarification_id, number)`,
    { clustered: true },
  )
  await index('clarification_message', 'by_account')
  await appendOnly('clarification_message')
}

async function unlocks({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'unlocked',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (response_id, field)`,
    { clustered: true },
  )
  await index('unlocked', 'by_account')
}

async function requests({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'request',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    kind ${text} not null check (kind in ('reopen', 'unlock')),
    fields ${text} not null,
    why ${text} not null,
    state ${text} not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
    answer ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    decided_at ${time('decided_at')},
    decided_by ${text} references account (id) on delete restrict,
    check ((state = 'open') = (decided_at is null))`,
  )
  // One at a time: the next one comes after the answer.
  await index('request', 'response_id', { unique: true, where: "state = 'open'", name: 'request_open_once' })
  await index('request', 'response_id, at')
  await index('request', 'by_account')
  await index('request', 'decided_by')
}
