// The way of a request: greeted, probed, guarded, served from the files or by Remix, and said what happened.
import compression from 'compression'
import express, { type Express, type Request } from 'express'
import { renewCookies } from './auth/earlier-cookies.ts'
import { type Guarded, greet, guard, lastResort, refuse, refuseWriting } from './guard.ts'
import type { Context, House } from './house.ts'
import { errorFields, pathForLog } from './log.ts'
import type { Pages } from './pages.ts'
import { answerProbes } from './probes.ts'

/** Everything before the pages, the pages, and what speaks when they fail. */
export function createApp(house: House, pages: Pages): Express {
  const { config, words, storage, log, clock } = house
  const parts = { config, words, storage, stylesheets: pages.stylesheets }
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  app.use(greet(config))
  app.use((request, _response, next) => {
    request.headers.cookie = renewCookies(request.headers.cookie, config)
    next()
  })
  app.use((request, response, next) => {
    const began = clock().getTime()
    response.on('close', () => {
      log.info('request', {
        requestId: (response as Guarded).locals.requestId,
        method: request.method,
        path: pathForLog(request.originalUrl),
        status: response.statusCode,
        milliseconds: clock().getTime() - began,
        isDone: response.writableFinished,
      })
    })
    next()
  })
  app.use(answerProbes(house))
  app.use(guard(parts))
  app.use(refuseWriting(parts))
  app.use(compression())
  app.use(pages.files)
  app.use(async (request, response, next) => {
    try {
      const guarded = response as Guarded
      const failure = await pages.handle(request, response, contextOf(request, guarded, house, pages), config.origin)
      if (failure !== null) refuse(failure, request, guarded, parts)
    } catch (error) {
      next(error)
    }
  })
  app.use(lastResort(parts, (error, requestId) => log.error('request failed', { requestId, ...errorFields(error) })))
  return app
}

function contextOf(request: Request, { locals }: Guarded, house: House, { enhancements }: Pages): Context {
  const { nonce, requestId, ip } = locals
  return { house, nonce, requestId, ip, isData: /\.data$/.test(request.path), enhancements }
}
