// What a workbook that came back says beside what is kept now, question by question.
import { isGiven, sameCell } from '#surveys/answering/cells.ts'
import type { Cell, Cells, KeptCell } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import type { Stamp } from './workbook.ts'
import type { ReturnedCell, RowWrong } from './workbook-reading.ts'

/**
 * same: nothing to decide · new: nothing was kept · changed: another answer · emptied: the workbook has none ·
 * conflict: changed in the workbook and in the house since · invalid: it cannot be read · locked: the reply was
 * returned, and this was not asked about
 */
export type DifferenceKind = 'same' | 'new' | 'changed' | 'emptied' | 'conflict' | 'invalid' | 'locked'

export type Difference = {
  readonly field: Field
  readonly kind: DifferenceKind
  readonly yours: Cell
  readonly theirs: KeptCell | null
  readonly wrong: RowWrong | null
}

export type Comparing = {
  readonly returned: ReadonlyMap<string, ReturnedCell>
  /** the revisions with which the workbook was written, by field */
  readonly bases: ReadonlyMap<string, number>
  readonly current: Cells<KeptCell>
  /** what the cells said at those revisions, where they are others by now */
  readonly seen: Cells
  /** what can be changed in a returned reply; null: everything */
  readonly open: ReadonlySet<string> | null
}

/** In reading order; questions that the workbook leaves out are not in it. */
export function differencesOf(codebook: Codebook, comparing: Comparing): Difference[] {
  return codebook.fields.flatMap((field) => {
    const returned = comparing.returned.get(field.name)
    if (!returned) return []
    const theirs = comparing.current.get(field.name) ?? null
    const kind = kindOf(field.name, returned, theirs, comparing)
    return [{ field, kind, yours: returned.cell, theirs, wrong: kind === 'invalid' ? returned.wrong : null }]
  })
}

function kindOf(
  field: string,
  { cell, wrong }: ReturnedCell,
  theirs: KeptCell | null,
  { bases, seen, open }: Comparing,
): DifferenceKind {
  const base = bases.get(field) ?? 0
  const isMoved = base !== (theirs?.revision ?? 0)
  if (sameCell(theirs ?? undefined, cell)) return 'same'
  // What was not touched in the workbook says nothing against what a colleague has written since.
  if (isMoved && wrong === null && sameCell(seen.get(field), cell)) return 'same'
  if (wrong !== null) return 'invalid'
  if (open !== null && !open.has(field)) return 'locked'
  if (isMoved) return 'conflict'
  if (!isGiven(theirs ?? undefined)) return 'new'
  return isGiven(cell) ? 'changed' : 'emptied'
}

/** Why a workbook is not taken here; undefined when it is. */
export type Misplaced = 'round' | 'country' | 'questionnaire' | 'version'

export function misplaced(stamp: Pick<Stamp, Misplaced>, here: Pick<Stamp, Misplaced>): Misplaced | undefined {
  return (['round', 'country', 'questionnaire', 'version'] as const).find((what) => stamp[what] !== here[what])
}
