// Who may import whom: four rooms, one direction.
import { expect, test } from 'vitest'
import { CODE, type Import, importsOf, resolved, roomOf, type Source } from './sources.ts'

const all = CODE.flatMap(importsOf)
const say = (wrong: readonly Import[]) => wrong.map(({ from, what }) => `${from} imports ${what}`)
const inFolder = (folder: string) => (one: Import) => one.from.startsWith(`${folder}/`)
const isPackage = ({ what }: Import) => !/^[#.]/.test(what)

/** What a room may take from outside of the project. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  surveys: /^(?:zod|yaml)$/,
  db: /^(?:kysely|better-sqlite3|pg|node:.+)$/,
}
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  surveys: ['surveys'],
  db: ['db', 'surveys'],
  app: ['app', 'db', 'surveys'],
}

test('a room imports only from the rooms before it, and nobody imports tests', () => {
  const wrong = all.filter((one) => {
    const path = resolved(one)
    const allowed = ROOMS[roomOf(one.from)]
    return path !== null && allowed !== undefined && !allowed.includes(roomOf(path))
  })
  expect(say(wrong)).toEqual([])
})

test('between rooms the way is #, within a room it is relative or #, and it names the file', () => {
  const leaves = (one: Import) => one.what.startsWith('.') && roomOf(resolved(one) ?? '') !== roomOf(one.from)
  const unnamed = (one: Import) => /^[#.]/.test(one.what) && !/\.(?:tsx?|js|json|css\?url|woff2\?url)$/.test(one.what)
  expect(say(all.filter((one) => leaves(one) || unnamed(one)))).toEqual([])
})

test('surveys and db take no package but their own', () => {
  const wrong = all.filter((one) => isPackage(one) && PACKAGES[roomOf(one.from)]?.test(one.what) === false)
  expect(say(wrong)).toEqual([])
})

test('database drivers are imported in the connection only', () => {
  const drivers = all.filter(({ what, from }) => /^(?:better-sqlite3|pg)$/.test(what) && roomOf(from) !== 'tests')
  expect([...new Set(drivers.map(({ from }) => from))]).toEqual(['db/connection.ts'])
})

test('components and enhancements never reach the database', () => {
  const wrong = all.filter(inFolder('app/components')).concat(all.filter(inFolder('app/enhance')))
  expect(say(wrong.filter(({ what }) => what.startsWith('#db/') || what.startsWith('node:')))).toEqual([])
})

test('the enhancement modules are small: no React, no i18next, no zod', () => {
  const wrong = all.filter(inFolder('app/enhance')).filter(isPackage)
  expect(say(wrong)).toEqual([])
})

test('what reaches a browser imports neither zod nor yaml', () => {
  const starts = CODE.filter(({ path }) => /^app\/(?:components|enhance)\//.test(path)).map(({ path }) => path)
  const wrong = reachable(starts)
    .flatMap(importsOf)
    .filter(({ what, isType }) => !isType && /^(?:zod|yaml)$/.test(what))
  expect(say(wrong)).toEqual([])
})

test('migrations import nothing that could change under them', () => {
  const wrong = all.filter(inFolder('db/migrations')).filter(({ what, isType }) => !isType && what !== 'kysely')
  expect(say(wrong)).toEqual([])
})

/** The files that some files import, and theirs, types aside. */
function reachable(starts: readonly string[]): Source[] {
  const byPath = new Map(CODE.map((source) => [source.path, source]))
  const found = new Set(starts)
  for (const path of found) {
    const source = byPath.get(path)
    if (!source) continue
    for (const one of importsOf(source)) {
      const next = one.isType ? null : resolved(one)
      if (next && !next.includes('.server.')) found.add(next)
    }
  }
  return [...found].flatMap((path) => byPath.get(path) ?? [])
}
