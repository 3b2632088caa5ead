// `npm start`: looks at Node first, because an older one could not even read the rest.
import { refuseNode } from './runtime.js'

const refusal = refuseNode(process.version)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
process.env.NODE_ENV ??= 'production'
await import('./server.ts')
