// Days of the demonstration, counted from the day of seeding, so that it never looks old.

const DAY = 24 * 60 * 60 * 1000

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
 * A moment of the demonstration.
 * @param days from the moment of seeding, a fraction counts as part of the day; negative: before
 */
export function momentFrom(seeded: Date, days: number): string {
  return new Date(seeded.getTime() + days * DAY).toISOString()
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10)
