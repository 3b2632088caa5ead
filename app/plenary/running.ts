// The running order of a session: what is on now, what is next, and how far behind the plan it is.
import type { AgendaItem } from '#db/agenda.ts'
import type { Stage } from '#db/stages.ts'

export type Timed = Pick<AgendaItem, 'id' | 'startsAt' | 'minutes'>
export type Running = {
  readonly now: string | null
  readonly next: string | null
  /** whole minutes that the item on the screens has been on beyond its time; 0 while it is in time */
  readonly over: number
}

const MINUTE = 60_000

/** By id, when each item begins by the plan: its own time, or the end of the one before; null before the first time. */
export function plannedStarts(items: readonly Timed[]): Map<string, string | null> {
  const starts = new Map<string, string | null>()
  let free: number | null = null
  for (const { id, startsAt, minutes } of items) {
    const start: number | null = startsAt ? Date.parse(startsAt) : free
    starts.set(id, start === null ? null : new Date(start).toISOString())
    free = start === null ? null : start + minutes * MINUTE
  }
  return starts
}

/** What the stage shows decides; before anything was shown, nothing is on. */
export function runningOf(
  items: readonly Timed[],
  stage: Pick<Stage, 'itemId' | 'endsAt'> | undefined,
  now: Date,
): Running {
  const place = items.findIndex(({ id }) => id === stage?.itemId)
  const late = place >= 0 && stage?.endsAt ? now.getTime() - Date.parse(stage.endsAt) : 0
  return {
    now: items[place]?.id ?? null,
    next: items[place + 1]?.id ?? null,
    over: Math.max(0, Math.floor(late / MINUTE)),
  }
}
