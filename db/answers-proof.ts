// Proves the answers against the trail: what is stored now is what was recorded when it was saved and signed.
import type { Cell } from '#surveys/answering/model.ts'
import type { ReplyDocument } from '#surveys/answering/reply.ts'
import { responseChain } from './audit.ts'
import { contentsOf, readCell } from './cells.ts'
import { digestOf, sha256 } from './digest.ts'
import { submittedCells } from './submissions.ts'
import type { Db, Row } from './tables.ts'

export type AnswerFault = {
  readonly responseId: string
  readonly country: string
  /**
   * history: a saved revision is not what the trail recorded · current: an answer is not its last revision ·
   * document: a sealed document has another hash, or its entry is not in the trail · submitted: what results read is not
   * what was sealed
   */
  readonly what: 'history' | 'current' | 'document' | 'submitted'
  /** the entry (`seq 12`), the field, or the revision */
  readonly where: string
}

/**
 * Compares every response with its chain, one response in memory at a time. The chain itself is proved by `verifyAudit`.
 * @returns the faults found, at most one of each kind per response; empty: every answer is what was recorded
 */
export async function verifyAnswers(db: Db): Promise<AnswerFault[]> {
  const faults: AnswerFault[] = []
  for (const response of await db.selectFrom('response').selectAll().orderBy('created_at').orderBy('id').execute()) {
    const found = {
      history: await historyFault(db, response),
      current: await currentFault(db, response),
      document: await documentFault(db, response),
      submitted: await submittedFault(db, response),
    }
    for (const [what, where] of Object.entries(found) as [AnswerFault['what'], string | undefined][]) {
      if (where) faults.push({ responseId: response.id, country: response.country, what, where })
    }
  }
  return faults
}

/** Each entry names the fields and revisions it wrote: their digest must be the one it kept. */
async function historyFault(db: Db, { id, salt }: Row<'response'>): Promise<string | undefined> {
  const rows = await db.selectFrom('cell_history').selectAll().where('response_id', '=', id).execute()
  const history = new Map(rows.map((row) => [`${row.field}/${row.revision}`, readCell(row)]))
  let recorded = 0
  for (const { seq, details, after_digest } of await entriesOf(db, id)) {
    const { fields } = JSON.parse(details) as { fields?: Record<string, number> }
    if (!fields) continue
    const cells = Object.entries(fields).map(([field, revision]) => history.get(`${field}/${revision}`))
    recorded += cells.length
    if (digestOf(contentsOf(cells), salt) !== after_digest) return `seq ${seq}`
  }
  return recorded === history.size ? undefined : `${history.size - recorded} revisions that no entry records`
}

function entriesOf(db: Db, responseId: string) {
  const query = db.selectFrom('audit').select(['seq', 'hash', 'action', 'details', 'after_digest'])
  return query.where('chain', '=', responseChain(responseId)).orderBy('seq').execute()
}

async function currentFault(db: Db, { id }: Row<'response'>): Promise<string | undefined> {
  const columns = ['field', 'value', 'absence', 'comment', 'typed', 'language', 'revision', 'at', 'by_account'] as const
  const last = new Map<string, string>()
  const history = db.selectFrom('cell_history').select(columns).where('response_id', '=', id)
  for (const row of await history.orderBy('revision').execute()) last.set(row.field, JSON.stringify(row))
  const cells = await db.selectFrom('cell').select(columns).where('response_id', '=', id).execute()
  const changed = cells.find((row) => last.get(row.field) !== JSON.stringify(row))
  if (changed) return changed.field
  return cells.length === last.size ? undefined : 'a field that has a history'
}

const SUBMITTED = ['response.submitted', 'response.submitted_for']

async function documentFault(db: Db, { id }: Row<'response'>): Promise<string | undefined> {
  const submissions = await db.selectFrom('submission').selectAll().where('response_id', '=', id).execute()
  const signed = new Map((await entriesOf(db, id)).map((entry) => [entry.hash, entry.after_digest]))
  const wrong = submissions.find(
    ({ document, hash, audit_head }) => sha256(document) !== hash || signed.get(audit_head) !== hash,
  )
  if (wrong) return `revision ${wrong.revision}`
  const recorded = (await entriesOf(db, id)).filter(({ action }) => SUBMITTED.includes(action)).length
  return recorded === submissions.length ? undefined : 'a revision that the trail records'
}

async function submittedFault(db: Db, { id }: Row<'response'>): Promise<string | undefined> {
  const submissions = await db.selectFrom('submission').selectAll().where('response_id', '=', id).execute()
  for (const { id: submission, revision, document } of submissions) {
    const { cells } = JSON.parse(document) as ReplyDocument
    const sealed = cells.map((cell): Cell => ({ ...BLANK, ...cell }))
    const read = [...(await submittedCells(db, submission)).values()]
    if (digestOf(contentsOf(sealed)) !== digestOf(contentsOf(read))) return `revision ${revision}`
  }
  return undefined
}

const BLANK = { value: null, absence: null, comment: null, typed: null, language: null } as const
