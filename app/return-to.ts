// Where to go back to: a page of this house, or the first page. Never anybody else's address.

/** Starts with one slash; no second slash or backslash, no space and no control character anywhere near it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
const OWN_PATH = /^\/(?![/\\])[^\\\x00-\x20\x7f]*$/

/** @returns the path when it is one of ours, else `/` */
export function safeReturnTo(wanted: unknown, origin: string): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !OWN_PATH.test(wanted)) return '/'
  if (!OWN_PATH.test(decoded(wanted))) return '/'
  const url = URL.parse(wanted, origin)
  if (url?.origin !== origin) return '/'
  // Looked at again: `/.//host` only becomes `//host` once its dots are resolved.
  const path = url.pathname + url.search
  return OWN_PATH.test(path) ? path : '/'
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
