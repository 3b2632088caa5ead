// What institutions say beside the national answer, question by question, and what is done with it.
import { listContributions } from '#db/contributions.ts'
import { type Saved, saveCells } from '#db/responses.ts'
import { isAnswered } from '#surveys/answering/cells.ts'
import { type Contribution, differentAnswers, sayingNow } from '#surveys/answering/contributions.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { Compared } from '../../components/delegation/compared.tsx'
import { contentOf, stepOf } from './keeping.server.ts'
import { closedWords, type OwnReply, refusalOf } from './own-reply.server.ts'
import { placeOf } from './question-at.server.ts'

/** One question with all that is said about it. @param contributions what each institution says now */
export function comparedOf(reply: OwnReply, field: Field, contributions: readonly Contribution[]): Compared {
  const now = reply.cells.get(field.name)
  return {
    ...placeOf(reply, field),
    compare: `${reply.home.base}/contributions/${field.name}`,
    national: now ?? null,
    differs: differentAnswers(contributions) > 1,
    contributions,
  }
}

/** Why the reader adopts nothing here now, as a sentence; null when they may. */
export function adoptRefusal(reply: OwnReply, visit: DelegationVisit, field?: Field): string | null {
  const refusal = refusalOf('adopt', reply, visit)
  const { t } = reply.reader
  if (refusal === 'role') return t('inside:contributions.by_focal_point')
  if (refusal !== undefined) return closedWords(refusal, reply)
  return field && reply.open?.has(field.name) === false ? t('review:asked.locked') : null
}

/**
 * Makes a contribution the national answer, as it stands, on top of the answer that the page showed.
 * @returns why not, as a sentence; null when it is
 */
export async function adopt(reply: OwnReply, visit: DelegationVisit, field: Field): Promise<string | null> {
  const refusal = adoptRefusal(reply, visit, field)
  if (refusal !== null) return refusal
  const wanted = Number(visit.form.get('adopt'))
  const said = sayingNow(await listContributions(visit.db, reply.id, field.name))
  const chosen = said.find(({ revision }) => revision === wanted)
  const { t } = reply.reader
  if (!chosen || !isAnswered(chosen)) return t('team:problem.changed_meanwhile')
  const base = Number(visit.form.get('base')) || 0
  // Saving takes a cell that says what was shown for one that nobody touched; here somebody clicked.
  if (base !== (reply.cells.get(field.name)?.revision ?? 0)) return t('inside:contributions.conflict')
  return outcomeOf(await keepFrom(reply, visit, contentOf({ ...chosen, base }), [wanted]), reply)
}

/** Keeps a national answer that remembers from which contributions it came. */
export function keepFrom(
  reply: OwnReply,
  visit: DelegationVisit,
  cell: Cell & { readonly base: number },
  numbers: readonly number[],
): Promise<Saved> {
  const sources = numbers.map((number) => ({ field: cell.field, kind: 'contribution' as const, number }))
  return saveCells(visit.db, { ...stepOf(reply, visit), cells: [cell], sources })
}

/** Why nothing was kept, as a sentence; null when it was. */
export function outcomeOf({ refusal, conflicts, locked }: Saved, reply: OwnReply): string | null {
  const { t } = reply.reader
  if (refusal !== undefined) return closedWords(refusal, reply)
  if (conflicts.length > 0) return t('inside:contributions.conflict')
  return locked.length > 0 ? t('review:asked.locked') : null
}
