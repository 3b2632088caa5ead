// Screens of a hall as the server sees them: each listens to the stream, and fetches the page when it hears of a change.
import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http'

/** When each screen had the whole page of a revision, in milliseconds of `performance.now()`. */
export type Seen = ReadonlyMap<number, readonly number[]>
export type Viewers = {
  readonly seen: Seen
  /** requests that were not answered as they should be */
  readonly failed: () => number
  /** resolves when every screen has shown this revision, or when so many milliseconds are over */
  reached(revision: number, within: number): Promise<boolean>
  close(): void
}

/** @param count how many screens follow at once, in English, French and Arabic in turn */
export async function openViewers(origin: string, code: string, count: number): Promise<Viewers> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const seen = new Map<number, number[]>()
  const streams: ClientRequest[] = []
  let failures = 0
  const note = (revision: number) => seen.set(revision, [...(seen.get(revision) ?? []), performance.now()])
  const open = async (number: number) => {
    const page = `${origin}/hall/${code}?language=${['en', 'fr', 'ar'][number % 3]}`
    await read(agent, page)
    const follow = follower(agent, page, note, () => (failures += 1))
    streams.push(await listen(agent, `${origin}/hall/${code}/stream`, follow))
  }
  for (let number = 0; number < count; number += 10)
    await Promise.all(Array.from({ length: Math.min(10, count - number) }, (_, step) => open(number + step)))
  return {
    seen,
    failed: () => failures,
    reached: async (revision, within) => {
      const until = performance.now() + within
      while ((seen.get(revision)?.length ?? 0) < count && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20))
      return (seen.get(revision)?.length ?? 0) >= count
    },
    close: () => {
      for (const stream of streams) stream.destroy()
      agent.destroy()
    },
  }
}

/** One page at a time, as the screen does it: what is heard meanwhile is read afterwards. */
function follower(agent: Agent, page: string, note: (revision: number) => void, failed: () => void) {
  let wanted = 0
  let shown = 0
  let isReading = false
  return async (revision: number) => {
    wanted = Math.max(wanted, revision)
    if (isReading) return
    isReading = true
    while (shown < wanted) {
      const html = await read(agent, page).catch(() => '')
      const found = Number(html.match(/data-revision="(\d+)"/)?.[1] ?? 0)
      if (found === 0) failed()
      if (found > shown) note(found)
      shown = Math.max(shown, found)
    }
    isReading = false
  }
}

function read(agent: Agent, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers: { accept: 'text/html' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode}`))))
      answer.on('error', reject)
    })
    asked.on('error', reject)
  })
}

/** @returns once the first line of the stream has come */
function listen(agent: Agent, url: string, hear: (revision: number) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent }, (answer: IncomingMessage) => {
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        for (const [, revision] of text.matchAll(/event: revision\ndata: (\d+)/g)) hear(Number(revision))
        resolve(asked)
      })
      answer.on('error', () => {})
    })
    asked.on('error', reject)
  })
}
