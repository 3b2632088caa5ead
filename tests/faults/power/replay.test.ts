// The short form of the power cut, without strace: the disk that is played back keeps what was synced, and loses the rest.

import { expect, test } from 'vitest'
import { diceOf } from '../../support/dice.ts'
import { Disk } from './disk.ts'
import { type Event, traceReader } from './trace.ts'

const FOLDER = '/data'
const [DB, WAL] = ['/data/house.db', '/data/house.db-wal']

const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
const write = (path: string, text: string, offset: number) =>
  `7 pwrite64(3<${hex(path)}>, "${hex(text)}", ${text.length}, ${offset}) = ${text.length}`
const sync = (path: string) => `7 fdatasync(3<${hex(path)}>) = 0`
const create = (path: string) => `7 openat(AT_FDCWD, "${hex(path)}", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 3<${hex(path)}>`
const said = (text: string) =>
  `7 writev(9<${hex('TCP:[1->2]')}>, [{iov_base="${hex(text)}", iov_len=2}], 1) = ${text.length}`

const eventsOf = (lines: readonly string[]): Event[] => {
  const read = traceReader(FOLDER)
  return lines.flatMap((line) => read(line) ?? [])
}
function after(lines: readonly string[]): Disk {
  const disk = new Disk(FOLDER, new Map([[DB, Buffer.from('base')]]))
  for (const event of eventsOf(lines)) disk.apply(event)
  return disk
}
const left = (disk: Disk, path: string) => disk.synced().get(path)?.toString()

test('what was synced is there after the cut, what was only written is not: said before the sync, it is lost', () => {
  const journal = [create(WAL), sync(FOLDER)]
  expect(left(after([...journal, write(WAL, 'answer', 0), sync(WAL), said('ok')]), WAL)).toBe('answer')
  expect(left(after([...journal, write(WAL, 'answer', 0), said('ok')]), WAL)).toBe('')
  expect(left(after([...journal, write(WAL, 'answer', 0), sync(DB), said('ok')]), WAL)).toBe('')
})

test('a file whose folder was not synced is not there, however well it was synced itself', () => {
  const disk = after([create(WAL), write(WAL, 'answer', 0), sync(WAL)])
  expect([...disk.synced().keys()]).toEqual([DB])
})

test('bytes stand where they were written, a hole is zeros, and what was cut off is gone', () => {
  expect(left(after([write(DB, 'XY', 1), sync(DB)]), DB)).toBe('bXYe')
  expect(left(after([write(DB, 'X', 6), sync(DB)]), DB)).toBe('base\0\0X')
  expect(left(after([`7 ftruncate(3<${hex(DB)}>, 2) = 0`, sync(DB)]), DB)).toBe('ba')
  expect(left(after([`7 ftruncate(3<${hex(DB)}>, 2) = 0`]), DB)).toBe('base')
})

test('a call that another thread interrupted counts where it ends, one that failed not at all', () => {
  const whole = write(DB, 'XY', 0)
  const cut = whole.indexOf(', 2, 0)')
  const halves = [`${whole.slice(0, cut)} <unfinished ...>`, sync(WAL).replace('7 ', '8 ')]
  const events = eventsOf([...halves, `7 <... pwrite64 resumed>${whole.slice(cut)}`])
  expect(events.map(({ kind }) => kind)).toEqual(['sync', 'write'])
  expect(events[1]).toMatchObject({ path: DB, offset: 0, bytes: Buffer.from('XY') })
  expect(eventsOf([write(DB, 'XY', 0).replace('= 2', '= -1 ENOSPC (No space left on device)')])).toEqual([])
  expect(eventsOf([said('ok')])).toEqual([{ kind: 'said', text: 'ok' }])
})

test('a change that the playing back would not follow is an error, never overlooked', () => {
  expect(() => eventsOf([`7 unlink("${hex(WAL)}") = 0`])).toThrow('not followed')
})

test('torn, unsynced writes may be there, whole sectors of them; what was synced always is', () => {
  const page = 'p'.repeat(2048)
  const disk = after([create(WAL), sync(FOLDER), write(WAL, 'synced', 0), sync(WAL), write(WAL, page, 4096)])
  const sizes = new Set<number>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const bytes = disk.torn(diceOf(seed)).get(WAL) ?? Buffer.alloc(0)
    expect(bytes.subarray(0, 6).toString()).toBe('synced')
    sizes.add(bytes.length)
  }
  expect([...sizes].every((size) => size === 6 || (size - 4096) % 512 === 0)).toBe(true)
  expect(sizes.size).toBeGreaterThan(3)
  expect(left(disk, WAL)).toBe('synced')
})
