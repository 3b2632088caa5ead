// A reading copy of the draft, for colleagues without an account: to print, in any of the languages.
import { useLoaderData } from '@remix-run/react'
import { asDelegation } from '../../access.server.ts'
import { ReadingCopy } from '../../components/documents/reading-copy.tsx'
import { copyPage, draftCopy } from './reading-copy.server.ts'

export const loader = asDelegation(async (visit) => copyPage(await draftCopy(visit)))

export default function ReadingCopyRoute() {
  return <ReadingCopy page={useLoaderData<typeof loader>()} />
}
