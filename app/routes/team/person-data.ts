// What is kept about a person, as a file: for the person, who has a right to it; their own page gives them more.
import { personalDataForTeam } from '#db/personal-data.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { asJsonFile } from '../account/own-data.ts'

export const loader = asTeam({ roles: ['manager'] }, async ({ db, params }) => {
  const known = await personalDataForTeam(db, params.account ?? '')
  if (!known) throw notFound()
  return asJsonFile(known)
})
