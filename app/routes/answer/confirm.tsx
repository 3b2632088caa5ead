// Carried answers of a reply: the delegation says of each whether it still holds.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmCarried, type Word } from '#db/confirming.ts'
import type { Field } from '#surveys/definition/model.ts'
import { asDelegation, badRequest } from '../../access.server.ts'
import { Confirm } from '../../components/answering/confirm.tsx'
import { confirmPage, openOffers } from './confirm-page.server.ts'
import { stepOf } from './keeping.server.ts'
import { requireOwnReply } from './own-reply.server.ts'

export const loader = asDelegation(async (visit) => confirmPage(await requireOwnReply(visit), visit))

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const asked = parse(String(visit.form.get('act') ?? ''))
  if (!asked) throw badRequest()
  const fields = (await openOffers(reply, visit)).map(([field]) => field).filter(asked.isMeant)
  const word = { fields: fields.map(({ name }) => name), word: asked.word }
  const answer = await confirmCarried(visit.db, { ...stepOf(reply, visit), ...word })
  if ('refusal' in answer) return data({ problems: [answer.refusal] }, 409)
  const section = fields[0]?.section
  return redirect(`${reply.home.base}/confirm${section ? `?section=${section}` : ''}`, 303)
})

type Asked = { readonly word: Word; readonly isMeant: (field: Field) => boolean }

/** `valid:<field>`, `gone:<field>`, `item:<group>.<item>`, `section:<key>`: whole items and sections can only be confirmed. */
function parse(act: string): Asked | undefined {
  const [, what, name] = /^(valid|gone|item|section):([\w.]+)$/.exec(act) ?? []
  switch (what) {
    case 'valid':
    case 'gone':
      return { word: what, isMeant: (field) => field.name === name }
    case 'item':
      return { word: 'valid', isMeant: (field) => `${field.group?.group}.${field.item?.key}` === name }
    case 'section':
      return { word: 'valid', isMeant: (field) => field.section === name }
    default:
      return undefined
  }
}

export default function ConfirmRoute() {
  const page = useLoaderData<typeof loader>()
  return <Confirm page={page} isRefused={useActionData<typeof action>() !== undefined} />
}
