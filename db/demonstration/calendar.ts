// Days of the demonstration, counted from the day of seeding, so that it never looks old.

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/**
 * @param today ISO date
 * @param token `-20d`, `+3d`: days · `-14m`: the first day of that month · `+6m`: the last day of that month
 * @returns ISO date
 * @throws when the token is none of these
 */
export function dayFrom(today: string, token: string): string {
  const [, sign, count, unit] = /^([+-])(\d+)([dm])$/.exec(token) ?? []
  if (!sign || !count) throw new Error(`“${token}” is not a day of the demonstration.`)
  const offset = Number(`${sign}${count}`)
  const base = new Date(`${today}T00:00:00Z`)
  if (unit === 'd') return isoDay(new Date(base.getTime() + offset * DAY))
  const months = base.getUTCMonth() + offset
  const day = sign === '-' ? Date.UTC(base.getUTCFullYear(), months, 1) : Date.UTC(base.getUTCFullYear(), months + 1, 0)
  return isoDay(new Date(day))
}

/** The words with `{y}`, `{y-1}` … filled in: the year of the day, the one before … */
export function withYears(words: string, today: string): string {
  return words.replace(/\{y(?:-(\d+))?\}/g, (_, back = '0') => String(Number(today.slice(0, 4)) - Number(back)))
}

/**
 * A moment of the demonstration, in working hours: -3 is eight in the morning three days ago, -2.5 noon of that day.
 * @param day from the day of seeding; below 0, so that it lies in the past whatever the hour of seeding
 * @returns ISO 8601 UTC
 */
export function momentFrom(seeded: Date, day: number): string {
  const whole = Math.floor(day)
  const midnight = Math.floor(seeded.getTime() / DAY) * DAY
  return new Date(Math.round(midnight + whole * DAY + (8 + (day - whole) * 8) * HOUR)).toISOString()
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10)
