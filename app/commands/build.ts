// `npm run build`: the pages and the enhancement modules. `npm start` calls it when the sources are younger than the build.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD_FOLDER } from '../build-folder.ts'

const STAMP = join(BUILD_FOLDER, 'stamp')
/** Built beside and then put in its place: a build that fails or is interrupted leaves the one before. */
const NEXT = `${BUILD_FOLDER}-next`
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

/** @throws when a part does not build */
export function build(): void {
  rmSync(NEXT, { recursive: true, force: true })
  run('node_modules/@remix-run/dev/dist/cli.js', ['vite:build', '--logLevel', 'error'])
  if (readdirSync('app/enhance').some((name) => name.endsWith('.ts')))
    run('node_modules/vite/bin/vite.js', ['build', '--config', 'vite.enhance.config.ts', '--logLevel', 'error'])
  writeFileSync(join(NEXT, 'stamp'), `${process.version}\n`)
  rmSync(BUILD_FOLDER, { recursive: true, force: true })
  renameSync(NEXT, BUILD_FOLDER)
}

/** Builds unless the build is younger than every source; where the tools are not installed, it serves what is there. */
export function buildIfOlder(): void {
  const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0
  if (built > youngest(SOURCES)) return
  if (!existsSync('node_modules/@remix-run/dev')) return
  console.log('Building the pages …')
  build()
}

function run(program: string, parameters: readonly string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: NEXT } } as const
  const { status } = spawnSync(process.execPath, [program, ...parameters], options)
  if (status !== 0) throw new Error(`The build failed: ${program} ${parameters.join(' ')}`)
}

/** When the youngest file below was changed, in milliseconds. */
function youngest(paths: readonly string[]): number {
  const times = paths
    .filter((path) => existsSync(path))
    .map((path) => {
      const facts = statSync(path)
      if (!facts.isDirectory()) return facts.mtimeMs
      return Math.max(facts.mtimeMs, youngest(readdirSync(path).map((name) => join(path, name))))
    })
  return Math.max(0, ...times)
}

if (import.meta.main) build()
