// `npm start`: looks at Node first, because an older one could not even read the rest; builds when needed; serves.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BUILD_FOLDER, needsBuild } from './build-folder.js'
import { refuseNode } from './runtime.js'

const refusal = refuseNode(process.version)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
if (needsBuild()) {
  // In a process of its own: what builds would stay in the memory of what serves.
  const { status } = spawnSync(process.execPath, ['app/commands/build.ts'], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
const server = join(BUILD_FOLDER, 'server/server.js')
if (!existsSync(server)) {
  console.error(`There is no build in ${BUILD_FOLDER}: run "npm run build" first.`)
  process.exit(1)
}
await import(pathToFileURL(server).href)
