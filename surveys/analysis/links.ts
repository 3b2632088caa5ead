// Which sections stand and fall together: those whose answers one formula combines.
import type { Codebook } from '#surveys/definition/model.ts'
import { fieldsAt } from './refs.ts'

/** Made once per codebook: a codebook never changes. */
const known = new WeakMap<Codebook, ReadonlyMap<string, readonly string[]>>()

/**
 * By section, the sections that are disclosed together with it, itself included.
 * If a delegation counted in the figures of one and not in those of the other, its answer could be had by subtraction.
 */
export function linkedSections(codebook: Codebook): ReadonlyMap<string, readonly string[]> {
  const found = known.get(codebook)
  if (found) return found
  const blocks = new Map([...codebook.bySection.keys()].map((section) => [section, new Set([section])]))
  for (const refs of combined(codebook)) {
    const sections = refs.flatMap((ref) => fieldsAt(codebook, ref).map((field) => field.section))
    const merged = new Set(sections.flatMap((section) => [...(blocks.get(section) ?? [])]))
    for (const section of merged) blocks.set(section, merged)
  }
  const result = new Map([...blocks].map(([section, block]) => [section, [...block]]))
  known.set(codebook, result)
  return result
}

/** The answers that enter one formula, part by part of `analysis`. */
function combined(codebook: Codebook): (string | undefined)[][] {
  const { needs, gaps, modality, partners, readiness, consensus } = codebook.questionnaire.analysis
  return [
    [needs?.priority, needs?.urgency, needs?.current, needs?.needed, needs?.coverage, needs?.ranking],
    [gaps?.current, gaps?.needed],
    [needs?.priority, modality?.first, modality?.second, modality?.scale],
    [partners?.requested, partners?.priority, partners?.active],
    [readiness?.status, readiness?.date, readiness?.evidence, readiness?.evidence_note, readiness?.assistance],
    [consensus?.rating, consensus?.reservation, consensus?.timeframe, consensus?.preconditions],
  ]
}
