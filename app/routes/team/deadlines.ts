// Reading a deadline: a day and an hour on the clock of the meeting, in the future.
import { instantOf } from '#db/wall-clock.ts'
import type { FormReading } from './reading.ts'

/**
 * Reads `deadline`; a moment that has passed already helps nobody.
 * @returns ISO 8601 UTC; null when nothing was entered, or something is wrong
 */
export function readDeadline(
  form: FormReading,
  { timeZone, now, isOptional = false }: { timeZone: string; now: Date; isOptional?: boolean },
): string | null {
  const date = form.day('deadline', { isOptional })
  const time = form.time('deadline')
  if (!date) return null
  const instant = instantOf({ date, time }, timeZone)
  if (instant <= now) form.refuse('deadline', 'in_the_past')
  return instant.toISOString()
}
