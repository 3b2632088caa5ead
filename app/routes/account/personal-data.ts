// What is kept about oneself, as a file.
import { personalDataOf } from '#db/personal-data.ts'
import { notFound, signedIn } from '../../access.server.ts'
import { asJsonFile } from './own-data.ts'

export const loader = signedIn(async ({ db, account }) => {
  const known = await personalDataOf(db, account.id)
  if (!known) throw notFound()
  return asJsonFile(known)
})
