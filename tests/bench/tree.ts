// A floor: the React tree of a page drawn again and again, with nothing around it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { createAuth } from '#app/auth.ts'
import { BUILD_FOLDER } from '#app/build-folder.js'
import { readConfig } from '#app/config.ts'
import type { Context, House } from '#app/house.ts'
import { createLog } from '#app/log.ts'
import { openStorage } from '#app/operation/storage.ts'
import { createWords } from '#app/words.ts'
import { createQueryMeter } from '#db/slow-queries.ts'
import { type Measured, measure } from './measure.ts'
import { SECRET } from './people.ts'
import type { World } from './world.ts'

/**
 * Lets the page be loaded once, as the server would, and then draws its tree only.
 * @param path of a page, as this person sees it
 */
export async function measureTree({ database: { db }, url }: World, path: string, cookie: string, seconds: number) {
  const config = readConfig({ DATABASE_URL: url, SECRET, DEMONSTRATION: 'no' })
  const clock = () => new Date()
  const log = createLog(clock, () => {})
  const house: House = {
    db,
    config,
    auth: createAuth({ db, config, clock }),
    words: createWords(() => {}),
    clock,
    log,
    storage: openStorage({ db, config, clock, log }),
    running: { version: '0', since: clock(), queries: createQueryMeter() },
    desk: null,
    isDemonstration: false,
  }
  const context: Context = {
    house,
    nonce: 'nonce',
    requestId: 'benchmark',
    ip: '127.0.0.1',
    isData: false,
    enhancements: {},
  }
  const draw = await drawer(new Request(config.origin + path, { headers: { cookie } }), context)
  return measure({ work: draw, seconds }) satisfies Promise<Measured>
}

type Draw = ServerBuild['entry']['module']['default']

async function drawer(request: Request, context: Context): Promise<() => Promise<string>> {
  const build = (await import(pathToFileURL(join(BUILD_FOLDER, 'server/index.js')).href)) as ServerBuild
  const draw = build.entry.module.default
  let given: Parameters<Draw> | undefined
  const listening: Draw = (...all) => {
    given = all
    return draw(...all)
  }
  const entry = { ...build.entry, module: { ...build.entry.module, default: listening } }
  const response = await createRequestHandler({ ...build, entry }, 'production')(request, context)
  if (response.status !== 200 || !given) throw new Error(`${request.url} answered ${response.status}`)
  const [asked, status, headers, page, around] = given
  // What the browser's scripts would get can be read only once, and is not part of the tree.
  const tree = { ...page, serverHandoffStream: undefined }
  return async () => (await draw(asked, status, new Headers(headers), tree, around)).text()
}
