// Discussion inside a delegation, question by question. Nothing of it is written to the trail, which the team reads.
import type { Transaction } from 'kysely'
import { mayEditRemark, mayEraseRemark, type Remark } from '#surveys/answering/discussion.ts'
import type { Act } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

function remarksOf(db: Db, responseId: string) {
  return db
    .selectFrom('remark')
    .innerJoin('account', 'account.id', 'remark.by_account')
    .selectAll('remark')
    .select('account.name as by')
    .where('remark.response_id', '=', responseId)
}

type Row = Awaited<ReturnType<ReturnType<typeof remarksOf>['executeTakeFirstOrThrow']>>

const readRemark = (row: Row): Remark => ({
  number: row.number,
  body: row.body,
  language: row.language,
  at: row.at,
  account: row.by_account,
  by: row.by,
  editedAt: row.edited_at,
  erasedAt: row.erased_at,
})

/** What was said about a question, the oldest first. */
export async function listRemarks(db: Db, responseId: string, field: string): Promise<Remark[]> {
  const rows = await remarksOf(db, responseId).where('field', '=', field).orderBy('number').execute()
  return rows.map(readRemark)
}

/** What others said or put right after a time, the youngest first. @param except an account */
export async function remarksSince(
  db: Db,
  responseId: string,
  { since, except }: { since: string; except: string },
): Promise<(Remark & { readonly field: string })[]> {
  const rows = await remarksOf(db, responseId)
    .where('by_account', '<>', except)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('at', '>', since), eb('edited_at', '>', since)]))
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({ ...readRemark(row), field: row.field }))
}

/** By field, how much is said; what was erased does not count. */
export async function countRemarks(db: Db, responseId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('remark')
    .select(({ fn }) => ['field', fn.countAll<number | string>().as('count')])
    .where('response_id', '=', responseId)
    .where('erased_at', 'is', null)
    .groupBy('field')
    .execute()
  return new Map(rows.map(({ field, count }) => [field, Number(count)]))
}

type Saying = Act & { readonly responseId: string; readonly field: string }
type Words = { readonly body: string; readonly language: string }

/** Adds a word. @returns its number */
export async function addRemark(db: Db, { responseId, field, ...saying }: Saying & Words): Promise<number> {
  return inTransaction(db, async (trx) => {
    await holdThread(trx, responseId)
    const { last } = await trx
      .selectFrom('remark')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('response_id', '=', responseId)
      .where('field', '=', field)
      .executeTakeFirstOrThrow()
    const number = Number(last ?? 0) + 1
    const { body, language, at, actor } = saying
    const place = { response_id: responseId, field, number }
    const words = { body, language, at, by_account: actor, edited_at: null, erased_at: null }
    await trx
      .insertInto('remark')
      .values({ ...place, ...words })
      .execute()
    return number
  })
}

/** Puts one's own word right. @returns false when it is somebody else's, too old, erased, or not there */
export async function editRemark(db: Db, saying: Saying & Words & { number: number }): Promise<boolean> {
  const { body, language, at } = saying
  const mine = (remark: Remark) => mayEditRemark(remark, saying.actor, at)
  return change(db, saying, mine, { body, language, edited_at: at })
}

/** Takes one's own word back: the place stays, the words are gone for good. */
export async function eraseRemark(db: Db, saying: Saying & { number: number }): Promise<boolean> {
  const mine = (remark: Remark) => mayEraseRemark(remark, saying.actor)
  return change(db, saying, mine, { body: '', erased_at: saying.at })
}

async function change(
  db: Db,
  { responseId, field, number }: Saying & { number: number },
  isAllowed: (remark: Remark) => boolean,
  columns: Partial<Tables['remark']>,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await holdThread(trx, responseId)
    const remark = (await listRemarks(trx, responseId, field)).find((one) => one.number === number)
    if (!remark || !isAllowed(remark)) return false
    const place = trx.updateTable('remark').set(columns).where('response_id', '=', responseId)
    await place.where('field', '=', field).where('number', '=', number).execute()
    return true
  })
}

/** The response is held, so that two who write at once get two numbers. */
async function holdThread(trx: Transaction<Tables>, responseId: string): Promise<void> {
  const response = trx.selectFrom('response').select('id').where('id', '=', responseId)
  await locked(trx, response, 'response').executeTakeFirstOrThrow()
}
