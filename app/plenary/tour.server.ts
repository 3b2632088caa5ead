// Where the tour de table stands, in words for the screens.
import type { Meeting } from '#db/meetings.ts'
import { readTour } from '#db/tours.ts'
import type { Text } from '#surveys/definition/model.ts'
import { clockOf } from '../components/plenary/tour.tsx'
import type { Speech } from '../components/words.tsx'
import type { Asking } from './held.server.ts'

type Stand = {
  readonly speaker: string | null
  /** that the clock is stopped, or how many have spoken */
  readonly says: string
  readonly rows: readonly { readonly label: Text; readonly words: string }[]
}

export async function tourStand({ db }: Asking, meeting: Meeting, { t }: Speech): Promise<Stand> {
  const { country, leftSeconds, states } = await readTour(db, meeting.id)
  const { countries } = meeting.roster
  const spoken = countries.filter(({ code }) => states.get(code) === 'done').length
  const paused = leftSeconds === null ? '' : t('tour:paused', { time: clockOf(leftSeconds) })
  return {
    speaker: country,
    says: country ? paused : t('tour:finding', { spoken, all: countries.length }),
    rows: countries.map(({ code, label }) => ({ label, words: t(`tour:is.${states.get(code) ?? 'waiting'}`) })),
  }
}
