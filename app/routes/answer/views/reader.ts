// For whom a page is written: the language, how numbers and times are said, and what day it is.
import type { Speech } from '../../../components/words.tsx'
import { formatterOf } from '../../../moments.ts'

export type Reader = Speech & {
  readonly now: Date
  /** ISO date in the meeting's zone: what `today` means in a questionnaire */
  readonly today: string
}

/** The ISO date of an instant in a time zone. */
export function dayIn(instant: Date, timeZone: string): string {
  const parts = formatterOf('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(instant)
    .map(({ type, value }) => [type, value])
  const { year, month, day } = Object.fromEntries(parts)
  return `${year}-${month}-${day}`
}

/** A name or a text inside a sentence of another direction: isolated, so that neither reorders the other. */
export const isolated = (words: string): string => `\u2068${words}\u2069`

/** "14:03" today, "12 Apr, 14:03" on other days, in the reader's zone. */
export function whenSaid(instant: string, reader: Reader): string {
  const isToday = dayIn(new Date(instant), reader.timeZone) === dayIn(reader.now, reader.timeZone)
  return isToday ? reader.time(instant) : reader.short(instant)
}

/** "Saved 14:03 by K. Solari". */
export function savedWords({ at, by }: { at: string; by: string }, reader: Reader): string {
  return reader.t('answer:saved.by', { time: whenSaid(at, reader), name: isolated(by) })
}
