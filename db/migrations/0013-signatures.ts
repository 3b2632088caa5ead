// On what a signature rests: in person, a letter or a note verbale with its document; and whether the team recorded it.
import type { Ddl } from '../ddl.ts'

export async function up({ text, integer, bytes, time, table, index, appendOnly }: Ddl): Promise<void> {
  await table(
    'signature_document',
    `id ${text} primary key not null,
    response_id ${text} not null references response (id) on delete restrict,
    name ${text} not null,
    bytes ${integer} not null check (bytes >= 0),
    sha256 ${text} not null check (length(sha256) = 64),
    media_type ${text} not null,
    content ${bytes} not null,
    uploaded_at ${time('uploaded_at')} not null,
    by_account ${text} not null references account (id) on delete restrict`,
  )
  await index('signature_document', 'response_id')
  await index('signature_document', 'by_account')
  await table(
    'signature',
    `submission_id ${text} primary key not null references submission (id) on delete restrict,
    basis ${text} not null check (basis in ('in_person', 'letter', 'note_verbale')),
    attestation ${text} not null,
    language ${text} not null,
    document_id ${text} references signature_document (id) on delete restrict,
    on_behalf ${integer} not null check (on_behalf in (0, 1)),
    check (on_behalf = 0 or document_id is not null)`,
    { clustered: true },
  )
  await index('signature', 'document_id')
  await appendOnly('signature')
}
