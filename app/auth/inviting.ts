// Invites people: an invitation, its code, and the letter that carries both, in one transaction.
import type { Act } from '#db/audit.ts'
import { createInvitation, findInvitation, type Invitation, renewInvitation } from '#db/invitations.ts'
import { findMeetingById } from '#db/meetings.ts'
import { queueMail } from '#db/outbox.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { House } from '../house.ts'
import { isLanguage, type Language } from '../languages.ts'
import { momentInLetter, writeLetter } from '../mail.ts'
import { digestMailCode, makeMailCode } from './codes.ts'

/** Milliseconds: fourteen days. */
const VALID = 14 * 86_400_000

export type Invited = Pick<Invitation, 'email' | 'name' | 'role' | 'meetingId' | 'country'> & {
  readonly language: Language
}
/** What whoever invites may hand over by hand, once: only the invited person's letter holds it otherwise. */
export type Sent = { readonly id: string; readonly link: string; readonly code: string }
type Desk = Pick<House, 'db' | 'config' | 'words'>

/** Invites somebody and queues the letter. @param act.actor null stands for the command line */
export async function sendInvitation(
  desk: Desk,
  act: Act & { readonly by: string | null },
  invited: Invited,
): Promise<Sent> {
  const code = makeMailCode()
  const { by, ...doing } = act
  const fresh = { codeHash: digestMailCode(desk.config.secret, 'invitation', code), expiresAt: expiryFrom(act.at) }
  return inTransaction(desk.db, async (trx) => {
    const invitation = await createInvitation(trx, { ...doing, ...invited, ...fresh, invitedBy: by })
    return post(desk, trx, { invitation, code, at: act.at })
  })
}

/** Renews an unused invitation with a new code and another fortnight. @returns null when it was used, or is not there */
export async function resendInvitation(desk: Desk, act: Act, id: string): Promise<Sent | null> {
  const code = makeMailCode()
  const fresh = { codeHash: digestMailCode(desk.config.secret, 'invitation', code), expiresAt: expiryFrom(act.at) }
  return inTransaction(desk.db, async (trx) => {
    if (!(await renewInvitation(trx, { ...act, id, ...fresh }))) return null
    const invitation = await findInvitation(trx, id)
    return invitation ? post(desk, trx, { invitation, code, at: act.at }) : null
  })
}

const expiryFrom = (at: string) => new Date(Date.parse(at) + VALID).toISOString()

type Posted = { readonly invitation: Invitation; readonly code: string; readonly at: string }

async function post(desk: Desk, trx: Db, { invitation, code, at }: Posted): Promise<Sent> {
  const link = `${desk.config.origin}/invitation/${invitation.id}`
  const language = isLanguage(invitation.language) ? invitation.language : 'en'
  const values = {
    name: invitation.name,
    role: desk.words.t(language)(`role.${invitation.role}`),
    place: await placeInWords(desk, trx, invitation, language),
    link,
    code,
    until: momentInLetter(desk, language, invitation.expiresAt),
  }
  await queueMail(trx, { ...writeLetter(desk, { letter: 'invitation', to: invitation.email, language, values }), at })
  return { id: invitation.id, link, code }
}

type Placed = Pick<Invitation, 'role' | 'meetingId' | 'country'>

/** `Delegation of Nerida, 5th meeting`, `Project team, All meetings`. */
async function placeInWords(
  { words }: Pick<Desk, 'words'>,
  db: Db,
  placed: Placed,
  language: Language,
): Promise<string> {
  const t = words.t(language)
  const meeting = placed.meetingId ? await findMeetingById(db, placed.meetingId) : undefined
  const source = meeting?.roster.languages[0] ?? 'en'
  const title = meeting ? inLanguage(meeting.title, language, source).words : t('place.installation')
  const listed = meeting?.roster.countries.find(({ code }) => code === placed.country)
  const country = listed ? inLanguage(listed.label, language, source).words : placed.country
  const body = country ? t('place.delegation', { country }) : t(`place.${bodyOf(placed.role)}`)
  return t('mail:place', { body, title })
}

function bodyOf(role: string): 'team' | 'presidium' | 'observer' {
  if (role === 'presenter' || role === 'rapporteur') return 'presidium'
  return role === 'observer' ? 'observer' : 'team'
}
