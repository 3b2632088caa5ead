// Where the build lies, and whether it is as young as the sources. Plain JavaScript: `npm start` asks before it knows that
// anything else can be read, and without loading what reads TypeScript.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Below the project, so that the build finds node_modules; another one can be named, so that two checkouts of work do not wait for each other. */
export const BUILD_FOLDER = resolve(process.env.BUILD_FOLDER ?? 'build')
/** Written last: without it nothing was built. */
const STAMP = join(BUILD_FOLDER, 'stamp')

const SOURCES = [
  'app',
  'db',
  'surveys',
  'locales',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'vite.enhance.config.ts',
]

/** Whether to build: a source is younger than the build. Where the tools are not installed, what is there is served. */
export function needsBuild() {
  const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0
  return built <= youngest(SOURCES) && existsSync('node_modules/@remix-run/dev')
}

/**
 * When the youngest file below was changed, in milliseconds.
 * @param {readonly string[]} paths
 * @returns {number}
 */
function youngest(paths) {
  let latest = 0
  for (const path of paths) {
    if (!existsSync(path)) continue
    const facts = statSync(path)
    const below = facts.isDirectory() ? youngest(readdirSync(path).map((name) => join(path, name))) : 0
    latest = Math.max(latest, facts.mtimeMs, below)
  }
  return latest
}
