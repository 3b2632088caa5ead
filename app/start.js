// `npm start`: looks at Node first, because an older one could not even read the rest; builds when needed; serves.
import { refuseNode } from './runtime.js'

const refusal = refuseNode(process.version)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
const { buildIfOlder } = await import('./commands/build.ts')
buildIfOlder()
await import('./server.ts')
