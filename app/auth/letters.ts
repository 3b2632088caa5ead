// Letters to the owner of an account about how they sign in, in their own language.
import { queueMail } from '#db/outbox.ts'
import { findProfile } from '#db/profiles.ts'
import type { Db } from '#db/tables.ts'
import type { House } from '../house.ts'
import { type LetterName, momentInLetter, writeLetter } from '../mail.ts'

type Desk = Pick<House, 'config' | 'words'>

type ToOwner = {
  readonly letter: LetterName
  readonly accountId: string
  /** instead of the account's present address */
  readonly to?: string
  readonly at: string
  readonly values: Readonly<Record<string, string>>
}

/** Queues a letter to the owner of an account, in their language. */
export async function writeToOwner(desk: Desk, db: Db, { letter, accountId, to, at, values }: ToOwner): Promise<void> {
  const owner = await findProfile(db, accountId)
  if (!owner) return
  const language = owner.language ?? 'en'
  const said: Record<string, string> = { name: owner.name, when: momentInLetter(desk, language, at), ...values }
  if (values.expiresAt) said.until = momentInLetter(desk, language, values.expiresAt)
  await queueMail(db, { ...writeLetter(desk, { letter, to: to ?? owner.email, language, values: said }), at })
}
