// Who is to be reminded of what on a day: the dates of a round, met with its plan and with the people of each delegation.
import type { Person } from '#db/accounts.ts'
import type { DueReply, Matter } from '#db/reminders.ts'
import type { Round } from '#db/rounds.ts'
import { wallTimeOf } from '#db/wall-clock.ts'
import { remindedOfDeadline, stepOn } from '#surveys/answering/reminders.ts'

/** deadline: of the reply · signature: the same, where it waits for the head · questions: of the team · tasks: of a colleague */
export type DueKind = 'deadline' | 'signature' | 'questions' | 'tasks'
export type DueMatter = Matter & {
  readonly kind: DueKind
  readonly round: Round
  readonly country: string
  /** an instant where it is a deadline, else an ISO date */
  readonly due: string
  readonly isPast: boolean
  /** questions or tasks; 1 otherwise */
  readonly count: number
}
type Asking = { readonly round: Round; readonly replies: readonly DueReply[]; readonly people: readonly Person[] }

/** By account, what the plan says on this day. @param today ISO date on the clock of the meeting */
export function mattersOn({ round, replies, people }: Asking, today: string): Map<string, DueMatter[]> {
  const matters = new Map<string, DueMatter[]>()
  if (round.state !== 'open' || round.reminders.length === 0) return matters
  for (const reply of replies) {
    for (const { to, ...due } of datesOf(reply, round)) {
      const step = stepOn(round.reminders, due.day, today)
      if (step === null) continue
      const { kind, count, when, day } = due
      const matter = `${kind === 'signature' ? 'deadline' : kind}:${reply.responseId}:${day}:${step}`
      const responseId = kind === 'tasks' ? null : reply.responseId
      const said = { matter, responseId, step, kind, round, country: reply.country, due: when, count }
      for (const id of to(people)) {
        matters.set(id, [...(matters.get(id) ?? []), { ...said, isPast: day < today }])
      }
    }
  }
  return matters
}

export type Dated = {
  readonly kind: DueKind
  readonly when: string
  /** ISO date on the clock of the meeting */
  readonly day: string
  readonly count: number
  /** ids of the accounts that are written to */
  to(people: readonly Person[]): readonly string[]
}

/** Everything in a reply that has a date and still waits. */
export function datesOf(reply: DueReply, round: Round): Dated[] {
  const { country, state, deadline, questions, tasks } = reply
  const place = { country, meetingId: round.meeting.id }
  const dated: Dated[] = []
  const who = remindedOfDeadline(round.state, state)
  if (who !== null && deadline !== null) {
    const day = wallTimeOf(new Date(deadline), round.meeting.timeZone).date
    const kind = who === 'head' ? 'signature' : 'deadline'
    dated.push({ kind, when: deadline, day, count: 1, to: (people) => speakersOf(people, place, who) })
  }
  if (state === 'returned' || state === 'draft') {
    for (const { dueOn, count } of questions) {
      const to = (people: readonly Person[]) => speakersOf(people, place, 'focal_point')
      dated.push({ kind: 'questions', when: dueOn, day: dueOn, count, to })
    }
  }
  if (state === 'invited' || state === 'draft' || state === 'returned') {
    for (const { accountId, dueOn, count } of tasks) {
      const to = (people: readonly Person[]) => (isThere(people, accountId, place) ? [accountId] : [])
      dated.push({ kind: 'tasks', when: dueOn, day: dueOn, count, to })
    }
  }
  return dated
}

type Place = { readonly country: string; readonly meetingId: string }

/** Those with the role; where there is nobody, the other one of the two who speak for the delegation. */
function speakersOf(people: readonly Person[], place: Place, wanted: 'focal_point' | 'head'): string[] {
  const other = wanted === 'head' ? 'focal_point' : 'head'
  const wantedOnes = withRole(people, place, wanted)
  return (wantedOnes.length > 0 ? wantedOnes : withRole(people, place, other)).map(({ id }) => id)
}

function withRole(people: readonly Person[], { country, meetingId }: Place, role: string): Person[] {
  return people.filter(
    ({ disabledAt, memberships }) =>
      disabledAt === null &&
      memberships.some(
        (one) =>
          one.role === role && one.country === country && (one.meetingId === null || one.meetingId === meetingId),
      ),
  )
}

/** A task of somebody who has left waits for a colleague, not for a letter. */
function isThere(people: readonly Person[], id: string, { country, meetingId }: Place): boolean {
  const person = people.find((one) => one.id === id)
  return (
    person?.memberships.some(
      (one) => one.country === country && (one.meetingId === null || one.meetingId === meetingId),
    ) === true
  )
}
