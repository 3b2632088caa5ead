// Reads what strace has seen: which bytes a program wrote where, what it synced, and what it said to whom.

export type Event =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  /** bytes that went to a client */
  | { readonly kind: 'said'; readonly text: string }

/** What strace is told: the calls below, whole, with the path behind each descriptor. */
export const STRACE = [
  '-f',
  '-y',
  '-xx',
  '-s',
  '4000000',
  '--seccomp-bpf',
  '-e',
  'trace=openat,write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink,rename',
]

/**
 * A reader of the lines, one after the other: for each, what has happened on files below a folder, or was said on a socket.
 * A call that one line begins and another ends counts where it ends.
 * @returns a function; it throws when a file below the folder was changed in a way that this does not follow
 */
export function traceReader(folder: string): (line: string) => Event | null {
  const begun = new Map<string, string>()
  return (line) => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (rest.endsWith(UNFINISHED)) {
      // The space is strace's, not the call's.
      begun.set(thread, rest.slice(0, -UNFINISHED.length).trimEnd())
      return null
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
    return eventOf(resumed ? (begun.get(thread) ?? '') + resumed[1] : rest, folder)
  }
}

const UNFINISHED = '<unfinished ...>'

function eventOf(call: string, folder: string): Event | null {
  const [, name = '', parameters = '', result = ''] = /^(\w+)\((.*)\)\s+= (\S+)/s.exec(call) ?? []
  if (result.startsWith('-1') || name === '') return null
  if (name === 'openat') {
    const path = unhex(/"([^"]*)"/.exec(parameters)?.[1] ?? '')
    return parameters.includes('O_CREAT') && isBelow(path, folder) ? { kind: 'create', path } : null
  }
  const path = unhex(/^\d+<(.*?)>(?:,|$)/s.exec(parameters)?.[1] ?? '')
  if (/^(?:socket|TCP|TCPv6):/.test(path)) return { kind: 'said', text: bytesIn(parameters).toString('latin1') }
  if (!isBelow(path, folder)) {
    if (['unlink', 'rename'].includes(name) && unhex(parameters).includes(folder))
      throw new Error(`not followed: ${name}`)
    return null
  }
  switch (name) {
    case 'pwrite64': {
      const offset = Number(/, (\d+)$/.exec(parameters)?.[1])
      if (!Number.isSafeInteger(offset)) throw new Error(`not understood: ${call.slice(-200)}`)
      return { kind: 'write', path, offset, bytes: bytesIn(parameters).subarray(0, Number(result)) }
    }
    case 'ftruncate':
      return { kind: 'truncate', path, size: Number(/, (\d+)$/.exec(parameters)?.[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path }
    default:
      throw new Error(`not followed: ${name} on ${path}`)
  }
}

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/house.db`)

/** All strings of a call, one after the other. */
function bytesIn(parameters: string): Buffer {
  const strings = [...parameters.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => text)
  return Buffer.from(strings.join('').replaceAll('\\x', ''), 'hex')
}

function unhex(text: string): string {
  return text.replaceAll(/(?:\\x[0-9a-f]{2})+/g, (coded) => Buffer.from(coded.replaceAll('\\x', ''), 'hex').toString())
}
