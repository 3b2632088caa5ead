// The log: one JSON object per line. Never an answer, a token, a query string or an address of a person.

export type Level = 'info' | 'warn' | 'error'
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Log = { readonly [level in Level]: (event: string, fields?: Fields) => void }

/** @param write takes one finished line, without its end */
export function createLog(clock: () => Date, write: (line: string) => void): Log {
  const at =
    (level: Level) =>
    (event: string, fields: Fields = {}) =>
      write(JSON.stringify({ at: clock().toISOString(), level, event, ...fields }))
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** An error as fields of the log: its name, its message and where it came from, on one line. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').slice(1, 9)
  return {
    error: error.name,
    message: error.message.slice(0, 500),
    stack: frames?.map((frame) => frame.trim()).join(' < '),
  }
}

/** Addresses whose last part is a token, or names one. */
const TOKENS = /^\/(invitation|sign-in\/lost)\/[^/]+/

/** What the log says about an address: where, without its query, tokens blanked. */
export function pathForLog(target: string): string {
  const path = target.split('?', 1)[0] ?? '/'
  return path.replace(TOKENS, '/$1/…').slice(0, 200)
}
