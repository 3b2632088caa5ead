// The same floors on PostgreSQL, asked by its driver alone. CPU is what this side of the connection takes.
import pg from 'pg'
import type { Field } from '#surveys/definition/model.ts'
import { type Reading, sentence } from './floors.ts'
import { type Measured, measure, ownMilliseconds } from './measure.ts'

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Tables as the house's, with nothing in them and nobody who watches. */
const TABLES = ['intent', 'cell_history', 'cell', 'audit'] as const

/** One transaction that writes the rows of one save, into tables of its own; acknowledged when the disk has it. */
export function measureTransaction(url: string, seconds: number): Promise<Measured> {
  return connected(url, async (client) => {
    await client.query('create schema floor')
    const templates: Record<string, Record<string, unknown>> = {}
    for (const table of TABLES) {
      await client.query(`create table floor.${table} (like public.${table})`)
      templates[table] = (await client.query(`select * from public.${table} limit 1`)).rows[0] ?? {}
    }
    await client.query('create table floor.head as select * from public.audit_head limit 2')
    const insert = (table: string) => {
      const row = templates[table] ?? {}
      const names = Object.keys(row)
      const text = `insert into floor.${table} (${names}) values (${names.map((_, place) => `$${place + 1}`)})`
      return client.query({ name: table, text, values: Object.values(row) })
    }
    const work = async (turn: number) => {
      await client.query('begin')
      for (const table of TABLES) if (Object.keys(templates[table] ?? {}).length > 0) await insert(table)
      await client.query({ name: 'head', text: 'update floor.head set link = $1', values: [turn] })
      await client.query('commit')
    }
    return measure({ work, seconds })
  })
}

/** CPU milliseconds; `iterate` takes the rows from a cursor, a thousand at a time. */
export function readRaw(url: string, what: Reading, roundId: string, fields: readonly Field[]): Promise<number> {
  return connected(url, async (client) => {
    const text = sentence(what, roundId, fields)
    const began = ownMilliseconds()
    let rows = 0
    if (what === 'iterate') {
      await client.query('begin')
      await client.query(`declare rows cursor for ${text}`)
      for (let some = 1; some > 0; rows += some) some = (await client.query('fetch 1000 from rows')).rows.length
      await client.query('commit')
    } else rows = (await client.query(text)).rows.length
    if (rows === 0) throw new Error('the floor read nothing')
    return ownMilliseconds() - began
  })
}
