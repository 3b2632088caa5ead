// Which questions a chart is made from, by the numbers that are printed in the questionnaire.
import type { View } from '#surveys/analysis/model.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'

/** `C10.1`, in the order given; questions that are not bound are left out. */
export function numbersAt(view: View, refs: readonly (string | undefined)[]): string[] {
  return refs.flatMap((ref) => fieldsAt(view.codebook, ref)[0]?.number ?? [])
}
