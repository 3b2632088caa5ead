// Who follows a stage hears of each change: one look at the database for all who follow it, however many they are.
import type { Kysely } from 'kysely'
import { revisionOf } from '#db/stages.ts'
import type { Tables } from '#db/tables.ts'

/** Milliseconds between two looks: a screen is at most this late. */
const LOOK = 400

type Listener = (revision: number) => void
type Watch = { readonly listeners: Set<Listener>; readonly timer: NodeJS.Timeout; revision: number | null }

/** By database, so that two houses in one process (as in tests) never share anything. */
const houses = new WeakMap<Kysely<Tables>, Map<string, Watch>>()

/**
 * Follows the stage of a meeting: the listener hears its revision at once where it is known, and whenever it grows.
 * @returns a function that ends it
 */
export function watchStage(db: Kysely<Tables>, meetingId: string, listener: Listener): () => void {
  const house = houses.get(db) ?? new Map<string, Watch>()
  houses.set(db, house)
  const watch = house.get(meetingId) ?? startWatch(db, meetingId)
  house.set(meetingId, watch)
  watch.listeners.add(listener)
  if (watch.revision !== null) listener(watch.revision)
  return () => {
    watch.listeners.delete(listener)
    if (watch.listeners.size > 0 || house.get(meetingId) !== watch) return
    clearInterval(watch.timer)
    house.delete(meetingId)
  }
}

function startWatch(db: Kysely<Tables>, meetingId: string): Watch {
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    try {
      const revision = await revisionOf(db, meetingId)
      if (revision === null || revision === watch.revision) return
      watch.revision = revision
      for (const listener of watch.listeners) listener(revision)
    } catch {
      // The database is away for a moment: those who follow keep their slide, and the next look tells them.
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(look, LOOK)
  timer.unref()
  const watch: Watch = { listeners: new Set(), timer, revision: null }
  void look()
  return watch
}
