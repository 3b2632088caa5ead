// Looks for drift once after the start, in a process of its own: understanding all files takes as long as the start itself,
// and tens of megabytes that a thread would not give back.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isInMemory } from '#db/connection.ts'
import { errorFields, type Fields, type Level, type Log } from './log.ts'

/** A line for the log of the server. */
export type Said = { readonly level: Level; readonly event: string; readonly fields: Fields | undefined }

/** What the process runs, beside this file: built like it, or a source like it. */
const PROGRAM = import.meta.url.endsWith('.ts') ? 'drift-process.ts' : 'drift-process.js'
/** Milliseconds after the start: the first pages come first. */
const LATER = 5000

/** @param url of the database, as `openReader` takes it; one in memory is seen by nobody else, and not looked at */
export function watchDrift(url: string, log: Log, later = LATER): void {
  if (isInMemory(url)) return
  const look = () => {
    const child = fork(fileURLToPath(new URL(PROGRAM, import.meta.url)), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', ({ level, event, fields }: Said) => log[level](event, fields))
    child.on('error', (error) => log.error('files not compared', errorFields(error)))
    child.on('exit', (code) => {
      if (code !== 0) log.error('files not compared', { code })
    })
    // Not among the arguments, where everybody on this machine could read it.
    child.send(url)
    child.unref()
    child.channel?.unref()
  }
  setTimeout(look, later).unref()
}
