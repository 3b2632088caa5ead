// The measures that a delegation calls implemented and gives evidence for: what the team accepts, or does not.
import { isAnswered } from '#surveys/answering/cells.ts'
import type { Cells } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'

export type Evidenced = {
  /** of the status: decisions are kept under its name */
  readonly status: Field
  /** the document and the description, those that the questionnaire has */
  readonly evidence: readonly Field[]
}

/** Measures declared as implemented, with evidence given. Empty where the questionnaire has no measures. */
export function evidencedMeasures(codebook: Codebook, cells: Cells): Evidenced[] {
  const { readiness } = codebook.questionnaire.analysis
  if (!readiness) return []
  const [group, status] = readiness.status.split('.')
  const beside = [readiness.evidence, readiness.evidence_note].flatMap((name) => name?.split('.').at(-1) ?? [])
  return codebook.fields
    .filter((field) => field.group?.group === group && field.question.key === status)
    .filter((field) => cells.get(field.name)?.value === 'implemented')
    .flatMap((field) => {
      const names = beside.map((key) => `${group}.${field.item?.key}.${key}`)
      const given = names.filter((name) => isAnswered(cells.get(name)))
      const evidence = given.flatMap((name) => codebook.byName.get(name) ?? [])
      return evidence.length > 0 ? [{ status: field, evidence }] : []
    })
}
