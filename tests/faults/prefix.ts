// Whether a restored database is the beginning of what the running one went on with.
import type { Db } from '#db/tables.ts'

/**
 * What differs between a database that was restored from a backup and the beginning of the one it was made of.
 * @param upTo the entry of the trail that the backup ends with
 */
export async function differencesFromPrefix(
  restored: Db,
  live: Db,
  upTo: { seq: number; hash: string },
): Promise<string[]> {
  const differences: string[] = []
  const entries = (db: Db) => db.selectFrom('audit').selectAll().where('seq', '<=', upTo.seq).orderBy('seq').execute()
  const [here, there] = [await entries(restored), await entries(live)]
  if (JSON.stringify(here) !== JSON.stringify(there)) differences.push('the trail')
  if (here.at(-1)?.hash !== upTo.hash) differences.push('the end of the trail')
  // Nothing but the restore itself comes after it.
  const after = await restored.selectFrom('audit').select('action').where('seq', '>', upTo.seq).execute()
  if (after.map(({ action }) => action).join() !== 'backup.restored') differences.push('what follows in the trail')
  const history = (db: Db) =>
    db.selectFrom('cell_history').selectAll().orderBy('response_id').orderBy('field').orderBy('revision').execute()
  const kept = new Map((await history(live)).map((row) => [nameOf(row), JSON.stringify(row)]))
  const rows = await history(restored)
  if (rows.some((row) => kept.get(nameOf(row)) !== JSON.stringify(row))) differences.push('the history of answers')
  // Each entry of the prefix that saved an answer has its revisions in the backup, and no later one has.
  const saved = here.reduce((sum, { details }) => sum + Object.keys(JSON.parse(details).fields ?? {}).length, 0)
  if (saved !== rows.length) differences.push(`${saved} revisions in the trail, ${rows.length} in the history`)
  return differences
}

const nameOf = (row: { response_id: string; field: string; revision: number }) =>
  `${row.response_id} ${row.field} ${row.revision}`
