// Everything that analysis can say about a view, in one object: what the tests of disclosure look through.
import { completenessOf } from '#surveys/analysis/completeness.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import { gapsOf } from '#surveys/analysis/gaps.ts'
import { HEAT_MEASURES, heatMap } from '#surveys/analysis/heat-map.ts'
import { modalityMix } from '#surveys/analysis/modalities.ts'
import type { View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { partnersOf } from '#surveys/analysis/partners.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { questionsOf, refOf } from '#surveys/analysis/refs.ts'
import { sheetOf } from '#surveys/analysis/sheet.ts'

export function everything(view: View) {
  return {
    needs: rankNeeds(view),
    heat: HEAT_MEASURES.map((measure) => heatMap(view, measure)),
    measures: readinessOf(view),
    steps: consensusOf(view),
    gaps: gapsOf(view),
    modalities: modalityMix(view),
    partners: partnersOf(view),
    completeness: completenessOf(view),
    // a page of one's own exists for those who are shown by name
    sheets: view.roster.map((country) => sheetOf(view, country.code, new Map())),
    questions: questionsOf(view.codebook).map((field) => distributionOf(view, refOf(field))),
  }
}

/** As it would be printed: two outputs with the same text are the same to every reader. */
export function printed(view: View): string {
  // fields and options carry the questionnaire, which everybody may read
  return JSON.stringify(everything(view), (key, value) => (key === 'field' || key === 'part' ? undefined : value))
}
