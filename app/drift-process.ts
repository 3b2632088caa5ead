// The process that compares the files of `surveys/` with what was published from them, tells the server, and ends.
import { once } from 'node:events'
import { openReader } from '#db/connection.ts'
import { readSurveyFiles } from './commands/survey-files.ts'
import { reportDrift } from './drift.ts'
import type { Said } from './drift-watch.ts'
import type { Fields, Level } from './log.ts'

const say = (level: Level) => (event: string, fields?: Fields) =>
  process.send?.({ level, event, fields } satisfies Said)

// The server has gone: nobody listens any more.
process.once('disconnect', () => process.exit())
const [url] = await once(process, 'message')
const { db, close } = await openReader(String(url))
await reportDrift(db, () => readSurveyFiles(), { info: say('info'), warn: say('warn'), error: say('error') })
await close()
process.disconnect()
