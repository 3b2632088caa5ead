// placeholder
import { useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'

export const loader = open(({ t }) => ({ title: t('foot.help') }))

export default function Page() {
  const { title } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <h1>{title}</h1>
    </div>
  )
}
