// What the chair does with the pulse of the item that is on: opens it, enters a vote, closes it.
import { listAgenda } from '#db/agenda.ts'
import type { Meeting } from '#db/meetings.ts'
import { castVote, closePulse, openPulse } from '#db/pulses.ts'
import type { Stage } from '#db/stages.ts'
import { audit, type ParticipantVisit } from '../../access.server.ts'
import { showingOf } from '../../plenary/held.server.ts'
import { type PulseAt, pulseAt } from '../../plenary/pulse.server.ts'

/** @returns false when it cannot be done: nothing is on, or it is done already */
export async function actOnPulse(visit: ParticipantVisit, meeting: Meeting, stage: Stage): Promise<boolean> {
  const item = (await listAgenda(visit.db, meeting.id)).find(({ id }) => id === stage.itemId)
  const pulse = await pulseAt(visit, await showingOf(visit, meeting, stage), item)
  if (!item || !pulse) return false
  const place = { ...audit(visit), meetingId: meeting.id, itemId: item.id }
  switch (visit.form.get('pulse')) {
    case 'open':
      return openPulse(visit.db, { ...place, roundId: pulse.roundId, field: pulse.field.name })
    case 'close':
      return closePulse(visit.db, place)
    case 'enter':
      return enter(visit, pulse, place)
    default:
      return false
  }
}

async function enter({ db, form }: ParticipantVisit, pulse: PulseAt, place: Parameters<typeof closePulse>[1]) {
  const country = pulse.countries.find(({ code }) => code === form.get('country'))
  const option = pulse.ballot.find(({ key }) => key === form.get('value'))
  if (!country || !option) return false
  return castVote(db, { ...place, country: country.code, value: option.key, enteredBy: 'chair' })
}
