// Letters about a reply, to those whom the table of acts tells: queued with the deed, each in its reader's language.
import { listPeople, type Person } from '#db/accounts.ts'
import { followersOf } from '#db/followers.ts'
import { queueMail } from '#db/outbox.ts'
import { findProfile } from '#db/profiles.ts'
import type { Round } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { type ReplyAct, type Told, toldOf } from '#surveys/answering/acts.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { House } from './house.ts'
import { type LetterName, writeLetter } from './mail.ts'

/** The letter of an act, and the page that it leads to: of the delegation's reply, or of the team's. */
const LETTERS = {
  ready: { letter: 'ready_to_sign', to: 'check' },
  not_ready_yet: { letter: 'not_ready_yet', to: 'check' },
  submit: { letter: 'reply_submitted', to: 'team' },
  answer: { letter: 'question_answered', to: 'review' },
  ask_unlock: { letter: 'team_asked', to: 'review' },
  ask_reopen: { letter: 'team_asked', to: 'review' },
  send_back: { letter: 'reply_returned', to: 'clarifications' },
  accept: { letter: 'reply_accepted', to: '' },
  take_back_acceptance: { letter: 'acceptance_withdrawn', to: '' },
  decide_request: { letter: 'request_decided', to: 'clarifications' },
  submit_for: { letter: 'submitted_on_behalf', to: '' },
  reopen_for: { letter: 'reply_reopened', to: '' },
} as const satisfies Partial<Record<ReplyAct, { letter: LetterName; to: string }>>

export type Noticed = keyof typeof LETTERS
type Notice = {
  readonly act: Noticed
  readonly round: Round
  readonly country: string
  readonly responseId: string
  /** account id of whoever did it: they need no letter */
  readonly by: string
  readonly at: string
}

/** Queues the letters of an act. Call it in the transaction of the act, once it is done. @returns how many */
export async function notify(desk: Pick<House, 'config' | 'words'>, db: Db, notice: Notice): Promise<number> {
  const people = await peopleTold(db, notice)
  for (const person of people) await write(desk, db, notice, person)
  return people.length
}

async function peopleTold(db: Db, notice: Notice): Promise<Person[]> {
  const told = await Promise.all(toldOf(notice.act).map((who) => peopleOf(db, who, notice)))
  const unique = new Map(told.flat().map((person) => [person.id, person]))
  return [...unique.values()].filter(({ id, disabledAt }) => disabledAt === null && id !== notice.by)
}

async function peopleOf(db: Db, who: Told, { round, country, responseId }: Notice): Promise<Person[]> {
  const isHere = (meetingId: string | null) => meetingId === null || meetingId === round.meeting.id
  if (who !== 'team') {
    const all = await listPeople(db, { country })
    return all.filter(({ memberships }) => memberships.some((one) => one.role === who && isHere(one.meetingId)))
  }
  const team = (await listPeople(db)).filter(({ memberships }) =>
    memberships.some(({ role, meetingId }) => (role === 'manager' || role === 'officer') && isHere(meetingId)),
  )
  const followers = await followersOf(db, responseId)
  const following = team.filter(({ id }) => followers.includes(id))
  return following.length > 0 ? following : team
}

async function write(desk: Pick<House, 'config' | 'words'>, db: Db, notice: Notice, person: Person): Promise<void> {
  const { act, round, country, at } = notice
  const language = (await findProfile(db, person.id))?.language ?? 'en'
  const { letter, to } = LETTERS[act]
  const listed = round.meeting.roster.countries.find(({ code }) => code === country)
  const source = round.meeting.roster.languages[0] ?? 'en'
  const values = {
    name: person.name,
    round: inLanguage(round.title, language, source).words,
    country: listed ? inLanguage(listed.label, language, source).words : country,
    link: `${desk.config.origin}${pathOf(to, round.slug, country)}`,
  }
  await queueMail(db, { ...writeLetter(desk, { letter, to: person.email, language, values }), at })
}

function pathOf(to: (typeof LETTERS)[Noticed]['to'], round: string, country: string): string {
  if (to === 'team') return `/team/rounds/${round}/${country}`
  if (to === 'review') return `/team/rounds/${round}/${country}/clarifications`
  return `/answer/${round}${to ? `/${to}` : ''}`
}
