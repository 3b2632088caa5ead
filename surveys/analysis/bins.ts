// Numbers and dates in a handful of equal steps, so that a few values can be counted.

/** `from` included, `to` excluded; ISO dates for dates. A whole number's step of one has `from` only. */
export type Bin = { readonly from: number | string; readonly to: number | string | null; readonly count: number }

const MOST_BINS = 8
const SMALLEST_STEP = 1e-6
const DAY = 86_400_000

/** Days since 1970 of an ISO date; an empty list when it is none. */
export function dayOf(date: string): number[] {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) ? [] : [time / DAY]
}

/** ISO date of a day; a day between two is rounded down. */
export function dayText(day: number): string {
  return new Date(Math.floor(day) * DAY).toISOString().slice(0, 10)
}

/**
 * Counts by steps of 1, 2 or 5 times a power of ten, about eight of them, empty ones included.
 * @returns an empty list when there are no values
 */
export function binNumbers(values: readonly number[]): Bin[] {
  if (values.length === 0) return []
  const isWhole = values.every(Number.isInteger)
  const step = niceStep((Math.max(...values) - Math.min(...values)) / MOST_BINS, isWhole ? 1 : 0)
  // 0.3 / 0.1 is a hair below 3
  const slots = values.map((value) => Math.floor(value / step + 1e-9))
  const start = Math.min(...slots)
  return Array.from({ length: Math.max(...slots) - start + 1 }, (_, index) => ({
    from: round((start + index) * step),
    to: isWhole && step === 1 ? null : round((start + index + 1) * step),
    count: slots.filter((slot) => slot === start + index).length,
  }))
}

/** The smallest step of the series 1, 2, 5, 10 … that is large enough. */
function niceStep(wanted: number, least: number): number {
  const needed = Math.max(wanted, least)
  // no question asks for more than six decimals: what lies closer together is one value
  if (needed < SMALLEST_STEP) return 1
  const power = 10 ** Math.floor(Math.log10(needed))
  const factor = [1, 2, 5, 10].find((one) => one * power >= needed * (1 - 1e-9)) ?? 10
  return factor * power
}

const round = (value: number) => Number(value.toPrecision(12))

/** Counts by month where all lie within eight months, else by so many years; empty ones included. */
export function binDates(days: readonly number[]): Bin[] {
  if (days.length === 0) return []
  const dates = days.map((day) => new Date(day * DAY))
  const months = dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth())
  const span = Math.max(...months) - Math.min(...months)
  const size = span < MOST_BINS ? 1 : 12 * niceStep(span / 12 / MOST_BINS, 1)
  const slots = months.map((month) => Math.floor(month / size))
  const start = Math.min(...slots)
  return Array.from({ length: Math.max(...slots) - start + 1 }, (_, index) => ({
    from: monthText((start + index) * size),
    to: monthText((start + index + 1) * size),
    count: slots.filter((slot) => slot === start + index).length,
  }))
}

function monthText(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)
}
