// What an answer was taken from: contributions of institutions, or an earlier revision of its own.
import type { Transaction } from 'kysely'
import { inPortions } from './engine.ts'
import type { Db, Tables } from './tables.ts'

/** `number`: of the contribution to the same question, or of the revision */
export type Source = { readonly field: string; readonly kind: 'contribution' | 'revision'; readonly number: number }

/** Notes the sources of what was just written; those of fields that were not written are left out. */
export async function noteSources(
  trx: Transaction<Tables>,
  responseId: string,
  sources: readonly Source[],
  written: readonly { readonly field: string; readonly revision: number }[],
): Promise<void> {
  const revisions = new Map(written.map(({ field, revision }) => [field, revision]))
  const rows = sources.flatMap(({ field, kind, number }) => {
    const revision = revisions.get(field)
    return revision === undefined ? [] : [{ response_id: responseId, field, revision, kind, number }]
  })
  for (const portion of inPortions(rows)) await trx.insertInto('cell_source').values(portion).execute()
}

/** The sources of every revision of a field, by revision. */
export async function sourcesOf(db: Db, responseId: string, field: string): Promise<Map<number, Source[]>> {
  const rows = await db
    .selectFrom('cell_source')
    .select(['field', 'revision', 'kind', 'number'])
    .where('response_id', '=', responseId)
    .where('field', '=', field)
    .orderBy('number')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, number: Number(row.number) })),
    ({ revision }) => Number(revision),
  )
}
