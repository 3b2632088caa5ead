// Tries whether anything can be kept: writes for real, and takes it away again.
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** As much as a large form leaves behind: a disk that takes only a few bytes more would fail the next person. */
const BYTES = 256 * 1024
const NAME = 'probe'

/** @throws what the database says when it cannot keep anything now */
export async function tryWriting(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('setting')
      .values({ name: NAME, value: '-'.repeat(BYTES) })
      .execute()
    await trx.deleteFrom('setting').where('name', '=', NAME).execute()
  })
}
