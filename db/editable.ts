// Which answers somebody may change in a reply that may be edited now: what the team left open, and what is theirs to answer.
import { editsOnlyAssigned } from '#surveys/answering/acts.ts'
import { assignedFields } from '#surveys/answering/assignments.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import { listAssignments } from './assignments.ts'
import type { Standing } from './situations.ts'
import type { Db } from './tables.ts'
import { openIn } from './unlocks.ts'

export type Editor = { readonly actor: string; readonly role: DelegationRole }

/** The fields that a contributor is asked for; null for everybody who edits everything. */
export async function assignedIn(
  db: Db,
  responseId: string,
  codebook: Codebook,
  { actor, role }: Editor,
): Promise<ReadonlySet<string> | null> {
  if (!editsOnlyAssigned(role)) return null
  return assignedFields(codebook, await listAssignments(db, responseId), actor)
}

/** What this person can change of a reply that may be edited now; null: everything. */
export async function editableIn(
  db: Db,
  standing: Pick<Standing, 'response' | 'situation'>,
  codebook: Codebook,
  editor: Editor,
): Promise<ReadonlySet<string> | null> {
  const open = await openIn(db, standing, codebook)
  const assigned = await assignedIn(db, standing.response.id, codebook, editor)
  if (!open || !assigned) return assigned ?? open
  return new Set([...assigned].filter((name) => open.has(name)))
}
