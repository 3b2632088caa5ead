// The thread that writes files of answers, on a connection that can only read: whoever answers never waits for it.
import { setPriority } from 'node:os'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openReader } from '#db/connection.ts'
import { streamReplies } from '#db/consultations.ts'
import { type Piece, sourceOf } from './file.ts'
import { endingOf, partsIn } from './formats.ts'
import type { Asked, Order, Said } from './orders.ts'

/** Where the system has a core for one of them only, those who answer come first. */
const NICE = 10
// On Linux this thread alone; elsewhere the whole process would step back.
if (process.platform === 'linux') setPriority(NICE)

let reader: ReturnType<typeof openReader> | undefined

parentPort?.on('message', ({ order, keep, port }: Asked) => serve(port, piecesOf(order, keep)))

/** Says one thing for each that is asked; when nobody listens any more, what is left is not made. */
function serve(port: MessagePort, pieces: AsyncGenerator<Piece>): void {
  port.on('message', async () => {
    const next = pieces.next()
    const said = await next.then(
      ({ value, done }): Said => (done ? { is: 'end' } : { is: 'piece', piece: value }),
      failure,
    )
    const bytes = said.is === 'piece' && said.piece instanceof Uint8Array ? [said.piece.buffer as ArrayBuffer] : []
    port.postMessage(said, bytes)
  })
  port.on('close', () => void pieces.return(undefined).catch(() => {}))
}

const failure = (error: unknown): Said => ({
  is: 'failure',
  error: error instanceof Error ? error : new Error(String(error)),
})

async function* piecesOf({ roundId, format, of, about }: Order, keep: Asked['keep']): AsyncGenerator<Piece> {
  reader ??= openReader(String(workerData))
  const { db, cells } = await reader.catch((error) => {
    reader = undefined
    throw error
  })
  const parts = () => partsIn(format, of, () => streamReplies(db, roundId, cells), about)
  const source = sourceOf(parts, endingOf(format))
  if (keep === null) yield await source.measure()
  else yield* source.pieces(keep)
}
