// The state of the demonstration that the table speaks of.
import { signIn } from '../../support/people.ts'
import type { TestServer } from '../../support/server.ts'

const NEEDS = '/answer/demo-regional-needs'

/** XA and XB open the next revision of their needs. */
export async function prepare(server: TestServer): Promise<void> {
  await reopen(server, 'head.xa', 2)
  await reopen(server, 'head.xb', 1)
}

async function reopen(server: TestServer, key: string, revision: number): Promise<void> {
  const head = await signIn(server, key)
  const { status } = await head.post(`${NEEDS}/receipt/${revision}`, { act: 'reopen' })
  if (status !== 303) throw new Error(`${key} cannot open the next revision: ${status}`)
}
