// What the ids of the table stand for in this copy of the demonstration, and the state that the table speaks of.
import { openDatabase } from '#db/connection.ts'
import { signIn } from '../../support/people.ts'
import type { TestServer } from '../../support/server.ts'

/** A name of the table, such as `of-XA`, for a parameter such as `file`. @returns what stands in the address */
export type Places = (name: string, parameter: string) => string

/** XA and XB open the next revision of their needs. */
export async function prepare(server: TestServer): Promise<void> {
  for (const [key, revision] of [
    ['head.xa', 2],
    ['head.xb', 1],
  ] as const) {
    const head = await signIn(server, key)
    const answer = await head.post(`/answer/demo-regional-needs/receipt/${revision}`, { act: 'reopen' })
    if (answer.status !== 303) throw new Error(`${key} cannot open the next revision: ${answer.status}`)
  }
}

/** Looks up the ids of this database. */
export async function placesOf({ databaseUrl }: TestServer): Promise<Places> {
  const { db, close } = await openDatabase(databaseUrl)
  const file = (country: string, round: string) =>
    db
      .selectFrom('file')
      .innerJoin('response', 'response.id', 'file.response_id')
      .innerJoin('round', 'round.id', 'response.round_id')
      .select('file.id')
      .where('response.country', '=', country)
      .where('round.slug', '=', round)
      .executeTakeFirstOrThrow()
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', 'head.xb@demo.example')
    .executeTakeFirstOrThrow()
  const known: Readonly<Record<string, string>> = {
    'file of-XA': (await file('XA', 'demo-regional-needs')).id,
    'file of-XB': (await file('XB', 'demo-roadmap')).id,
    'account of-XB': account.id,
    'account of-nobody': '00000000-0000-4000-8000-000000000000',
  }
  await close()
  return (name, parameter) => known[`${parameter} ${name}`] ?? name
}
