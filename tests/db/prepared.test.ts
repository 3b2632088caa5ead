// Statements are prepared once, and give what they would give anew.
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { preparedOnce } from '#db/prepared.ts'

function aDatabase() {
  const sqlite = new Sqlite(':memory:')
  const database = preparedOnce(sqlite)
  database.prepare('create table thing (id integer primary key, name text)').run([])
  database.prepare('insert into thing (name) values (?)').run(['one'])
  return { sqlite, database }
}

test('the same words are the same statement, with other values each time', () => {
  const { database } = aDatabase()
  const insert = 'insert into thing (name) values (?)'
  expect(database.prepare(insert)).toBe(database.prepare(insert))
  database.prepare(insert).run(['two'])
  expect(database.prepare('select name from thing order by id').all([])).toEqual([{ name: 'one' }, { name: 'two' }])
})

test('a statement sees the columns that a table has got since', () => {
  const { database } = aDatabase()
  const all = 'select * from thing'
  expect(database.prepare(all).all([])).toEqual([{ id: 1, name: 'one' }])
  database.prepare("alter table thing add column note text default ''").run([])
  expect(database.prepare(all).all([])).toEqual([{ id: 1, name: 'one', note: '' }])
})

test('rows that are still being read do not stand in the way of the same question', () => {
  const { database } = aDatabase()
  const all = 'select name from thing'
  const reading = database.prepare(all).iterate([])
  expect([...database.prepare(all).iterate([])]).toEqual([{ name: 'one' }])
  expect([...reading]).toEqual([{ name: 'one' }])
})

test('statements that nobody asks for any more are let go', () => {
  const { database } = aDatabase()
  const first = database.prepare('select 0 as number')
  for (let number = 1; number <= 400; number += 1) database.prepare(`select ${number} as number`)
  expect(database.prepare('select 0 as number')).not.toBe(first)
})
