// The people of a delegation: who does what, and who can sign.
import { listPeople, type Person } from '#db/accounts.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { OwnReply } from './own-reply.server.ts'
import { isolated } from './views/reader.ts'

const ROLES: readonly DelegationRole[] = ['head', 'focal_point', 'alternate', 'contributor', 'reader']

export type Colleagues = {
  readonly role: DelegationRole
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** The delegation's people in a meeting by role; roles that nobody has are left out. */
export async function colleaguesOf({ db, delegation }: DelegationVisit, meetingId: string): Promise<Colleagues[]> {
  const { country } = delegation
  const people = (await listPeople(db, { country })).filter(({ disabledAt }) => disabledAt === null)
  const has = (person: Person, role: DelegationRole) =>
    person.memberships.some((one) => one.role === role && (one.meetingId === null || one.meetingId === meetingId))
  return ROLES.map((role) => ({
    role,
    people: people.filter((person) => has(person, role)).map(({ id, name }) => ({ id, name })),
  })).filter(({ people }) => people.length > 0)
}

/** "Only the head of delegation signs. Can sign: …" */
export async function signersWords(reply: OwnReply, visit: DelegationVisit): Promise<string> {
  const { t, list } = reply.reader
  const colleagues = await colleaguesOf(visit, reply.round.meeting.id)
  const heads = colleagues.find(({ role }) => role === 'head')?.people ?? []
  const who =
    heads.length > 0
      ? t('answer:check.who_signs', { names: list(heads.map(({ name }) => isolated(name))) })
      : t('answer:check.nobody_signs')
  return `${t('answer:check.only_head')} ${who}`
}
