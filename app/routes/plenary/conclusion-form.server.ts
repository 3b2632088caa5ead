// Reads the form of a conclusion: three texts, where it stands, by whom, and the figure it rests on.
import { STANDS } from '#db/conclusions.ts'
import type { Meeting } from '#db/meetings.ts'
import { instantOf } from '#db/wall-clock.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import { LANGUAGES } from '../../languages.ts'
import { choicesOf } from '../../plenary/choices.server.ts'
import type { FormReading } from '../team/reading.ts'
import { showingFor } from './plenary.server.ts'

/** The figures of the snapshot on the stage, in words. */
export async function figureChoices(visit: ParticipantVisit, meeting: Meeting) {
  const { t, language } = visit
  const showing = await showingFor(visit, meeting)
  if (!showing) return { choices: [], snapshot: null }
  const choices = (await choicesOf(visit, showing))
    .filter(({ kind }) => ['needs', 'steps', 'measures', 'question'].includes(kind))
    .map(({ value, kind, label }) => ({
      value,
      words: [t(`session:shows.${kind}`), ...label.map((text) => saying(text, language).words)].join(' · '),
    }))
  return { choices, snapshot: showing.snapshot }
}

/** @returns undefined when something is wrong: `form` says what */
export async function readConclusion(visit: ParticipantVisit, meeting: Meeting, form: FormReading) {
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      form.text(`text.${language}`, { max: 3000, isLong: true, isOptional: language !== 'en' }),
    ]).filter(([, words]) => words),
  ) as Record<string, string>
  const stand = form.choice('stand', STANDS)
  const codes = meeting.roster.countries.map(({ code }) => code)
  const countries = codes.filter((code) => visit.form.getAll('countries').includes(code))
  if (stand === 'reserved' && countries.length === 0) form.refuse('countries', 'countries_missing')
  const words = form.text('words', { max: 1000, isLong: true, isOptional: true })
  const { choices, snapshot } = await figureChoices(visit, meeting)
  const shows = form.raw('figure')
    ? form.choice(
        'figure',
        choices.map(({ value }) => value),
      )
    : ''
  const silenceUntil = readSilence(visit, meeting, form)
  if (form.problems.length > 0 || !stand) return undefined
  const figure = shows && snapshot ? { shows, snapshotId: snapshot.id } : null
  return { texts, stand, countries, words, figure, silenceUntil }
}

function readSilence({ now }: ParticipantVisit, { timeZone }: Meeting, form: FormReading): string | null {
  const date = form.day('silence', { isOptional: true })
  const time = form.time('silence')
  if (!date) return null
  const instant = instantOf({ date, time }, timeZone)
  if (instant <= now) form.refuse('silence', 'in_the_past')
  return instant.toISOString()
}
