// What the names of ids stand for in a copy of the demonstration: each copy was seeded with ids of its own.
import { openDatabase } from '#db/connection.ts'
import type { TestServer } from './server.ts'

/** What a name such as `of-XA` stands for as a parameter such as `file`; a name that stands for nothing is itself. */
export type Places = (name: string, parameter: string) => string

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
  const account = db.selectFrom('account').select('id').where('email', '=', 'head.xb@demo.example')
  const stage = db.selectFrom('stage').select('code')
  const draft = db.selectFrom('draft').select('id')
  const known: Readonly<Record<string, string>> = {
    'file of-XA': (await file('XA', 'demo-regional-needs')).id,
    'file of-XB': (await file('XB', 'demo-roadmap')).id,
    'account of-XB': (await account.executeTakeFirstOrThrow()).id,
    'account of-nobody': '00000000-0000-4000-8000-000000000000',
    'draft of-demo': (await draft.executeTakeFirstOrThrow()).id,
    'item of-nobody': '00000000-0000-4000-8000-000000000000',
    'code of-demo': (await stage.executeTakeFirstOrThrow()).code,
  }
  await close()
  return (name, parameter) => known[`${parameter} ${name}`] ?? name
}

/** Puts ids into an address in which `{account of-XB}` stands for one. */
export const filled = (path: string, places: Places): string =>
  path.replace(/\{(\w+) ([^}]+)\}/g, (_, parameter, name) => places(name, parameter))
