// Where files of answers are ordered: they are written by a thread of their own, which comes with the first order.
import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Content, contentFrom, type Piece } from './file.ts'
import type { Asked, Order, Said } from './orders.ts'

export type Desk = {
  /** The content of a file; nothing is written before it is asked for. */
  order(order: Order): Content
  /** Ends the thread; a file that is being written is then never finished. */
  close(): Promise<void>
}

/** Milliseconds after which a thread without orders is let go, and its memory with it. */
const IDLE = 30_000
/** What the thread runs, beside this file: built like it, or a source like it. */
const PROGRAM = import.meta.url.endsWith('.ts') ? 'worker.ts' : 'worker.js'
/** Chunks that are made before the last one was taken. */
const AHEAD = 4

/** Chunks that another thread has handed over: nobody else holds their memory. */
const arrived = new WeakSet<Uint8Array>()

/**
 * Frees the memory of a chunk that was sent, where it came from the thread: a large file is thousands of them, and the whole
 * process would stop again and again to look for what nobody needs any more. The chunk is empty afterwards.
 */
export function release(chunk: Uint8Array): void {
  if (arrived.delete(chunk)) (chunk.buffer as ArrayBuffer).transfer(0)
}

/** @param url of the database, as `openReader` takes it */
export function openDesk(url: string, idle = IDLE): Desk {
  const thread = threadFor(url, idle)
  return {
    order: (order) =>
      contentFrom({
        async measure() {
          for await (const piece of ask(thread, order, null)) if (!(piece instanceof Uint8Array)) return piece
          throw new Error('A file was not measured.')
        },
        pieces: (keep) => ask(thread, order, keep),
      }),
    close: thread.close,
  }
}

type Thread = { take(): Worker; giveBack(): void; close(): Promise<void> }

function threadFor(url: string, idle: number): Thread {
  let [worker, orders, isClosed] = [undefined as Worker | undefined, 0, false]
  let ending: NodeJS.Timeout | undefined
  const end = async () => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  return {
    take() {
      if (isClosed) throw new Error('The server is stopping.')
      clearTimeout(ending)
      orders += 1
      worker ??= start(url, (gone) => {
        if (worker === gone) worker = undefined
      })
      return worker
    },
    giveBack() {
      orders -= 1
      if (orders === 0 && worker) ending = setTimeout(end, idle).unref()
    },
    close() {
      isClosed = true
      clearTimeout(ending)
      return end()
    },
  }
}

function start(url: string, whenGone: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL(PROGRAM, import.meta.url), { workerData: url })
  // Whoever waits for it hears that its port was closed; the next order starts another one.
  worker.on('error', () => {})
  worker.once('exit', () => whenGone(worker))
  worker.unref()
  return worker
}

async function* ask(thread: Thread, order: Order, keep: Asked['keep']): AsyncGenerator<Piece> {
  const worker = thread.take()
  const { port1: here, port2: port } = new MessageChannel()
  const [heard, gone] = [[] as Said[], once(here, 'close')]
  let isGone = false
  gone.then(() => {
    isGone = true
  })
  here.on('message', (said: Said) => heard.push(said))
  try {
    worker.postMessage({ order, keep, port } satisfies Asked, [port])
    for (let asked = 0; asked < AHEAD; asked += 1) here.postMessage('more')
    for (;;) {
      while (heard.length === 0 && !isGone) await Promise.race([once(here, 'message'), gone])
      const said = heard.shift()
      if (!said) throw new Error('The thread that writes files has ended.')
      if (said.is === 'end') return
      if (said.is === 'failure') throw said.error
      if (said.piece instanceof Uint8Array) arrived.add(said.piece)
      yield said.piece
      here.postMessage('more')
    }
  } finally {
    here.close()
    thread.giveBack()
  }
}
