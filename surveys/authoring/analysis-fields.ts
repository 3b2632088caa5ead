// The fields of the analysis: which question plays which part in the dashboards, and the weights and thresholds beside it.
import type { FieldSpec } from './fields.ts'

/** By part: what must be bound, what may be, lists of questions, and data. */
const PARTS: Readonly<
  Record<string, Partial<Record<'bound' | 'may' | 'refs' | 'numbers' | 'keys' | 'pairs' | 'series', readonly string[]>>>
> = {
  needs: {
    bound: ['priority', 'urgency'],
    may: ['current', 'needed', 'coverage', 'justification', 'ranking'],
    numbers: [
      'weights.priority',
      'weights.urgency',
      'weights.gap',
      'shared_from',
      'urgent_from',
      'scope.regional_share',
      'scope.subregional_countries',
      'scope.national_countries',
      'provisional_below',
      'duplication_from',
      'ranking_discuss_from',
    ],
    series: ['ranking_points'],
    pairs: ['support_factors'],
  },
  gaps: { may: ['current', 'needed'], refs: ['limits', 'obstacles'], keys: ['exclude'] },
  modality: { bound: ['first'], may: ['second', 'scale', 'topics'], numbers: ['weights.first', 'weights.second'] },
  partners: {
    bound: ['requested', 'priority'],
    may: ['active', 'offered', 'contacts', 'channels'],
    numbers: ['shared_from'],
  },
  readiness: {
    bound: ['status'],
    may: ['date', 'evidence', 'evidence_note', 'assistance', 'good_practice', 'areas', 'ranking'],
    pairs: ['weights'],
    keys: ['exclude', 'overdue_status'],
    numbers: ['implemented_without_evidence'],
  },
  consensus: {
    bound: ['rating'],
    may: ['reservation', 'timeframe', 'preconditions'],
    numbers: [
      'agree_from',
      'disagree_to',
      'agree_share',
      'minority_max',
      'not_supported_median',
      'iqr_max',
      'divided_below',
      'minimum_answers',
    ],
  },
}

/** @param refs the questions that can be bound, as analysis names them */
export function analysisFields(part: string, refs: readonly string[]): FieldSpec[] {
  const known = PARTS[part]
  if (!known) return []
  return [
    ...(known.bound ?? []).map((name): FieldSpec => ({ name, kind: 'choice', options: refs })),
    ...(known.may ?? []).map((name): FieldSpec => ({ name, kind: 'choice', options: refs, isOptional: true })),
    ...(known.refs ?? []).map((name): FieldSpec => ({ name, kind: 'refs', isOptional: true })),
    // What is left empty is what the format assumes.
    ...(known.numbers ?? []).map((name): FieldSpec => ({ name, kind: 'number', isOptional: true })),
    ...(known.series ?? []).map((name): FieldSpec => ({ name, kind: 'numbers', isOptional: true })),
    ...(known.keys ?? []).map((name): FieldSpec => ({ name, kind: 'keys', isOptional: true })),
    ...(known.pairs ?? []).map((name): FieldSpec => ({ name, kind: 'pairs', isOptional: part === 'needs' })),
  ]
}
