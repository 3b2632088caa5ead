// The two questions of whoever watches the server: does the process live, and can it do its work.
import type { RequestHandler } from 'express'
import { sql } from 'kysely'
import type { House } from './house.ts'

/**
 * `/healthz`: the process answers. `/readyz`: the database can be read and written; where it can only be read, it says so.
 * Neither needs our Host.
 */
export function answerProbes({ db, log, storage }: House): RequestHandler {
  return async (request, response, next) => {
    const isProbe = request.method === 'GET' || request.method === 'HEAD'
    if (isProbe && request.path === '/healthz') {
      response.type('text').send('alive\n')
      return
    }
    if (!isProbe || request.path !== '/readyz') return next()
    if (storage.closed) {
      response.status(503).type('text').send(`read-only: ${storage.closed.why}\n`)
      return
    }
    const isReady = await canWrite(db).catch((error: Error) => {
      log.error('not ready', { message: error.message })
      return false
    })
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready\n' : 'not ready\n')
  }
}

/** Takes the writer's place and gives it back; nothing is changed. */
async function canWrite(db: House['db']): Promise<boolean> {
  const attempt = db.transaction().execute(async (trx) => {
    await sql`update setting set value = value where name = 'no such setting'`.execute(trx)
    return true
  })
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2000).unref())
  return Promise.race([attempt, late])
}
