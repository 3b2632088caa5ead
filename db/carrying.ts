// Answers from an earlier round or an earlier version: offered to the delegation, which says whether they still hold.
import type { Transaction } from 'kysely'
import { carryCell, type MovingPlan, planMoving } from '#surveys/answering/carrying.ts'
import { emptyCell, isGiven, sameCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import type { LedgerLine } from '#surveys/definition/comparison/ledger.ts'
import type { Codebook, Text } from '#surveys/definition/model.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { cellsOf } from './cells.ts'
import { inPortions } from './engine.ts'
import { codebookOf } from './questionnaires.ts'
import { submittedCells } from './submissions.ts'
import type { Db, Row, Tables } from './tables.ts'
import { ledgerBetween } from './version-lines.ts'

export type CarriedState = Tables['carried']['state']
export type CarriedAnswer = {
  readonly field: string
  readonly origin: Tables['carried']['origin']
  /** the round it comes from; null: the same round, an earlier version */
  readonly round: { readonly slug: string; readonly title: Text } | null
  readonly version: string
  readonly versionId: string
  /** in the terms of then */
  readonly given: Cell
  /** in the terms of now; null: it does not fit any more */
  readonly offered: Cell | null
  readonly givenAt: string
  readonly givenBy: string
  readonly state: CarriedState
  /** what happened to the question since */
  readonly line: LedgerLine | null
}

/** Everything that was carried into a response, decided or not, in the order of the fields' names. */
export async function listCarried(db: Db, responseId: string): Promise<CarriedAnswer[]> {
  const rows = await db
    .selectFrom('carried')
    .innerJoin('response as here', 'here.id', 'carried.response_id')
    .innerJoin('questionnaire_version as version', 'version.id', 'carried.version_id')
    .leftJoin('submission', 'submission.id', 'carried.submission_id')
    .leftJoin('response as there', 'there.id', 'submission.response_id')
    .leftJoin('round', 'round.id', 'there.round_id')
    .selectAll('carried')
    .select(['version.version', 'here.version_id as here_version', 'round.slug', 'round.title'])
    .where('carried.response_id', '=', responseId)
    .orderBy('carried.field')
    .execute()
  const answers: CarriedAnswer[] = []
  for (const row of rows) {
    const ledger = await ledgerBetween(db, row.version_id, row.here_version)
    answers.push({
      field: row.field,
      origin: row.origin,
      round: row.slug && row.title ? { slug: row.slug, title: JSON.parse(row.title) } : null,
      version: row.version,
      versionId: row.version_id,
      given: JSON.parse(row.given),
      offered: row.offered === null ? null : JSON.parse(row.offered),
      givenAt: row.given_at,
      givenBy: row.given_by,
      state: row.state,
      line: ledger?.get(row.field) ?? null,
    })
  }
  return answers
}

type Into = { readonly responseId: string; readonly country: string; readonly versionId: string; readonly at: string }

/** Offers a country its official answers to an earlier round; nothing where it has none, or its version is no later one. */
export async function prefill(trx: Transaction<Tables>, fromRoundId: string, into: Into): Promise<void> {
  const source = await trx
    .selectFrom('response')
    .innerJoin('submission', 'submission.id', 'response.official_submission_id')
    .select(['submission.id', 'submission.version_id', 'submission.submitted_at', 'submission.signed_name'])
    .where('response.round_id', '=', fromRoundId)
    .where('response.country', '=', into.country)
    .executeTakeFirst()
  const ledger = source && (await ledgerBetween(trx, source.version_id, into.versionId))
  if (!source || !ledger) return
  const codebook = await codebookOf(trx, into.versionId)
  const given = [...(await submittedCells(trx, source.id)).values()]
  await insertCarried(
    trx,
    given.flatMap((cell) => {
      const field = codebook.byName.get(cell.field)
      // A confirmation is a new act each time.
      if (!field || field.question.type === 'confirm' || (cell.value === null && cell.absence === null)) return []
      const offered = carryCell(ledger.get(cell.field), field, cell, into.at.slice(0, 10))
      return [{ cell, offered, at: source.submitted_at, by: source.signed_name }]
    }),
    { responseId: into.responseId, origin: 'round', submissionId: source.id, versionId: source.version_id },
  )
}

type Offer = { readonly cell: Cell; readonly offered: Cell | null; readonly at: string; readonly by: string }
type From = {
  readonly responseId: string
  readonly origin: CarriedAnswer['origin']
  readonly submissionId: string | null
  readonly versionId: string
}

async function insertCarried(trx: Transaction<Tables>, offers: readonly Offer[], from: From): Promise<void> {
  const rows = offers.map(({ cell, offered, at, by }) => ({
    response_id: from.responseId,
    field: cell.field,
    origin: from.origin,
    submission_id: from.submissionId,
    version_id: from.versionId,
    given: JSON.stringify({ ...emptyCell(cell.field), ...contentOf(cell) }),
    offered: offered && JSON.stringify(offered),
    given_at: at,
    given_by: by,
    state: 'open' as const,
    decided_at: null,
    decided_by: null,
  }))
  for (const portion of inPortions(rows, 200)) {
    await trx
      .insertInto('carried')
      .values(portion)
      .onConflict((oc) =>
        oc.columns(['response_id', 'field']).doUpdateSet((eb) => ({
          origin: eb.ref('excluded.origin'),
          submission_id: eb.ref('excluded.submission_id'),
          version_id: eb.ref('excluded.version_id'),
          given: eb.ref('excluded.given'),
          offered: eb.ref('excluded.offered'),
          given_at: eb.ref('excluded.given_at'),
          given_by: eb.ref('excluded.given_by'),
          state: eb.ref('excluded.state'),
          decided_at: eb.ref('excluded.decided_at'),
          decided_by: eb.ref('excluded.decided_by'),
        })),
      )
      .execute()
  }
}

const contentOf = ({ value, absence, comment, typed, language }: Cell) => ({ value, absence, comment, typed, language })

/**
 * After answers were written: an offer that was answered as it stands is confirmed, any other answer says that it has
 * changed. Taking an answer back leaves the question open again, and with it the offer.
 */
export async function noteAnswers(
  trx: Transaction<Tables>,
  responseId: string,
  written: readonly Cell[],
  { actor, at }: Act,
): Promise<void> {
  const names = new Set(written.map(({ field }) => field))
  const rows = await trx
    .selectFrom('carried')
    .select(['field', 'offered'])
    .where('response_id', '=', responseId)
    .execute()
  const offers = new Map(rows.filter(({ field }) => names.has(field)).map(({ field, offered }) => [field, offered]))
  for (const cell of written) {
    const offered = offers.get(cell.field)
    if (offered === undefined) continue
    await decide(trx, { responseId, fields: [cell.field], state: stateAfter(cell, offered), actor, at })
  }
}

function stateAfter(cell: Cell, offered: string | null): CarriedState {
  if (!isGiven(cell)) return 'open'
  return offered !== null && sameCell(JSON.parse(offered) as Cell, cell) ? 'valid' : 'changed'
}

/** Writes down what was decided about some offers; `open` takes a decision back. */
export async function decide(
  trx: Transaction<Tables>,
  to: { responseId: string; fields: readonly string[]; state: CarriedState; actor: string; at: string },
): Promise<void> {
  const { responseId, fields, state, actor, at } = to
  const by = state === 'open' ? { decided_at: null, decided_by: null } : { decided_at: at, decided_by: actor }
  for (const portion of inPortions(fields)) {
    const query = trx.updateTable('carried').set({ state, ...by })
    await query.where('response_id', '=', responseId).where('field', 'in', portion).execute()
  }
}

export type MovingCounts = Readonly<Record<keyof MovingPlan, number>>

/** What moving a response to another version would do. @returns undefined where that is no later version */
export async function previewMoving(
  db: Db,
  response: Pick<Row<'response'>, 'id' | 'version_id'>,
  versionId: string,
  today: string,
): Promise<{ plan: MovingPlan; counts: MovingCounts; codebook: Codebook } | undefined> {
  const ledger = await ledgerBetween(db, response.version_id, versionId)
  if (!ledger) return undefined
  const codebook = await codebookOf(db, versionId)
  const plan = planMoving(ledger, codebook, await cellsOf(db, response.id), today)
  const { kept, toConfirm, fresh, aside } = plan
  const counts = { kept: kept.length, toConfirm: toConfirm.length, fresh: fresh.length, aside: aside.length }
  return { plan, counts, codebook }
}

/**
 * Goes on with a later version of the questionnaire. No cell is written: what must be confirmed stands aside as an offer
 * until the delegation has said so, what is no longer asked stays where it is.
 */
export async function moveResponse(
  trx: Transaction<Tables>,
  response: Row<'response'>,
  versionId: string,
  act: Act & { readonly today: string },
): Promise<MovingCounts | undefined> {
  const { actor, at, requestId, today } = act
  const preview = await previewMoving(trx, response, versionId, today)
  const ledger = await ledgerBetween(trx, response.version_id, versionId)
  if (!preview || !ledger) return undefined
  const { plan, counts, codebook } = preview
  const cells = await cellsOf(trx, response.id)
  const offers = plan.toConfirm.flatMap((name): Offer[] => {
    const [cell, field] = [cells.get(name), codebook.byName.get(name)]
    if (!cell || !field) return []
    return [{ cell, offered: carryCell(ledger.get(name), field, cell, today), at: cell.at, by: cell.by }]
  })
  await insertCarried(trx, offers, {
    responseId: response.id,
    origin: 'version',
    submissionId: null,
    versionId: response.version_id,
  })
  await trx.updateTable('response').set({ version_id: versionId }).where('id', '=', response.id).execute()
  await offerAnew(trx, response.id, codebook, today)
  const progress = JSON.stringify(progressOf(codebook, await cellsOf(trx, response.id), today))
  await trx.updateTable('response').set({ progress }).where('id', '=', response.id).execute()
  await recordAudit(trx, {
    actor,
    at,
    requestId,
    chains: [responseChain(response.id)],
    action: 'response.moved',
    subject: `response:${response.id}`,
    before: { versionId: response.version_id },
    after: { versionId },
    details: { version: codebook.questionnaire.version, ...counts },
  })
  return counts
}

/** What still waits from before is offered in the terms of the version that is answered now. */
async function offerAnew(
  trx: Transaction<Tables>,
  responseId: string,
  codebook: Codebook,
  today: string,
): Promise<void> {
  for (const { field: name, given, line, state } of await listCarried(trx, responseId)) {
    const field = codebook.byName.get(name)
    if (state !== 'open' || !field) continue
    const offered = carryCell(line ?? undefined, field, given, today)
    const query = trx.updateTable('carried').set({ offered: offered && JSON.stringify(offered) })
    await query.where('response_id', '=', responseId).where('field', '=', name).execute()
  }
}
