// The letter to a colleague who is asked to answer something. It says that, and where; what about stays on the page.
import { findAccount } from '#db/accounts.ts'
import { queueMail } from '#db/outbox.ts'
import { findProfile } from '#db/profiles.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { DelegationVisit } from '../../access.server.ts'
import { writeLetter } from '../../mail.ts'
import type { OwnReply } from './own-reply.server.ts'

/** Queues the letter; call it in the transaction of the deed. @returns false where the account is gone */
export async function writeAssigned(
  { house, now }: DelegationVisit,
  trx: DelegationVisit['db'],
  { round, home }: OwnReply,
  colleague: string,
): Promise<boolean> {
  const person = await findAccount(trx, { id: colleague })
  if (!person || person.disabledAt !== null) return false
  const language = (await findProfile(trx, person.id))?.language ?? 'en'
  const source = round.meeting.roster.languages[0] ?? 'en'
  const values = {
    name: person.name,
    round: inLanguage(round.title, language, source).words,
    link: `${house.config.origin}${home.base}/work`,
  }
  const letter = writeLetter(house, { letter: 'assigned', to: person.email, language, values })
  await queueMail(trx, { ...letter, at: now.toISOString() })
  return true
}
