// What a manager does with a person: roles, access, sessions.
import {
  addMembership,
  changeRole,
  disableAccount,
  enableAccount,
  endMembership,
  findAccount,
  type Person,
} from '#db/accounts.ts'
import { correctPerson, erasePerson } from '#db/personal-data.ts'
import { endSessions } from '#db/sessions.ts'
import { inTransaction } from '#db/transaction.ts'
import { audit, notFound, type TeamVisit } from '../../access.server.ts'
import { askReset } from '../../auth/factor-resets.ts'
import { writeToOwner } from '../../auth/letters.ts'
import { decideOnReset, sendPasswordLetter } from './lost-keys.server.ts'
import { isOfDelegation, placeNames, ROLES } from './places.server.ts'
import { readPlace } from './placing.ts'
import { type FormReading, readForm } from './reading.ts'

const ACTS = [
  'change_role',
  'end_role',
  'add_role',
  'disable',
  'enable',
  'end_sessions',
  'send_password',
  'ask_factor',
  'confirm_factor',
  'withdraw_factor',
  'correct',
  'erase',
] as const
type PersonAct = (typeof ACTS)[number]
const WORDS: Readonly<Record<PersonAct, string>> = {
  change_role: 'role_changed',
  end_role: 'role_ended',
  add_role: 'role_added',
  disable: 'disabled',
  enable: 'enabled',
  end_sessions: 'sessions_ended',
  send_password: 'password_sent',
  ask_factor: 'factor_asked',
  confirm_factor: 'factor_confirmed',
  withdraw_factor: 'factor_withdrawn',
  correct: 'corrected',
  erase: 'erased',
}
/** What nobody does without saying why. */
const WITH_REASON: ReadonlySet<PersonAct> = new Set(['disable', 'ask_factor', 'correct', 'erase'])
export const DONE_WITH_PERSON = Object.values(WORDS)

/** @throws a Response 404 when there is no such account */
export async function requirePerson({ db, params }: TeamVisit): Promise<Person> {
  const person = await findAccount(db, { id: params.account ?? '' })
  if (!person) throw notFound()
  return person
}

export async function actOnPerson(visit: TeamVisit): Promise<{ form: FormReading; word: string }> {
  const person = await requirePerson(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (!act) return { form, word: '' }
  const why = form.text('why', { max: 500, isLong: true, isOptional: !WITH_REASON.has(act) })
  // Nobody locks themselves out, and nobody takes the last key away from the house.
  if (person.id === visit.account.id && act !== 'end_sessions') form.refuse('act', 'yourself')
  if (form.problems.length === 0 && !(await doAct(visit, person, { act, form, why })) && form.problems.length === 0) {
    form.refuse('act', 'changed_meanwhile')
  }
  return { form, word: WORDS[act] }
}

type Doing = { act: PersonAct; form: FormReading; why: string }

async function doAct(visit: TeamVisit, person: Person, { act, form, why }: Doing): Promise<boolean> {
  const { db, house } = visit
  const step = { ...audit(visit), why }
  switch (act) {
    case 'disable':
      return disableAccount(db, { ...step, id: person.id })
    case 'enable':
      return enableAccount(db, { ...step, id: person.id })
    case 'end_sessions':
      return (await endSessions(db, { ...step, accountId: person.id, except: visit.signedIn.session.id })) > 0
    case 'send_password':
      return sendPasswordLetter(visit, person)
    case 'ask_factor':
      return (await askReset(house, audit(visit), { accountId: person.id, why })) !== null
    case 'confirm_factor':
    case 'withdraw_factor':
      return decideOnReset(visit, person, { act, form, why })
    case 'erase':
      return erasePerson(db, { ...step, id: person.id })
    case 'correct':
      return correct(visit, person, { act, form, why })
    case 'add_role': {
      const place = readPlace(form, (await placeNames(db)).meetings)
      return place !== null && Boolean(await addMembership(db, { ...step, accountId: person.id, ...place }))
    }
    case 'end_role':
    case 'change_role': {
      const id = form.choice(
        'membership',
        person.memberships.map((one) => one.id),
      )
      const held = person.memberships.find((one) => one.id === id)
      const roles = ROLES.filter((role) => held && isOfDelegation(role) === isOfDelegation(held.role))
      const role = act === 'change_role' ? form.choice('role', roles) : ''
      if (form.problems.length > 0) return false
      return role ? (await changeRole(db, { ...step, id, role })) !== null : endMembership(db, { ...step, id })
    }
  }
}

/** The address from before hears of it: whoever reads there can say that it was wrong. */
async function correct(visit: TeamVisit, person: Person, { form, why }: Doing): Promise<boolean> {
  const { db, house, now } = visit
  const [name, email] = [form.text('name', { max: 160 }), form.email('email')]
  if (form.problems.length > 0) return false
  const state = await inTransaction(db, async (trx) => {
    const letter = { letter: 'account_corrected', accountId: person.id, at: now.toISOString(), values: {} } as const
    const old = await findAccount(trx, { id: person.id })
    const corrected = await correctPerson(trx, { ...audit(visit), id: person.id, name, email, why })
    if (corrected === 'done' && old) await writeToOwner(house, trx, { ...letter, to: old.email })
    return corrected
  })
  if (state === 'taken') form.refuse('email', 'address_taken')
  if (state === 'same') form.refuse('name', 'same')
  return state === 'done'
}
