// People's places, invitations and mail; responses, cells, files, submissions, and the evidence that was accepted.
import type { Ddl } from '../ddl.ts'

const ROLES = `'head', 'focal_point', 'alternate', 'contributor', 'reader', 'manager', 'officer', 'translator',
  'presenter', 'rapporteur', 'observer'`
const LEVELS = "'pmt_only', 'aggregate_only', 'named', 'public'"

export async function up(ddl: Ddl): Promise<void> {
  await memberships(ddl)
  await invitations(ddl)
  await mail(ddl)
  await responses(ddl)
  await visits(ddl)
  await cells(ddl)
  await files(ddl)
  await submissions(ddl)
  await submittedCells(ddl)
  await evidence(ddl)
}

/** A delegation's member has a country and a meeting; nobody else has a country. */
const PLACE = `check ((role in ('head', 'focal_point', 'alternate', 'contributor', 'reader')) = (country is not null)),
  check (country is null or meeting_id is not null)`

async function memberships({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'membership',
    `id ${text} primary key not null,
    account_id ${text} not null references account (id) on delete restrict,
    meeting_id ${text} references meeting (id) on delete restrict,
    country ${text},
    role ${text} not null check (role in (${ROLES})),
    ended_at ${time('ended_at')},
    created_at ${time('created_at')} not null,
    ${PLACE}`,
  )
  await index('membership', "account_id, coalesce(meeting_id, ''), coalesce(country, ''), role", {
    unique: true,
    where: 'ended_at is null',
    name: 'membership_once',
  })
  await index('membership', 'account_id')
  await index('membership', 'meeting_id')
}

async function invitations({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'invitation',
    `id ${text} primary key not null,
    email ${text} not null check (email = lower(email)),
    name ${text} not null,
    role ${text} not null check (role in (${ROLES})),
    meeting_id ${text} references meeting (id) on delete restrict,
    country ${text},
    language ${text} not null,
    code_hash ${text} not null check (length(code_hash) = 64),
    tries ${integer} not null default 0 check (tries between 0 and 5),
    expires_at ${time('expires_at')} not null,
    accepted_at ${time('accepted_at')},
    revoked_at ${time('revoked_at')},
    invited_by ${text} references account (id) on delete restrict,
    created_at ${time('created_at')} not null,
    ${PLACE},
    check (accepted_at is null or revoked_at is null)`,
  )
  await index('invitation', 'email')
  await index('invitation', 'meeting_id')
  await index('invitation', 'invited_by')
}

async function mail({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'outbox',
    `id ${text} primary key not null,
    to_address ${text} not null,
    subject ${text} not null,
    body_text ${text} not null,
    body_html ${text},
    language ${text} not null,
    state ${text} not null check (state in ('waiting', 'sent', 'refused')),
    attempts ${integer} not null default 0 check (attempts >= 0),
    next_attempt_at ${time('next_attempt_at')} not null,
    last_error ${text},
    created_at ${time('created_at')} not null,
    sent_at ${time('sent_at')},
    check ((state = 'sent') = (sent_at is not null))`,
  )
  await index('outbox', 'next_attempt_at', { where: "state = 'waiting'" })
  await index('outbox', 'created_at')
}

async function responses({ kind, text, integer, time, table, index, undeletable }: Ddl): Promise<void> {
  // Response and submission name each other; PostgreSQL gets this half once both tables exist.
  const official = kind === 'sqlite' ? 'references submission (id) on delete restrict' : ''
  await table(
    'response',
    `id ${text} primary key not null,
    round_id ${text} not null references round (id) on delete restrict,
    country ${text} not null,
    place ${integer} not null,
    version_id ${text} not null references questionnaire_version (id) on delete restrict,
    state ${text} not null check (state in ('invited', 'draft', 'submitted', 'declined')),
    deadline ${time('deadline')},
    official_submission_id ${text} ${official},
    next_revision ${integer} not null default 1 check (next_revision >= 1),
    joined_late ${integer} not null check (joined_late in (0, 1)),
    last_activity_at ${time('last_activity_at')},
    last_activity_by ${text} references account (id) on delete restrict,
    progress ${text} not null,
    salt ${text} not null check (length(salt) = 64),
    created_at ${time('created_at')} not null,
    unique (round_id, country),
    unique (round_id, place),
    check (state <> 'submitted' or official_submission_id is not null)`,
  )
  await index('response', 'version_id')
  await index('response', 'official_submission_id')
  await index('response', 'last_activity_by')
  await index('response', 'country')
  await undeletable('response')
}

async function visits({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'presence',
    `response_id ${text} not null references response (id) on delete cascade,
    account_id ${text} not null references account (id) on delete cascade,
    section ${text} not null,
    at ${time('at')} not null,
    primary key (response_id, account_id)`,
    { clustered: true },
  )
  await index('presence', 'account_id')
  await table(
    'intent',
    `account_id ${text} not null references account (id) on delete cascade,
    key ${text} not null,
    request_hash ${text} not null,
    answer ${text} not null,
    at ${time('at')} not null,
    primary key (account_id, key)`,
    { clustered: true },
  )
  await index('intent', 'at')
}

async function cells({ text, integer, time, table, index, appendOnly, undeletable }: Ddl): Promise<void> {
  const content = `value ${text},
    absence ${text} check (absence in ('na', 'nap', 'pns')),
    comment ${text},
    typed ${text},
    language ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    check (case when value is null then 0 else 1 end + case when absence is null then 0 else 1 end
      + case when typed is null then 0 else 1 end <= 1)`
  await table(
    'cell',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    revision ${integer} not null check (revision >= 1),
    ${content},
    primary key (response_id, field)`,
    { clustered: true },
  )
  await index('cell', 'by_account')
  await undeletable('cell')
  await table(
    'cell_history',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    revision ${integer} not null check (revision >= 1),
    ${content},
    primary key (response_id, field, revision)`,
    { clustered: true },
  )
  await index('cell_history', 'by_account')
  await appendOnly('cell_history')
}

async function files({ text, integer, bytes, time, table, index }: Ddl): Promise<void> {
  await table(
    'file',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    name ${text} not null,
    bytes ${integer} not null check (bytes >= 0),
    sha256 ${text} not null check (length(sha256) = 64),
    media_type ${text} not null,
    content ${bytes} not null,
    uploaded_at ${time('uploaded_at')} not null,
    by_account ${text} not null references account (id) on delete restrict`,
  )
  await index('file', 'response_id')
  await index('file', 'by_account')
}

async function submissions({ text, integer, time, table, index, appendOnly, run }: Ddl): Promise<void> {
  await table(
    'submission',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    revision ${integer} not null check (revision >= 1),
    version_id ${text} not null references questionnaire_version (id) on delete restrict,
    document ${text} not null,
    hash ${text} not null check (length(hash) = 64),
    audit_head ${text} not null check (length(audit_head) = 64),
    level ${text} not null check (level in (${LEVELS})),
    section_levels ${text} not null,
    signed_name ${text} not null,
    signed_function ${text} not null,
    is_late ${integer} not null check (is_late in (0, 1)),
    answers ${integer} not null,
    absences ${integer} not null,
    submitted_at ${time('submitted_at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    unique (response_id, revision)`,
  )
  await index('submission', 'hash')
  await index('submission', 'version_id')
  await index('submission', 'by_account')
  // How it may be shown can change; what was said, by whom and when, cannot.
  await appendOnly(
    'submission',
    `id, response_id, revision, version_id, document, hash, audit_head, signed_name, signed_function, is_late, answers,
    absences, submitted_at, by_account`,
  )
  await run(
    `alter table response add constraint response_official_submission foreign key (official_submission_id)
      references submission (id) on delete restrict`,
    'postgres',
  )
}

async function submittedCells({ text, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'submission_cell',
    `submission_id ${text} not null references submission (id) on delete restrict,
    field ${text} not null,
    value ${text},
    absence ${text} check (absence in ('na', 'nap', 'pns')),
    comment ${text},
    language ${text},
    primary key (submission_id, field),
    check (value is null or absence is null)`,
    { clustered: true },
  )
  await appendOnly('submission_cell')
  await table(
    'submission_file',
    `submission_id ${text} not null references submission (id) on delete restrict,
    file_id ${text} not null references file (id) on delete restrict,
    primary key (submission_id, file_id)`,
    { clustered: true },
  )
  await index('submission_file', 'file_id')
  await appendOnly('submission_file')
}

async function evidence({ text, time, table, index }: Ddl): Promise<void> {
  await table(
    'evidence_decision',
    `response_id ${text} not null references response (id) on delete restrict,
    field ${text} not null,
    submission_id ${text} not null references submission (id) on delete restrict,
    decision ${text} not null check (decision in ('accepted', 'not_accepted')),
    note ${text},
    at ${time('at')} not null,
    by_account ${text} not null references account (id) on delete restrict,
    primary key (response_id, field)`,
    { clustered: true },
  )
  await index('evidence_decision', 'submission_id')
  await index('evidence_decision', 'by_account')
}
