// A reading copy of a sealed revision, with its number and its seal.
import { useLoaderData } from '@remix-run/react'
import { asDelegation } from '../../access.server.ts'
import { ReadingCopy } from '../../components/documents/reading-copy.tsx'
import { copyPage, sealedCopy } from './reading-copy.server.ts'

export const loader = asDelegation(async (visit) => copyPage(await sealedCopy(visit)))

export default function SealedCopyRoute() {
  return <ReadingCopy page={useLoaderData<typeof loader>()} />
}
