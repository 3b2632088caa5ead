// From the day and the hour on a clock somewhere to the instant that is kept, and back.

const MINUTE = 60_000

/** What a clock on the wall shows: an ISO date and `HH:MM`. */
export type WallTime = { readonly date: string; readonly time: string }

/**
 * The instant at which a clock in this zone shows this time. In the hour that a clock skips in spring it is the moment the
 * clock has moved to; in the hour that it shows twice in autumn, the first of the two.
 * @param timeZone IANA name
 */
export function instantOf({ date, time }: WallTime, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  // The offset before the guess and after it differ only around a change of the clock.
  const guesses = [asUtc - offsetAt(asUtc - 1440 * MINUTE, timeZone), asUtc - offsetAt(asUtc + 1440 * MINUTE, timeZone)]
  const exact = guesses.filter((guess) => guess + offsetAt(guess, timeZone) === asUtc)
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...guesses))
}

/** What a clock in this zone shows at an instant. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** Milliseconds that the zone is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}
