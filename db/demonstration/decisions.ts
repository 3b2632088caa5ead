// Scenes of the project team: evidence for measures is accepted, or not, with the reason.
import { decideEvidence } from '../evidence.ts'
import { findOwnResponse } from '../responses.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'
import { EVIDENCE, REPORT } from './story.ts'

export function recordEvidence(stage: Stage): Scene[] {
  return EVIDENCE.map(([country, measure, day, notAccepted]) => ({
    day,
    play: async (at) => {
      const own = (await findOwnResponse(stage.trx, { round: REPORT, country })) ?? missing(`report of ${country}`)
      const decision = notAccepted ? ('not_accepted' as const) : ('accepted' as const)
      const act = { actor: accountOf(stage, 'officer'), at, role: 'officer' as const, note: notAccepted }
      const place = { responseId: own.id, country, field: `measures.${measure}.status` }
      const refusal = await decideEvidence(stage.trx, { ...act, ...place, decision })
      if (refusal) throw new Error(`Evidence of ${country} for ${measure} could not be judged: ${refusal}.`)
    },
  }))
}
