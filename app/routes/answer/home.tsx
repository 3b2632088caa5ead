// The delegation's home: what is left, until when, who does what, and what became of other rounds.
import { useLoaderData } from '@remix-run/react'
import { listOwnResponses } from '#db/responses.ts'
import { asDelegation } from '../../access.server.ts'
import { DelegationHome } from '../../components/answering/delegation-home.tsx'
import { homePage } from './home-page.server.ts'
import { ownerOf } from './own-reply.server.ts'

export const loader = asDelegation(async (visit) => homePage(visit, await listOwnResponses(visit.db, ownerOf(visit))))

export default function HomeRoute() {
  return <DelegationHome page={useLoaderData<typeof loader>()} />
}
