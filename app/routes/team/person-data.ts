// What is kept about a person, as a file: for the person, who has a right to it.
import { personalDataOf } from '#db/personal-data.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { asJsonFile } from '../account/own-data.ts'

export const loader = asTeam({ roles: ['manager'] }, async ({ db, params }) => {
  const known = await personalDataOf(db, params.account ?? '')
  if (!known) throw notFound()
  return asJsonFile(known)
})
