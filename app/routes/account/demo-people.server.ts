// Who can be played in the demonstration: the invented people, by the body they belong to.
import { findAccount, listPeople, type Person } from '#db/accounts.ts'
import { listMeetings } from '#db/meetings.ts'
import type { Db } from '#db/tables.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { Language } from '../../languages.ts'
import type { Translate } from '../../translate.ts'

export type Player = { readonly id: string; readonly name: string; readonly role: string }
export type Players = { readonly title: string; readonly people: readonly Player[] }

/** Where to begin: one who has everything answered, then one who watches. */
export type Start = Player & { readonly part: 'answer' | 'watch' }

const STARTS = { answer: 'head.xh@demo.example', watch: 'manager@demo.example' } as const

/** Nobody real can have such an address. */
const INVENTED = /@demo\.example$/

/** Those who decide or sign come first. */
const ORDER = [
  'head',
  'focal_point',
  'alternate',
  'contributor',
  'reader',
  'manager',
  'officer',
  'translator',
  'presenter',
]

/** The delegations in protocol order, then the team, the presidium and the observers. */
export async function listPlayers(db: Db, language: Language, t: Translate): Promise<Players[]> {
  const [people, meetings] = [await listPeople(db), await listMeetings(db)]
  const invented = people.filter(({ email, memberships }) => INVENTED.test(email) && memberships.length > 0)
  const countries = new Map(
    meetings.flatMap(({ roster }) =>
      roster.countries.map(({ code, label }) => [code, inLanguage(label, language, roster.languages[0] ?? 'en').words]),
    ),
  )
  const groups = Map.groupBy(invented, (person) => placeOf(person))
  const delegations = [...countries].map(([code, country]) => [code, t('place.delegation', { country })] as const)
  const bodies = ['team', 'presidium', 'observer'].map((body) => [body, t(`place.${body}`)] as const)
  return [...delegations, ...bodies].flatMap(([place, title]) => {
    const members = (groups.get(place) ?? []).sort((one, other) => rankOf(one) - rankOf(other))
    return members.length > 0 ? [{ title, people: members.map((person) => playerOf(person, t)) }] : []
  })
}

/** @returns in the order in which they are to be played; without those who are no longer there */
export async function listStarts(db: Db, t: Translate): Promise<Start[]> {
  const people = await listPeople(db)
  return (['answer', 'watch'] as const).flatMap((part) => {
    const person = people.find(({ email, memberships }) => email === STARTS[part] && memberships.length > 0)
    return person ? [{ ...playerOf(person, t), part }] : []
  })
}

/** A country's code, or the body of those who have none. */
function placeOf({ memberships: [first] }: Person): string {
  if (!first) return ''
  if (first.country) return first.country
  if (first.role === 'observer') return 'observer'
  return first.role === 'presenter' || first.role === 'rapporteur' ? 'presidium' : 'team'
}

function rankOf({ memberships: [first] }: Person): number {
  const rank = ORDER.indexOf(first?.role ?? '')
  return rank < 0 ? ORDER.length : rank
}

function playerOf({ id, name, memberships }: Person, t: Translate): Player {
  return { id, name, role: t(`role.${memberships[0]?.role}`) }
}

/** Whether an account is one of the invented people. */
export async function isPlayer(db: Db, accountId: string): Promise<boolean> {
  const person = await findAccount(db, { id: accountId })
  return person !== undefined && person.disabledAt === null && INVENTED.test(person.email)
}
