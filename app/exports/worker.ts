// The thread that writes files of answers, on a connection that can only read: whoever answers never waits for it.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openReader } from '#db/connection.ts'
import { streamReplies } from '#db/consultations.ts'
import { contentOf } from './file.ts'
import { endingOf, partsIn } from './formats.ts'
import type { Asked, Order, Said } from './orders.ts'

let reader: ReturnType<typeof openReader> | undefined

parentPort?.on('message', ({ order, measured, port }: Asked) => serve(port, saying(order, measured)))

/** Says one thing for each that is asked; when nobody listens any more, what is left is not made. */
function serve(port: MessagePort, saying: AsyncGenerator<Said>): void {
  port.on('message', async () => {
    const said = await saying.next().then(({ value, done }): Said => (done ? { is: 'end' } : value), failure)
    port.postMessage(said, said.is === 'chunk' ? [said.chunk.buffer as ArrayBuffer] : [])
  })
  port.on('close', () => void saying.return(undefined).catch(() => {}))
}

const failure = (error: unknown): Said => ({
  is: 'failure',
  error: error instanceof Error ? error : new Error(String(error)),
})

async function* saying({ roundId, format, of, about }: Order, measured: Asked['measured']): AsyncGenerator<Said> {
  reader ??= openReader(String(workerData))
  const { db } = await reader.catch((error) => {
    reader = undefined
    throw error
  })
  const content = contentOf(() => partsIn(format, of, () => streamReplies(db, roundId), about), endingOf(format))
  if (measured === null) {
    yield { is: 'measured', measured: await content.measure() }
    return
  }
  for await (const chunk of content.chunks(measured)) yield { is: 'chunk', chunk }
}
