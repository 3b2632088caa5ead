// What a request may ask for: three methods, under our own name, at an address that means one thing only.

export type Asked = {
  readonly method: string
  /** as it came over the wire */
  readonly target: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** names and values in turn, repeated ones too */
  readonly rawHeaders: readonly string[]
}

const METHODS = ['GET', 'HEAD', 'POST']
const CONTROL_ESCAPES = /%(?:[01][0-9a-f]|7f)/i

/** @returns the status to refuse with; null when the address may be asked for */
export function refuseAddress({ method, target }: Asked): number | null {
  if (!METHODS.includes(method)) return 405
  // Printable ASCII only: browsers escape the rest, and whoever does not wants it read in two ways.
  if (!/^\/[\x21-\x7e]*$/.test(target) || target.includes('\\') || target.includes('#')) return 400
  const [path = ''] = target.split('?', 1)
  if (path.includes('//') || CONTROL_ESCAPES.test(target)) return 400
  if (!isReadable(path) || !meansItself(target)) return 400
  if (path.replace(/\.data$/, '').replace(/\/$/, '') === '/__manifest') return 404
  return new URL(target, 'http://localhost').searchParams.has('_data') ? 400 : null
}

/** @returns 421 unless the one Host header is ours */
export function refuseHost({ rawHeaders }: Asked, host: string): number | null {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  return hosts.length === 1 && hosts[0]?.toLowerCase() === host ? null : 421
}

function isReadable(path: string): boolean {
  try {
    // A backslash or a slash that hides behind an escape would split the path differently for us and for the files.
    return !/[\\\0]|\/\//.test(decodeURIComponent(path)) && !/%(?:2f|5c)/i.test(path)
  } catch {
    return false
  }
}

/** Dots that climb, and whatever else a parser would rewrite: what is checked must be what is served. */
function meansItself(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  const url = URL.parse(target, 'http://localhost')
  return url?.pathname === path && url.host === 'localhost'
}
