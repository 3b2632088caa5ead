// Settings of the installation that people change while it runs: a name and a text.
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** The text kept under a name; undefined when nobody set it. */
export async function findSetting(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

/** Keeps a text under a name, and says so in the trail (digests only: a setting may be a secret). */
export async function saveSetting(
  db: Db,
  { name, value, ...act }: Act & { name: string; value: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const before = await findSetting(trx, name)
    if (before === value) return
    await trx
      .insertInto('setting')
      .values({ name, value })
      .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
      .execute()
    await recordAudit(trx, {
      ...act,
      chains: [HOUSE],
      action: 'setting.changed',
      subject: `setting:${name}`,
      before,
      after: value,
    })
  })
}
