// Whether answers can be kept now. When they cannot, the house turns read-only, says so, and comes back by itself.
import { kindOf } from '#db/engine.ts'
import { tryWriting } from '#db/probe.ts'
import type { Db } from '#db/tables.ts'
import { type Trouble, troubleOf } from '#db/trouble.ts'
import type { Config } from '../config.ts'
import { errorFields, type Log } from '../log.ts'
import { isTooFull, type Space, spaceOf } from './free-space.ts'

/** `space`: the disk is nearly full, and the rest is kept for what runs. `failure`: the database could not write. */
export type Closed = { readonly why: 'space' | 'failure'; readonly since: Date }
export type Storage = {
  /** null: answers are kept */
  readonly closed: Closed | null
  /** of the disk that the database lies on; null where that is another machine's, or nobody has looked yet */
  readonly space: Space | null
  /** Takes note of what was thrown. @returns what it means; null where the database is not to blame */
  hear(error: unknown): Trouble | null
  /** Looks at the disk, and where the house is closed, whether it can open again; a timer asks. */
  look(): Promise<void>
}
export type StorageParts = {
  readonly db: Db
  readonly config: Pick<Config, 'dataFolder' | 'leastFree'>
  readonly clock: () => Date
  readonly log: Log
  readonly spaceOf?: (folder: string) => Promise<Space>
}

/** Starts open; `look` once before anybody is served. */
export function openStorage(parts: StorageParts): Storage {
  const { db, config, clock, log } = parts
  const measure = parts.spaceOf ?? spaceOf
  const hasOwnDisk = kindOf(db) === 'sqlite'
  let closed: Closed | null = null
  let space: Space | null = null

  const close = (why: Closed['why']) => {
    if (closed?.why === why) return
    closed = { why, since: closed?.since ?? clock() }
    log.error('read-only', { why, free: space?.free })
  }
  const open = () => {
    if (!closed) return
    const seconds = Math.round((clock().getTime() - closed.since.getTime()) / 1000)
    closed = null
    log.warn('writable again', { seconds, free: space?.free })
  }

  return {
    get closed() {
      return closed
    },
    get space() {
      return space
    },
    hear(error) {
      const trouble = troubleOf(error)
      if (trouble === 'unwritable' || trouble === 'damaged') {
        log.error('database refuses', { trouble, ...errorFields(error) })
        close('failure')
      } else if (trouble) log.warn('database', { trouble, ...errorFields(error) })
      return trouble
    },
    async look() {
      if (hasOwnDisk) space = await measure(config.dataFolder)
      if (space && isTooFull(space, config.leastFree, closed?.why === 'space')) return close('space')
      if (closed && (await canWrite(db, log))) open()
    },
  }
}

async function canWrite(db: Db, log: Log): Promise<boolean> {
  try {
    await tryWriting(db)
    return true
  } catch (error) {
    log.warn('still read-only', errorFields(error))
    return false
  }
}
