// Before tests that open pages: the build is as young as the sources.
import { buildIfOlder } from '#app/commands/build.ts'

export default function setup() {
  process.env.NODE_ENV = 'production'
  buildIfOlder()
}
