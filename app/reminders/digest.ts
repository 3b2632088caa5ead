// The letter of reminders: one for everything that somebody has due, each with its day, its zone and its page.
import type { Letter } from '#db/outbox.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { House } from '../house.ts'
import type { Language } from '../languages.ts'
import { writeLetter } from '../mail.ts'
import { momentsOf } from '../moments.ts'
import type { DueMatter } from './matters.ts'

export type Addressee = {
  readonly name: string
  readonly email: string
  readonly language: Language | null
  /** IANA name; null: the meeting's */
  readonly timeZone: string | null
}
type Desk = Pick<House, 'config' | 'words'>

/** Writes it in the reader's language; deadlines on the clock of the meeting, and on theirs where that is another. */
export function digestLetter(desk: Desk, to: Addressee, matters: readonly DueMatter[]): Letter {
  const language = to.language ?? 'en'
  const lines = matters.flatMap((matter) => [
    sentenceOf(desk, matter, { language, timeZone: to.timeZone }),
    `${desk.config.origin}${pageOf(matter)}`,
  ])
  const first = matters[0]
  const isOne = matters.length === 1 && first !== undefined
  const values = {
    name: to.name,
    items: lines.join('\n\n'),
    count: String(matters.length),
    round: first ? titleOf(first, language) : '',
  }
  return writeLetter(desk, { letter: isOne ? 'reminder' : 'reminders', to: to.email, language, values })
}

type Reader = { readonly language: Language; readonly timeZone: string | null }

function sentenceOf({ words }: Desk, matter: DueMatter, { language, timeZone }: Reader): string {
  const { kind, isPast, count, round, due } = matter
  const t = words.t(language)
  const listed = round.meeting.roster.countries.find(({ code }) => code === matter.country)
  const source = round.meeting.roster.languages[0] ?? 'en'
  return t(`mail:due.${kind}_${isPast ? 'past' : 'coming'}`, {
    count,
    round: titleOf(matter, language),
    country: listed ? inLanguage(listed.label, language, source).words : matter.country,
    when: whenSaid({ words }, due, { language, home: round.meeting.timeZone, timeZone }),
  })
}

type When = { readonly language: Language; readonly home: string; readonly timeZone: string | null }

/** A day as a day; a deadline with its zone, and once more in the reader's own. */
export function whenSaid({ words }: Pick<Desk, 'words'>, due: string, { language, home, timeZone }: When): string {
  const t = words.t(language)
  const said = (zone: string) => momentsOf({ language, digits: 'latn', timeZone: zone })
  if (due.length === 10) return said(home).date(due)
  const named = (zone: string) => t(`zones.${zone}`, { defaultValue: zone })
  const there = `${said(home).deadline(due)} (${named(home)})`
  if (timeZone === null || said(timeZone).moment(due) === said(home).moment(due)) return there
  return t('mail:due.in_both_zones', { there, here: said(timeZone).time(due), zone: named(timeZone) })
}

function titleOf({ round }: DueMatter, language: Language): string {
  return inLanguage(round.title, language, round.meeting.roster.languages[0] ?? 'en').words
}

function pageOf({ kind, round }: DueMatter): string {
  const pages = { deadline: '', signature: '/check', questions: '/clarifications', tasks: '/work' } as const
  return `/answer/${round.slug}${pages[kind]}`
}
