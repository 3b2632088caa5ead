// The real server for a power cut, as a program to be looked into. `normal` weakens it: then the proof must find losses.
import { sql } from 'kysely'
import { readConfig } from '#app/config.ts'
import { builtPages } from '#app/pages.ts'
import { serve } from '#app/starting.ts'
import { stopWithProcess } from '#app/stopping.ts'

const [databaseUrl = '', port = '', secret = '', synchronous = ''] = process.argv.slice(2)
const config = readConfig({
  DATABASE_URL: databaseUrl,
  PORT: port,
  SECRET: secret,
  DEMONSTRATION: 'no',
  LEAST_FREE: '0',
})
const { house, stop } = await serve({ config, pages: await builtPages(), write: () => {} })
if (synchronous === 'normal') await sql`pragma synchronous = normal`.execute(house.db)
stopWithProcess(stop, house.log)
console.log(process.pid)
