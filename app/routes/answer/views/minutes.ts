// How long a section takes: its share of the minutes that the questionnaire honestly names.
import { burdenOf } from '#surveys/definition/burden.ts'
import type { Codebook } from '#surveys/definition/model.ts'

/** @returns minutes by section, whole numbers, at least 1; from 10 on in steps of five */
export function minutesOf(codebook: Codebook): ReadonlyMap<string, number> {
  return new Map(burdenOf(codebook).map(({ section, minutes }) => [section, rounded(minutes)]))
}

function rounded(minutes: number): number {
  if (minutes < 10) return Math.max(1, Math.round(minutes))
  return Math.round(minutes / 5) * 5
}
