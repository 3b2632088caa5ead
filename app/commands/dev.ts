// `npm run dev`: the same server with the sources as they are; pages change as soon as a file is saved.
import { createServer } from 'vite'
import { readConfig } from '../config.ts'
import { watchDrift } from '../drift-watch.ts'
import { sourcePages } from '../source-pages.ts'
import { serve } from '../starting.ts'
import { stopWithProcess } from '../stopping.ts'

const vite = await createServer({ server: { middlewareMode: true } })
const { house, stop } = await serve({ config: readConfig(process.env), pages: sourcePages(vite) })
stopWithProcess(async () => {
  await vite.close()
  await stop()
}, house.log)
watchDrift(house.config.databaseUrl, house.log)
console.log(`Tour de Table, from the sources: ${house.config.origin}`)
