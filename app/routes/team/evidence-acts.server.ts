// The team accepts the evidence of a measure, does not, or takes its decision back.
import { decideEvidence } from '#db/evidence.ts'
import { audit, type TeamVisit } from '../../access.server.ts'
import { evidencedMeasures } from './evidence.ts'
import { findOfficial } from './official.server.ts'
import { type FormReading, readForm } from './reading.ts'

const DECISIONS = ['accepted', 'not_accepted', 'taken_back'] as const

/**
 * @returns the form with its problems, and where to go when there are none
 * @throws a Response 404 when nothing has been submitted
 */
export async function decideOnEvidence(
  visit: TeamVisit,
): Promise<{ form: FormReading; word: string; path: string; anchor: string }> {
  const { round, country, responseId, codebook, cells } = await findOfficial(visit)
  const form = readForm(visit.form)
  const word = form.choice('act', DECISIONS)
  const field = form.choice(
    'measure',
    evidencedMeasures(codebook, cells).map(({ status }) => status.name),
  )
  const note = form.text('note', { max: 500, isLong: true, isOptional: word !== 'not_accepted' })
  const path = `/team/rounds/${round.slug}/${country}`
  const answer = { form, word, path, anchor: `#f-${field}` }
  if (form.problems.length > 0) return answer
  const decision = word === 'accepted' || word === 'not_accepted' ? word : null
  const step = { ...audit(visit), responseId, country, role: visit.team.role, field, decision, note }
  const refusal = await decideEvidence(visit.db, step)
  if (refusal) form.refuse('act', 'state')
  return answer
}
