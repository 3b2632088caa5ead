// The page of reminders, made of the round: its plan with its days, who waits for what, the letters as they would go out.
import { listPeople, type Person } from '#db/accounts.ts'
import { findProfile } from '#db/profiles.ts'
import { type DueReply, dueReplies } from '#db/reminders.ts'
import type { Round } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { wallTimeOf } from '#db/wall-clock.ts'
import { dayAfter, stepAfter } from '#surveys/answering/reminders.ts'
import type { Country, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { House } from '../../house.ts'
import { LANGUAGES, type Language } from '../../languages.ts'
import { digestLetter, whenSaid } from '../../reminders/digest.ts'
import { type DueKind, type DueMatter, datesOf } from '../../reminders/matters.ts'

export type { SentReminder } from '#db/reminders.ts'

export type PlanStep = { readonly days: number; readonly on: string | null }
export type WaitingRow = {
  readonly code: string
  readonly label: Text
  /** tasks are the delegation's own, and not among them */
  readonly dates: readonly { readonly kind: DueKind; readonly when: string; readonly count: number }[]
  readonly people: readonly string[]
  /** ISO date of the next letter; null: none is to come */
  readonly next: string | null
}
type Desk = Pick<House, 'config' | 'words'>

export function planSteps({ reminders, deadline, meeting }: Round): PlanStep[] {
  const day = deadline ? wallTimeOf(new Date(deadline), meeting.timeZone).date : null
  return reminders.map((days) => ({ days, on: day && dayAfter(day, days) }))
}

/** The delegations that something is waited for from, in protocol order, with whom the letters go to. */
export async function waitingRows(db: Db, round: Round, now: Date): Promise<WaitingRow[]> {
  const people = await listPeople(db)
  const today = wallTimeOf(now, round.meeting.timeZone).date
  return (await dueReplies(db, round)).flatMap((reply) => {
    const dates = datesOf(reply, round).filter(({ kind }) => kind !== 'tasks')
    const country = countryOf(round, reply)
    if (dates.length === 0 || !country) return []
    const ids = new Set(dates.flatMap(({ to }) => to(people)))
    const coming = dates.flatMap(({ day }) => stepAfter(round.reminders, day, today)?.on ?? [])
    return [
      {
        code: country.code,
        label: country.label,
        dates: dates.map(({ kind, when, count }) => ({ kind, when, count })),
        people: people.filter(({ id }) => ids.has(id)).map(({ name }) => name),
        next: coming.sort()[0] ?? null,
      },
    ]
  })
}

const countryOf = (round: Round, { country }: DueReply): Country | undefined =>
  round.meeting.roster.countries.find(({ code }) => code === country)

export type PreviewLetter = { readonly language: Language; readonly subject: string; readonly text: string }

/** The letter of the deadline in each language, as the first delegation that is still waited for would get it. */
export async function previewLetters(db: Db, desk: Desk, round: Round): Promise<PreviewLetter[]> {
  const people = await listPeople(db)
  for (const reply of await dueReplies(db, round)) {
    const [dated] = datesOf(reply, round).filter(({ kind }) => kind !== 'tasks')
    const person = people.find(({ id }) => dated?.to(people).includes(id))
    if (!dated || !person) continue
    const { kind, when, count } = dated
    const shown = { kind, due: when, count, isPast: false, matter: '', responseId: null, step: null }
    return previewTo(db, desk, person, { ...shown, round, country: reply.country })
  }
  return []
}

async function previewTo(db: Db, desk: Desk, person: Person, matter: DueMatter): Promise<PreviewLetter[]> {
  const timeZone = (await findProfile(db, person.id))?.timeZone ?? null
  return LANGUAGES.map((language) => {
    const { subject, text } = digestLetter(desk, { ...person, language, timeZone }, [matter])
    return { language, subject, text }
  })
}

export type NoteText = { readonly language: Language; readonly text: string }

/** What can be copied into a note for the diplomatic channel; in three languages, for one delegation. */
export function noteTexts(
  desk: Desk,
  round: Round,
  { code, label }: Pick<Country, 'code' | 'label'>,
  deadline: string,
) {
  const { roster, timeZone } = round.meeting
  const source = roster.languages[0] ?? 'en'
  return LANGUAGES.map((language): NoteText => {
    const values = {
      country: inLanguage(label, language, source).words || code,
      round: inLanguage(round.title, language, source).words,
      meeting: inLanguage(round.meeting.title, language, source).words,
      when: whenSaid(desk, deadline, { language, home: timeZone, timeZone: null }),
      address: `${desk.config.origin}/answer/${round.slug}`,
      contact: desk.config.contact ?? desk.config.origin,
    }
    return { language, text: desk.words.t(language)('reminders:note.text', values) }
  })
}
