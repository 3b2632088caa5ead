// The round of a meeting that asks for needs, as the snapshot holds it: what the room decides on, area by area.
import { listRounds } from '#db/rounds.ts'
import { type NeedsRanking, rankNeeds } from '#surveys/analysis/needs.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import type { Option } from '#surveys/definition/model.ts'
import { type Asking, heldRound, type Showing } from './held.server.ts'

export type NeedsRound = {
  readonly roundId: string
  readonly slug: string
  readonly ranking: NeedsRanking
  /** by place, those without one last */
  readonly areas: readonly Option[]
  readonly modalities: readonly Option[]
}

/** @returns undefined when no round of the snapshot asks for needs */
export async function needsRoundOf(asking: Asking, showing: Showing): Promise<NeedsRound | undefined> {
  for (const { id, slug } of await listRounds(asking.db, { meetingId: showing.meeting.id })) {
    const held = await heldRound(asking, showing, slug)
    const ranking = held?.once('needs', () => rankNeeds(held.view))
    if (!held || !ranking) continue
    const { modality } = held.view.codebook.questionnaire.analysis
    const [field] = fieldsAt(held.view.codebook, modality?.first)
    return {
      roundId: id,
      slug,
      ranking,
      areas: ranking.rows.map(({ area }) => area),
      modalities: field?.options ?? [],
    }
  }
  return undefined
}
