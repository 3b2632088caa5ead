// The workbook round trip: out in a language of choice, back as differences, and nothing is taken over without a choice.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { asDelegation, badRequest } from '../../access.server.ts'
import { WorkbookRoundTrip } from '../../components/answering/workbook.tsx'
import { closedWords, refusalOf, requireOwnReply } from './own-reply.server.ts'
import { compareUpload, takeOver, workbookPage } from './workbook.server.ts'

export const loader = asDelegation(async (visit) => workbookPage(await requireOwnReply(visit), visit))

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const again = (words: string, status: 400 | 409) =>
    data(workbookPage(reply, visit, { wrongs: [{ href: '#workbook', words }] }), status)
  const refusal = refusalOf('edit', reply, visit)
  if (refusal !== undefined) return again(closedWords(refusal, reply), 409)
  const act = visit.form.get('act')
  if (act === 'take' || act === 'take-plain') {
    const { left, kept, refusal: late } = await takeOver(reply, visit, act)
    if (late !== undefined) return again(closedWords(late, reply), 409)
    if (left > 0) return again(reply.reader.t('documents:workbook.moved', { count: left, kept: kept.length }), 409)
    return redirect(`${reply.home.base}/workbook?taken=${kept.length}`, 303)
  }
  if (act !== 'compare') throw badRequest()
  const comparison = await compareUpload(reply, visit)
  return typeof comparison === 'string' ? again(comparison, 400) : data(workbookPage(reply, visit, { comparison }))
})

export default function WorkbookRoute() {
  const shown = useLoaderData<typeof loader>()
  return <WorkbookRoundTrip page={useActionData<typeof action>() ?? shown} />
}
