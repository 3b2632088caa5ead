// Weights, factors and thresholds of the analysis part: that they name options that there are, and add up.
import { optionsOf } from '../codebook.ts'
import type { Analysis, Option, Questionnaire } from '../model.ts'
import type { Path, Refusal } from '../reading.ts'
import { findQuestion } from './places.ts'

/** Sums of weights are compared to this precision: 0.1 + 0.2 is not 0.3. */
const ROUNDING = 1e-9

/** What the numbers of the analysis part say about options, checked against the lists. */
export function refusalsOfData(questionnaire: Questionnaire): Refusal[] {
  const { needs, gaps, readiness } = questionnaire.analysis
  return [
    ...(needs ? refusalsOfNeeds(questionnaire, needs) : []),
    ...(gaps ? refusalsOfGaps(questionnaire, gaps) : []),
    ...(readiness ? refusalsOfReadiness(questionnaire, readiness) : []),
  ]
}

function refusalsOfNeeds(questionnaire: Questionnaire, needs: NonNullable<Analysis['needs']>): Refusal[] {
  const { weights, support_factors: factors, coverage, current, needed } = needs
  const path = ['analysis', 'needs']
  const refusals: Refusal[] = []
  if (Math.abs(weights.priority + weights.urgency + weights.gap - 1) > ROUNDING) {
    refusals.push({ path: [...path, 'weights'], message: 'the weights do not add up to 1' })
  }
  if ((current === undefined) !== (needed === undefined)) {
    refusals.push({ path, message: '`current` and `needed` make the gap together; name both or neither' })
  }
  if (factors && coverage) {
    const options = optionsAt(questionnaire, coverage)
    refusals.push(...unknownOptions(Object.keys(factors), options, [...path, 'support_factors']))
    refusals.push(...leftOut(Object.keys(factors), options, [...path, 'support_factors']))
  } else if (factors)
    refusals.push({ path: [...path, 'support_factors'], message: 'there is no `coverage` to apply them to' })
  return refusals
}

function refusalsOfGaps(questionnaire: Questionnaire, gaps: NonNullable<Analysis['gaps']>): Refusal[] {
  const options = (gaps.obstacles ?? []).flatMap((reference) => optionsAt(questionnaire, reference))
  return unknownOptions(gaps.exclude ?? [], options, ['analysis', 'gaps', 'exclude'])
}

function refusalsOfReadiness(questionnaire: Questionnaire, readiness: NonNullable<Analysis['readiness']>): Refusal[] {
  const options = optionsAt(questionnaire, readiness.status)
  const path = ['analysis', 'readiness']
  const weighted = Object.keys(readiness.weights)
  return [
    ...unknownOptions(weighted, options, [...path, 'weights']),
    ...unknownOptions(readiness.exclude, options, [...path, 'exclude']),
    ...unknownOptions(readiness.overdue_status, options, [...path, 'overdue_status']),
    ...leftOut([...weighted, ...readiness.exclude], options, [...path, 'weights']),
  ]
}

/** None where the question is missing: that is refused where it is named. */
function optionsAt(questionnaire: Questionnaire, reference: string): readonly Option[] {
  const placed = findQuestion(questionnaire, reference)
  return placed ? optionsOf(questionnaire, placed.question) : []
}

function unknownOptions(keys: readonly string[], options: readonly Option[], path: Path): Refusal[] {
  const known = options.map((option) => option.key)
  const unknown = keys.filter((key) => known.length > 0 && !known.includes(key))
  return unknown.map((key) => ({ path, message: `there is no option \`${key}\`; expected one of ${known.join(', ')}` }))
}

/** Every option must count for something, or be left out by name: silence would be a guess. */
function leftOut(keys: readonly string[], options: readonly Option[], path: Path): Refusal[] {
  const missing = options.map((option) => option.key).filter((key) => !keys.includes(key))
  return missing.length === 0 ? [] : [{ path, message: `nothing is said of ${missing.join(', ')}` }]
}
