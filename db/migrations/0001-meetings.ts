// The ground: settings, the audit trail, meetings, published questionnaires, rounds.
import type { Ddl } from '../ddl.ts'

export async function up(ddl: Ddl): Promise<void> {
  await refusals(ddl)
  await ddl.table('setting', `name ${ddl.text} primary key not null, value ${ddl.text} not null`)
  await auditTrail(ddl)
  await auditInOrder(ddl)
  await meetings(ddl)
  await rounds(ddl)
}

async function refusals({ run }: Ddl): Promise<void> {
  await run(
    `create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    'postgres',
  )
}

async function auditTrail({ text, integer, time, table, index, appendOnly, undeletable }: Ddl): Promise<void> {
  await table(
    'audit',
    `seq ${integer} primary key not null,
    chain ${text} not null,
    link ${integer} not null check (link >= 1),
    at ${time('at')} not null,
    actor ${text} not null,
    action ${text} not null,
    subject ${text} not null,
    before_digest ${text},
    after_digest ${text},
    why ${text},
    details ${text} not null,
    request_id ${text},
    previous_hash ${text} not null check (length(previous_hash) = 64),
    hash ${text} not null unique check (length(hash) = 64),
    unique (chain, link)`,
  )
  await index('audit', 'actor, seq')
  await index('audit', 'action, seq')
  await index('audit', 'subject, seq')
  await appendOnly('audit')
  // The last link of each chain; the row of chain * counts all entries. Locked before an entry is added.
  await table('audit_head', `chain ${text} primary key not null, link ${integer} not null, hash ${text} not null`)
  await undeletable('audit_head')
  await table(
    'audit_checkpoint',
    `number ${integer} primary key not null,
    at ${time('at')} not null,
    seq ${integer} not null,
    heads ${text} not null,
    previous_hash ${text} not null check (length(previous_hash) = 64),
    hash ${text} not null unique check (length(hash) = 64)`,
  )
  await appendOnly('audit_checkpoint')
}

/** No entry is slipped in, and none left out, whoever writes it. */
async function auditInOrder({ run }: Ddl): Promise<void> {
  await run(
    `create trigger audit_in_order before insert on audit
    when new.seq <> (select coalesce(max(seq), 0) + 1 from audit)
      or new.link <> (select coalesce(max(link), 0) + 1 from audit where chain = new.chain)
    begin select raise(abort, 'audit has a gap'); end`,
    'sqlite',
  )
  await run(
    `create function audit_in_order() returns trigger language plpgsql as $$ begin
      if new.seq <> (select coalesce(max(seq), 0) + 1 from audit)
        or new.link <> (select coalesce(max(link), 0) + 1 from audit where chain = new.chain)
      then raise exception 'audit has a gap'; end if;
      return new;
    end $$`,
    'postgres',
  )
  await run(
    'create trigger audit_in_order before insert on audit for each row execute function audit_in_order()',
    'postgres',
  )
  await run(
    'create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change()',
    'postgres',
  )
}

async function meetings({ text, time, table, appendOnly }: Ddl): Promise<void> {
  await table(
    'meeting',
    `id ${text} primary key not null,
    slug ${text} not null unique,
    title ${text} not null,
    roster ${text} not null,
    time_zone ${text} not null,
    starts_on ${text},
    ends_on ${text},
    created_at ${time('created_at')} not null,
    check (starts_on is null or ends_on is null or starts_on <= ends_on)`,
  )
  await table(
    'questionnaire_version',
    `id ${text} primary key not null,
    slug ${text} not null,
    version ${text} not null,
    document ${text} not null,
    structure_hash ${text} not null check (length(structure_hash) = 64),
    text_hashes ${text} not null,
    published_at ${time('published_at')} not null,
    unique (slug, version)`,
  )
  await appendOnly('questionnaire_version')
}

async function rounds({ text, integer, time, table, index }: Ddl): Promise<void> {
  await table(
    'round',
    `id ${text} primary key not null,
    slug ${text} not null unique,
    meeting_id ${text} not null references meeting (id) on delete restrict,
    version_id ${text} not null references questionnaire_version (id) on delete restrict,
    title ${text} not null,
    state ${text} not null check (state in ('planned', 'pilot', 'open', 'closed', 'cancelled')),
    deadline ${time('deadline')},
    stamp ${integer} not null default 0 check (stamp >= 0),
    is_demonstration ${integer} not null check (is_demonstration in (0, 1)),
    created_at ${time('created_at')} not null`,
  )
  await index('round', 'meeting_id')
  await index('round', 'version_id')
}
