// Many replies from a few: real ones, saved and signed by the house's own sentences, copied under other countries' names.
import { createHash, randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { hashOf, responseChain, WHOLE_TRAIL } from '#db/audit.ts'
import type { Row } from '#db/tables.ts'

export type Twin = { readonly template: string; readonly country: string; readonly place: number }

/**
 * Adds replies to an SQLite database that no server has open: responses, cells, history, submissions and their trail, row
 * for row what saving and signing would have written. `verifyAudit` and `verifyAnswers` find nothing to say about them.
 * @param file of the database
 * @param twins whose reply is to be said by which country, at which place in protocol order
 */
export function multiply(file: string, twins: readonly Twin[]): void {
  const sqlite = new Sqlite(file)
  // Written once and synced at the end: a benchmark that is interrupted starts again.
  for (const pragma of ['synchronous = off', 'foreign_keys = off', 'cache_size = -400000', 'temp_store = memory'])
    sqlite.pragma(pragma)
  sqlite.exec('begin immediate')
  const pairs = pair(sqlite, twins)
  copyRows(sqlite)
  copySubmissions(sqlite, pairs)
  sqlite.exec('drop table temp.twin; commit')
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.close()
}

type Pair = Twin & { readonly id: string; readonly submission: string | null; readonly official: string | null }

/** Gives every twin its ids; sorted, because the tables of cells lie in the order of their keys. */
function pair(sqlite: Sqlite.Database, twins: readonly Twin[]): Pair[] {
  sqlite.exec(`create temp table twin (template text not null, id text primary key, country text not null,
    place integer not null, official text, submission text) without rowid`)
  const official = sqlite.prepare<[string], string | null>('select official_submission_id from response where id = ?')
  const insert = sqlite.prepare(
    'insert into temp.twin values (@template, @id, @country, @place, @official, @submission)',
  )
  const pairs = twins.map((twin): Pair => {
    const signed = official.pluck().get(twin.template) ?? null
    return { ...twin, id: randomUUID(), official: signed, submission: signed && randomUUID() }
  })
  for (const one of pairs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) insert.run(one)
  return pairs
}

function copyRows(sqlite: Sqlite.Database): void {
  const own = { id: 't.id', country: 't.country', place: 't.place', official_submission_id: 't.submission' }
  copy(sqlite, 'response', 'id', 'template', own)
  for (const table of ['cell', 'cell_history'] as const)
    copy(sqlite, table, 'response_id', 'template', { response_id: 't.id' })
  copy(sqlite, 'submission_cell', 'submission_id', 'official', { submission_id: 't.submission' })
}

/** Copies a table's rows of each template for its twins; `others`: what differs. */
function copy(
  sqlite: Sqlite.Database,
  table: string,
  key: string,
  from: 'template' | 'official',
  others: Readonly<Record<string, string>>,
): void {
  const columns = sqlite.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all()
  const values = columns.map((column) => others[column] ?? `s.${column}`)
  const order = from === 'template' ? 't.id' : 't.submission'
  sqlite.exec(`insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
    from temp.twin t join ${table} s on s.${key} = t.${from} order by ${order}`)
}

type Audit = Row<'audit'>

/** Documents name their country, so their hashes differ, and with them the trail. */
function copySubmissions(sqlite: Sqlite.Database, pairs: readonly Pair[]): void {
  const submission = sqlite.prepare<[string], Row<'submission'>>('select * from submission where id = ?')
  const country = sqlite.prepare<[string], string>('select country from response where id = ?').pluck()
  const keep = sqlite.prepare(insertInto(sqlite, 'submission'))
  const write = trailWriter(sqlite)
  for (const { template, id, country: code, official, submission: signed } of pairs) {
    const source = official === null ? undefined : submission.get(official)
    const document = source?.document.replace(`"country":"${country.get(template)}"`, `"country":"${code}"`) ?? ''
    const hash = createHash('sha256').update(document).digest('hex')
    const audit_head = write.copy(template, id, source ? [source.hash, hash] : undefined)
    if (source) keep.run({ ...source, id: signed, response_id: id, document, hash, audit_head })
  }
  write.finish()
}

/** Copies chains: the same deeds, by the same people, with places in the trail and hashes of their own. */
function trailWriter(sqlite: Sqlite.Database) {
  const entries = sqlite.prepare<[string], Audit>('select * from audit where chain = ? order by link')
  const add = sqlite.prepare(insertInto(sqlite, 'audit'))
  const head = sqlite.prepare(
    'insert into audit_head (chain, link, hash) values (?, ?, ?) on conflict (chain) do update set link = excluded.link, hash = excluded.hash',
  )
  const whole = sqlite.prepare<[string], { link: number; hash: string }>(
    'select link, hash from audit_head where chain = ?',
  )
  let last = whole.get(WHOLE_TRAIL) ?? { link: 0, hash: '' }
  return {
    /** @returns the hash of the entry that says it was signed, or of the last one */
    copy(template: string, id: string, signed: readonly [string, string] | undefined): string {
      const [before = '', after = ''] = signed ?? []
      const chain = responseChain(id)
      let previous = '0'.repeat(64)
      let link = 0
      for (const { hash: _, previous_hash: __, ...entry } of entries.all(responseChain(template))) {
        const isSigned = before !== '' && entry.after_digest === before
        const details = isSigned ? entry.details.replaceAll(before, after) : entry.details
        const after_digest = isSigned ? after : entry.after_digest
        const copied = { ...entry, seq: last.link + 1, chain, subject: chain, details, after_digest }
        const hash = hashOf(copied, previous)
        add.run({ ...copied, previous_hash: previous, hash })
        last = { link: copied.seq, hash }
        previous = hash
        link = entry.link
      }
      if (link > 0) head.run(chain, link, previous)
      return previous
    },
    finish: () => head.run(WHOLE_TRAIL, last.link, last.hash),
  }
}

function insertInto(sqlite: Sqlite.Database, table: string): string {
  const columns = sqlite.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all()
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`
}
