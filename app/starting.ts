// From the configuration to a server that listens.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'
import { answerUnreadable } from './guard/unreadable.ts'
import type { House } from './house.ts'
import { type Opening, openHouse } from './opening.ts'
import { jobsOf } from './operation/jobs.ts'
import { startJobs } from './operation/timers.ts'
import type { Pages } from './pages.ts'
import { startPostman } from './postman.ts'
import { createApp } from './serving.ts'
import { type Stop, stopper } from './stopping.ts'

export type Running = { readonly house: House; readonly port: number; readonly stop: Stop }

/** Bytes of all headers together; Node answers 431 above. */
const HEADERS = 16 * 1024
/** Milliseconds for the headers, and for a whole request: ten megabytes of evidence on a slow line take a while. */
const LONGEST_HEADERS = 15_000
const LONGEST_REQUEST = 180_000

/**
 * Opens the house and listens.
 * @param options `config.port` 0 takes any free port (for tests)
 * @throws when the database refuses, or the port is taken
 */
export async function serve(options: Opening & { readonly pages: Pages }): Promise<Running> {
  const { house, close: closeHouse } = await openHouse(options)
  const stopJobs = startJobs(jobsOf(house), house)
  const postman = startPostman(house)
  const close = async () => {
    await Promise.all([stopJobs(), postman?.stop()])
    await closeHouse()
  }
  const app = createApp(house, options.pages)
  const server = createServer(
    // Our guard answers a missing Host, with our headers.
    {
      maxHeaderSize: HEADERS,
      headersTimeout: LONGEST_HEADERS,
      requestTimeout: LONGEST_REQUEST,
      requireHostHeader: false,
    },
    app,
  )
  server.keepAliveTimeout = 65_000
  answerUnreadable(server, house, options.pages)
  try {
    const port = await listen(server, options.config)
    return { house, port, stop: stopper(server, close, house.log) }
  } catch (error) {
    await close()
    throw error
  }
}

function listen(server: Server, { port, listen: address }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken ? new Error(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`) : error,
      )
    })
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })
}
