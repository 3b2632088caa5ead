// A disk whose power can be cut: what was synced is there afterwards, the rest perhaps, in any order, or half of it.
import type { Dice } from '../../support/dice.ts'
import type { Event } from './trace.ts'

type Change = Extract<Event, { kind: 'write' | 'truncate' }>
type File = {
  /** what is certainly there */
  content: Buffer
  /** the bytes of `content` that count */
  size: number
  /** its name is on the disk: the folder was synced after it was made */
  isNamed: boolean
  /** written since the last sync, in order */
  pending: Change[]
}

/** Sectors are written whole or not at all; pages are not. */
const SECTOR = 512

export class Disk {
  readonly #files = new Map<string, File>()
  readonly #folder: string

  /** @param files what lies there before, by path */
  constructor(folder: string, files: ReadonlyMap<string, Buffer>) {
    this.#folder = folder
    for (const [path, content] of files) {
      this.#files.set(path, { content, size: content.length, isNamed: true, pending: [] })
    }
  }

  apply(event: Event): void {
    if (event.kind === 'said') return
    if (event.kind === 'sync' && event.path === this.#folder) {
      for (const file of this.#files.values()) file.isNamed = true
      return
    }
    const file = this.#fileAt(event.path)
    if (event.kind === 'sync') {
      for (const change of file.pending) change.kind === 'write' ? put(file, change) : cut(file, change.size)
      file.pending = []
    } else if (event.kind !== 'create') file.pending.push(event)
  }

  #fileAt(path: string): File {
    const known = this.#files.get(path) ?? { content: Buffer.alloc(0), size: 0, isNamed: false, pending: [] }
    this.#files.set(path, known)
    return known
  }

  /** What is left when the power goes now and nothing unsynced has reached the disk. */
  synced(): Map<string, Buffer> {
    const named = [...this.#files].filter(([, file]) => file.isNamed)
    return new Map(named.map(([path, { content, size }]) => [path, content.subarray(0, size)]))
  }

  /** What may be left as well: any of the unsynced changes, in another order, and the last of them torn. */
  torn(dice: Dice): Map<string, Buffer> {
    const left = new Map<string, Buffer>()
    for (const [path, { content, size, isNamed, pending }] of this.#files) {
      if (!isNamed) continue
      const file = { content: Buffer.from(content.subarray(0, size)), size, isNamed, pending }
      const chosen = dice.shuffle(pending.filter(() => dice.chance(0.5)))
      for (const [index, change] of chosen.entries()) {
        if (change.kind === 'truncate') cut(file, change.size)
        else put(file, index === chosen.length - 1 ? tear(change, dice) : change)
      }
      left.set(path, file.content.subarray(0, file.size))
    }
    return left
  }
}

function put(file: File, { offset, bytes }: { offset: number; bytes: Buffer }): void {
  const end = offset + bytes.length
  if (end > file.content.length) {
    const larger = Buffer.alloc(Math.max(end, file.content.length * 2))
    file.content.copy(larger, 0, 0, file.size)
    file.content = larger
  }
  if (offset > file.size) file.content.fill(0, file.size, offset)
  bytes.copy(file.content, offset)
  file.size = Math.max(file.size, end)
}

function cut(file: File, size: number): void {
  if (size > file.size) put(file, { offset: size - 1, bytes: Buffer.alloc(1) })
  file.size = size
}

function tear({ offset, bytes }: { offset: number; bytes: Buffer }, dice: Dice): { offset: number; bytes: Buffer } {
  const sectors = Math.floor(bytes.length / SECTOR)
  return { offset, bytes: bytes.subarray(0, dice.between(0, sectors) * SECTOR) }
}
