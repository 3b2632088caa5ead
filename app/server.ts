// Starts the server: `node app/server.ts`. Node is looked at first, because an older one could not even read the rest.
import { refuseNode } from './runtime.ts'

const refusal = refuseNode(process.version)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
process.env.NODE_ENV ??= 'production'
const { start } = await import('./commands/start.ts')
await start()
