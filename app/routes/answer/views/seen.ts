// How long somebody who was seen is still said to be there.

/** Milliseconds. */
const A_WHILE = 2 * 60_000

/** ISO time from which on somebody counts as present. */
export const seenSince = (now: Date): string => new Date(now.getTime() - A_WHILE).toISOString()
