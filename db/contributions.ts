// Contributions of institutions: written side by side, never changed. The trail, which the team reads, knows nothing of them.
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import { contributionsAsked } from '#surveys/answering/assignments.ts'
import { emptyCell, sameCell } from '#surveys/answering/cells.ts'
import { type Contribution, sayingNow } from '#surveys/answering/contributions.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import { listAssignments } from './assignments.ts'
import type { Act } from './audit.ts'
import { readCell } from './cells.ts'
import { inPortions } from './engine.ts'
import { withOwnFiles } from './files.ts'
import { codebookOf } from './questionnaires.ts'
import type { Conflict } from './responses.ts'
import { holdResponse, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

function contributionsOf(db: Db, responseId: string) {
  return db
    .selectFrom('contribution')
    .innerJoin('account', 'account.id', 'contribution.by_account')
    .selectAll('contribution')
    .select('account.name as by')
    .where('contribution.response_id', '=', responseId)
}

type Row = Awaited<ReturnType<ReturnType<typeof contributionsOf>['executeTakeFirstOrThrow']>>

const readContribution = (row: Row): Contribution => ({
  ...readCell(row),
  institution: row.institution,
  revision: Number(row.number),
  at: row.at,
  by: row.by,
})

/** Everything that institutions ever said, to one question or to all, the oldest first. */
export async function listContributions(db: Db, responseId: string, field?: string): Promise<Contribution[]> {
  const rows = await contributionsOf(db, responseId)
    .$if(field !== undefined, (query) => query.where('field', '=', field as string))
    .orderBy('field')
    .orderBy('number')
    .execute()
  return rows.map(readContribution)
}

/** By field, what each institution says now. */
export async function contributionsNow(db: Db, responseId: string): Promise<Map<string, Contribution[]>> {
  const byField = Map.groupBy(await listContributions(db, responseId), ({ field }) => field)
  return new Map(
    [...byField].flatMap(([field, all]) => {
      const now = sayingNow(all)
      return now.length > 0 ? [[field, now] as const] : []
    }),
  )
}

/** What others contributed after a time, the youngest first. @param except an account */
export async function contributionsSince(
  db: Db,
  responseId: string,
  { since, except }: { since: string; except: string },
): Promise<Contribution[]> {
  const rows = await contributionsOf(db, responseId)
    .where('at', '>', since)
    .where('by_account', '<>', except)
    .orderBy('at', 'desc')
    .orderBy('field')
    .execute()
  return rows.map(readContribution)
}

export type Contributing = Act &
  Whose & {
    readonly role: DelegationRole
    readonly institution: string
    /** `base`: number of the institution's contribution that the person saw, 0 where there was none */
    readonly cells: readonly (Cell & { readonly base: number })[]
  }
export type Contributed = {
  /** why nothing could be kept; then the rest is empty */
  readonly refusal?: Refusal
  /** names of fields */
  readonly kept: readonly string[]
  /** both answers; nothing was kept of these */
  readonly conflicts: readonly Conflict[]
}

/**
 * Keeps what an institution answers. Nothing of the national answer changes. Questions about which the institution, or
 * this person for it, was not asked are left out; where a colleague of the institution was faster, both answers come back.
 */
export async function contribute(db: Db, contributing: Contributing): Promise<Contributed> {
  const { responseId, role, institution, cells, at, actor } = contributing
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, contributing, { now: at })
    const refusal = actRefusal('contribute', standing.situation, role)
    if (refusal) return { refusal, kept: [], conflicts: [] }
    const codebook = await codebookOf(trx, standing.response.version_id)
    // Whoever may adopt an answer may also write down what an institution has said on paper.
    const account = actRefusal('adopt', standing.situation, role) ? actor : null
    const asked = contributionsAsked(codebook, await listAssignments(trx, responseId), account).get(institution)
    const given = (await withOwnFiles(trx, responseId, cells)).filter(({ field }) => asked?.has(field))
    const before = Map.groupBy(await listContributions(trx, responseId), ({ field }) => field)
    const conflicts: Conflict[] = []
    const rows: Tables['contribution'][] = []
    for (const { base, ...cell } of given) {
      const all = before.get(cell.field) ?? []
      const last = all.findLast((one) => one.institution === institution)
      if (sameCell(last, cell)) continue
      if ((last?.revision ?? 0) !== base)
        conflicts.push({ field: cell.field, yours: cell, theirs: last ?? nobodys(cell.field) })
      else
        rows.push({
          ...columnsOf(cell),
          institution,
          number: (all.at(-1)?.revision ?? 0) + 1,
          response_id: responseId,
          at,
          by_account: actor,
        })
    }
    await write(trx, rows)
    return { kept: rows.map(({ field }) => field), conflicts }
  })
}

const nobodys = (field: string): Conflict['theirs'] => ({ ...emptyCell(field), revision: 0, at: '', by: '' })

const columnsOf = ({ field, value, absence, comment, typed, language }: Cell) => ({
  field,
  value: value === null ? null : JSON.stringify(value),
  absence,
  comment,
  typed,
  language,
})

async function write(trx: Transaction<Tables>, rows: readonly Tables['contribution'][]): Promise<void> {
  for (const portion of inPortions(rows)) await trx.insertInto('contribution').values(portion).execute()
}
