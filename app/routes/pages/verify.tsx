// Verifying a receipt: anybody pastes a document or a seal, and sees what it belongs to. Nothing of it is stored.
import { data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { Verify } from '../../components/answering/verify.tsx'
import { verification } from './verification.server.ts'

export const loader = open(({ t }) => ({ title: t('answer:verify.title') }))

export const action = open(async (visit) => {
  const found = await verification(visit)
  return data(found, found.kind === 'unreadable' ? 400 : 200)
})

export default function VerifyRoute() {
  return <Verify found={useActionData<typeof action>() ?? null} />
}
