// Answers on their way out: whoever goes away in the middle of one ends the making of it, and nothing else.
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { createReadableStreamFromReadable, type ServerBuild } from '@remix-run/node'
import express from 'express'
import { expect, test } from 'vitest'
import type { Context } from '#app/house.ts'
import { remixHandler } from '#app/remix.ts'

/** A build of one file, and the address it is served at. */
async function serving(loader: () => Response) {
  const route = { id: 'file', path: 'file', module: { loader } }
  const build = {
    routes: { file: route },
    future: {},
    entry: { module: {} },
    assets: { routes: {} },
  } as unknown as ServerBuild
  const handle = remixHandler(build, 'production')
  const app = express()
  app.use((request, response, next) => {
    handle(request, response, { isData: false } as Context, 'http://localhost').catch(next)
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/file`, close: () => server.close() }
}

test('somebody who goes away in the middle of a file ends the making of it, and hurts nobody', async () => {
  let isMade = true
  async function* endless() {
    try {
      for (;;) yield pause(1, Buffer.alloc(100_000))
    } finally {
      isMade = false
    }
  }
  const body = () => createReadableStreamFromReadable(Readable.from(endless()))
  const { url, close } = await serving(() => new Response(body(), { headers: { 'content-type': 'text/csv' } }))
  const failures: unknown[] = []
  const hear = (error: unknown) => failures.push(error)
  process.on('uncaughtException', hear)
  await new Promise<void>((left) => {
    const asking = get(url, (response) => response.once('data', () => asking.destroy()))
    asking.on('error', () => {}).on('close', () => left())
  })
  await expect.poll(() => isMade).toBe(false)
  await pause(20)
  process.off('uncaughtException', hear)
  close()
  expect(failures).toEqual([])
})
