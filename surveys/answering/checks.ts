// The checks of a questionnaire, judged over the whole reply: what blocks, what wants a word of explanation, what is
// only shown.
import type { Check, Codebook, Field } from '#surveys/definition/model.ts'
import { type Beyond, standing } from './applicability.ts'
import type { Cells } from './model.ts'

/** A check that strikes at a field. `isExplained`: a comment stands there, which is what level `explain` asks for. */
export type Finding = { readonly check: Check; readonly field: Field; readonly isExplained: boolean }

export type Checking = {
  /** ISO date */
  readonly today: string
  /**
   * the country's reply to the round before: cells that applied; with its own codebook where that was another version
   */
  readonly previous?: Cells | Beyond
  /**
   * the country's last submitted replies to other questionnaires of the meeting, by slug, with the codebook that
   * gives options their values
   */
  readonly elsewhere?: Readonly<Record<string, Beyond>>
}

/**
 * Judges every check, item by item where it names a group. A check at a field that does not apply is silent.
 * @returns the checks that strike, in the order of the questionnaire, then of the items
 */
export function runChecks(codebook: Codebook, cells: Cells, { today, previous, elsewhere }: Checking): Finding[] {
  const beyond = new Map<string, Beyond>(Object.entries(elsewhere ?? {}))
  if (previous) beyond.set('previous', 'codebook' in previous ? previous : { codebook, cells: previous })
  const judged = standing(codebook, cells, today, beyond)
  return codebook.checks
    .filter(({ field, when }) => judged.applies(field) && judged.holds(when))
    .map(({ check, field }) => ({ check, field, isExplained: (cells.get(field.name)?.comment ?? null) !== null }))
}

/** True when the finding keeps the reply from being submitted: it blocks, or it waits for its explanation. */
export function holdsBack({ check, isExplained }: Finding): boolean {
  return check.level === 'block' || (check.level === 'explain' && !isExplained)
}
