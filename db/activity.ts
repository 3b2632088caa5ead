// What a write leaves on the response: its state, who was last active, how far it has come, and the trail.
import type { Transaction } from 'kysely'
import type { Cells } from '#surveys/answering/model.ts'
import type { Progress } from '#surveys/answering/progress.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { noteAnswers } from './carrying.ts'
import { contentsOf, type Written } from './cells.ts'
import type { Standing } from './situations.ts'
import type { Tables } from './tables.ts'

/**
 * After cells were written: what was carried and is answered now, progress and last activity on the response, and the
 * trail, with names and digests only.
 */
export async function noteActivity(
  trx: Transaction<Tables>,
  { response }: Standing,
  act: Act,
  progress: Progress,
  { written, before, action = 'cells.saved' }: { written: readonly Written[]; before: Cells; action?: string },
): Promise<void> {
  const { actor, at, requestId } = act
  await noteAnswers(trx, response.id, written, act)
  const state = response.state === 'invited' ? 'draft' : response.state
  await trx
    .updateTable('response')
    .set({ state, last_activity_at: at, last_activity_by: actor, progress: JSON.stringify(progress) })
    .where('id', '=', response.id)
    .execute()
  const common = { actor, at, requestId, chains: [responseChain(response.id)], subject: `response:${response.id}` }
  if (state !== response.state) {
    const details = { from: response.state, to: state }
    await recordAudit(trx, { ...common, action: 'response.begun', before: response.state, after: state, details })
  }
  await recordAudit(trx, {
    ...common,
    action,
    before: contentsOf(written.map(({ field }) => before.get(field))),
    after: contentsOf(written),
    salt: response.salt,
    details: { fields: Object.fromEntries(written.map(({ field, revision }) => [field, revision])) },
  })
}
