// What a failing database means for whoever asked: try again in a moment, nothing can be kept now, or nobody is there.

/**
 * busy: others write, the same again may succeed · unwritable: full, broken or protected, reading may go on · damaged: what
 * was read makes no sense · away: no connection; whether a commit took effect is not known
 */
export type Trouble = 'busy' | 'unwritable' | 'damaged' | 'away'

const BY_CODE: readonly (readonly [RegExp, Trouble])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|PERM)/, 'unwritable'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'damaged'],
  // PostgreSQL, appendix A: serialization and locks; no resources, I/O, read only; data and index corrupted; connection.
  [/^(?:40001|40P01|55P03|53300)$/, 'busy'],
  [/^(?:53100|53200|58030|25006)$/, 'unwritable'],
  [/^XX00[12]$/, 'damaged'],
  [/^(?:08...|57P0[123]|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/, 'away'],
]
/** `pg` has no code for a connection that ends while it is asked. */
const ENDED =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** How deep an error may lie inside others. */
const DEEPEST = 5

/** @returns null where the database is not to blame */
export function troubleOf(error: unknown, depth = DEEPEST): Trouble | null {
  if (!(error instanceof Error) || depth === 0) return null
  const code = 'code' in error ? String(error.code) : ''
  const known = BY_CODE.find(([pattern]) => pattern.test(code))
  if (known) return known[1]
  if (ENDED.test(error.message)) return 'away'
  return troubleOf(error.cause, depth - 1)
}

/** For notes that nobody was promised, such as "last seen": where the database cannot keep one now, the work goes on. */
export async function orLeaveIt(note: Promise<unknown>): Promise<void> {
  try {
    await note
  } catch (error) {
    if (troubleOf(error) === null) throw error
  }
}
