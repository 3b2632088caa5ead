// Floors: what the database alone reaches, asked in the fewest words by better-sqlite3 itself.
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Field } from '#surveys/definition/model.ts'
import { type Measured, measureSync, ownMilliseconds } from './measure.ts'
import { addMeeting, addRound, openWorld } from './world.ts'

/**
 * One transaction that writes the rows of one save, on a database of its own with the same tables, `synchronous=FULL`: the
 * cell, its history, the reply's progress, the intent with its answer, the audit entry and the two heads of the trail.
 */
export async function measureTransaction(folder: string, seconds: number): Promise<Measured> {
  const file = join(folder, 'floor', 'house.db')
  rmSync(join(folder, 'floor'), { recursive: true, force: true })
  const world = await openWorld(join(folder, 'floor'))
  await addRound(world, await addMeeting(world, 1), { kind: 'sixty', slug: 'floor', until: 'answered' })
  await world.database.close()
  const sqlite = new Sqlite(file)
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on'])
    sqlite.pragma(pragma)
  const save = saver(sqlite)
  const measured = measureSync(save, seconds)
  sqlite.close()
  return measured
}

function saver(sqlite: Sqlite.Database): (turn: number) => void {
  type Kept = { response_id: string; field: string; revision: number } & Record<string, unknown>
  const cell = sqlite.prepare<[], Kept>("select * from cell where field = 'number_1'").get()
  const entry = sqlite
    .prepare<[], { seq: number; link: number; chain: string } & Record<string, unknown>>(
      'select * from audit order by seq desc limit 1',
    )
    .get()
  const progress = sqlite.prepare<[], string>('select progress from response').pluck().get()
  if (!cell || !entry) throw new Error('the floor has no reply')
  const columns = Object.keys(cell)
  const into = (table: string, row: object) =>
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((column) => `@${column}`)})`
  const upsert = sqlite.prepare(
    `${into('cell', cell)} on conflict (response_id, field) do update set ${columns.map((column) => `${column} = excluded.${column}`)}`,
  )
  const history = sqlite.prepare(into('cell_history', cell))
  const audit = sqlite.prepare(into('audit', entry))
  const head = sqlite.prepare('update audit_head set link = ?, hash = ? where chain = ?')
  const intent = sqlite.prepare(into('intent', INTENT))
  const touch = sqlite.prepare('update response set last_activity_at = ?, progress = ? where id = ?')
  return (turn) => {
    const row = { ...cell, revision: cell.revision + 1 + turn, value: String(turn) }
    sqlite.exec('begin immediate')
    intent.run({ ...INTENT, account_id: cell.by_account, key: String(turn), at: cell.at })
    history.run(row)
    upsert.run(row)
    touch.run(cell.at, progress, cell.response_id)
    audit.run({
      ...entry,
      seq: entry.seq + 1 + turn,
      link: entry.link + 1 + turn,
      hash: hash(turn),
      previous_hash: hash(turn - 1),
    })
    head.run(entry.link + 1 + turn, hash(turn), entry.chain)
    head.run(entry.seq + 1 + turn, hash(turn), '*')
    sqlite.exec('commit')
  }
}

/** With an answer as long as a save's. */
const INTENT = { account_id: '', key: '', request_hash: '0'.repeat(64), answer: `"${'x'.repeat(80)}"`, at: '' }

const hash = (turn: number) => String(turn + 1).padStart(64, '0')

export type Reading = 'read' | 'group' | 'iterate'

/** The fewest words in which a round's official cells are asked for. @param fields of interest to `read` and `group` */
export function sentence(what: Reading, roundId: string, fields: readonly Field[]): string {
  const named = (some: readonly Field[]) => some.map(({ name }) => `'${name}'`).join(', ') || "''"
  const texts = fields.filter(({ question }) => question.type === 'text' || question.type === 'long_text')
  const from = `from response r join submission_cell c on c.submission_id = r.official_submission_id
    where r.round_id = '${roundId}'`
  switch (what) {
    case 'read':
      return `select c.submission_id, c.field, c.value, c.absence ${from} and c.field in (${named(fields)})`
    case 'group':
      return `select c.field, c.absence, case when c.field in (${named(texts)}) then null else c.value end as said, count(*)
        ${from} group by 1, 2, 3`
    case 'iterate':
      return `select r.country, c.field, c.value, c.absence, c.comment, c.language ${from} order by r.place, c.field`
  }
}

/**
 * CPU milliseconds: `read` all cells of these fields, `group` and count equal answers (of free texts, how many there are), or
 * take every row in hand once, in protocol order.
 */
export function readRaw(file: string, what: Reading, roundId: string, fields: readonly Field[]): number {
  const sqlite = new Sqlite(file, { readonly: true })
  // SQLite would sort a whole table of cells if it did not begin with the replies.
  const statement = sqlite.prepare(sentence(what, roundId, fields).replace(' join ', ' cross join '))
  const began = ownMilliseconds()
  let rows = 0
  if (what === 'iterate') for (const row of statement.iterate()) rows += row ? 1 : 0
  else rows = statement.all().length
  const elapsed = ownMilliseconds() - began
  sqlite.close()
  if (rows === 0) throw new Error('the floor read nothing')
  return elapsed
}

/** A server that answers `alive` and does nothing else: started as a process of its own. */
if (import.meta.main) {
  createServer((_, response) => response.end('alive\n')).listen(Number(process.env.PORT), '127.0.0.1')
}
