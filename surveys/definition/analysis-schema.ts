// The `analysis` part of the file format. Weights and thresholds that are not written are filled in, so the seal holds them.
import { z } from 'zod'
import { key, kind, reference, whole } from './schema-parts.ts'

const share = z.number().min(0).max(1)
const factors = z.record(key, share)

const needs = kind({
  priority: reference,
  urgency: reference,
  current: reference.optional(),
  needed: reference.optional(),
  coverage: reference.optional(),
  justification: reference.optional(),
  ranking: reference.optional(),
  weights: kind({ priority: share, urgency: share, gap: share }).default({ priority: 0.5, urgency: 0.3, gap: 0.2 }),
  support_factors: factors.optional(),
  shared_from: z.number().default(3),
  urgent_from: z.number().default(3),
  scope: kind({ regional_share: share, subregional_countries: whole, national_countries: whole }).default({
    regional_share: 0.5,
    subregional_countries: 2,
    national_countries: 1,
  }),
  provisional_below: share.default(0.75),
  duplication_from: share.default(0.5),
  ranking_points: z.array(z.number().min(0)).min(1).default([5, 4, 3, 2, 1]),
  ranking_discuss_from: whole.default(4),
})

const gaps = kind({
  current: reference.optional(),
  needed: reference.optional(),
  limits: z.array(reference).optional(),
  obstacles: z.array(reference).optional(),
  exclude: z.array(key).optional(),
})

const modality = kind({
  first: reference,
  second: reference.optional(),
  scale: reference.optional(),
  topics: reference.optional(),
  weights: kind({ first: z.number().min(0), second: z.number().min(0) }).default({ first: 1, second: 0.5 }),
})

const partners = kind({
  requested: reference,
  priority: reference,
  active: reference.optional(),
  offered: reference.optional(),
  contacts: reference.optional(),
  channels: reference.optional(),
  shared_from: z.number().default(3),
})

const readiness = kind({
  status: reference,
  date: reference.optional(),
  evidence: reference.optional(),
  evidence_note: reference.optional(),
  assistance: reference.optional(),
  good_practice: reference.optional(),
  areas: reference.optional(),
  ranking: reference.optional(),
  weights: factors,
  exclude: z.array(key).default([]),
  implemented_without_evidence: share.default(0.75),
  overdue_status: z.array(key).default([]),
})

const consensus = kind({
  rating: reference,
  reservation: reference.optional(),
  timeframe: reference.optional(),
  preconditions: reference.optional(),
  agree_from: z.number().optional(),
  disagree_to: z.number().optional(),
  agree_share: share.optional(),
  minority_max: whole.optional(),
  not_supported_median: z.number().optional(),
  iqr_max: z.number().min(0).default(1),
  divided_below: z.number().min(-1).max(1).default(0),
  minimum_answers: whole.default(5),
})

/** Which answers play which part in the dashboards. */
export const analysis = kind({
  needs: needs.optional(),
  gaps: gaps.optional(),
  modality: modality.optional(),
  partners: partners.optional(),
  readiness: readiness.optional(),
  consensus: consensus.optional(),
})
