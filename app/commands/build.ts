// `npm run build`: the server with its pages, and the enhancement modules. `npm start` calls it when the sources are younger.
import { spawnSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD_FOLDER, needsBuild } from '../build-folder.js'

/** Built beside and then put in its place: a build that fails or is interrupted leaves the one before. */
const NEXT = `${BUILD_FOLDER}-next`

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
  if (!needsBuild()) return
  console.log('Building …')
  build()
}

function run(program: string, parameters: readonly string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: NEXT } } as const
  const { status } = spawnSync(process.execPath, [program, ...parameters], options)
  if (status !== 0) throw new Error(`The build failed: ${program} ${parameters.join(' ')}`)
}

if (import.meta.main) {
  console.log('Building …')
  build()
}
