// The receipt of a sealed revision: to print, to verify, to start the next revision from.
import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeDisclosure } from '#db/disclosure-changes.ts'
import { reopenResponse } from '#db/submitting.ts'
import { asDelegation, badRequest } from '../../access.server.ts'
import { Receipt } from '../../components/answering/receipt.tsx'
import { stepOf } from './keeping.server.ts'
import { requireOwnReply } from './own-reply.server.ts'
import { receiptPage, requireSubmission } from './receipt-page.server.ts'
import { levelOf, sectionLevelsOf } from './views/levels.ts'

export const loader = asDelegation(async (visit) =>
  receiptPage(await requireOwnReply(visit), visit, await requireSubmission(visit)),
)

/** Opens the next revision, or changes how this one may be shown. */
export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const { revision } = await requireSubmission(visit)
  const here = `${reply.home.base}/receipt/${revision}`
  switch (visit.form.get('act')) {
    case 'reopen': {
      const refusal = await reopenResponse(visit.db, stepOf(reply, visit))
      return refusal === undefined ? redirect(reply.home.base, 303) : data({ problems: [refusal] }, 409)
    }
    case 'disclose': {
      const level = levelOf(visit.form.get('level'))
      if (level === null) throw badRequest()
      const sectionLevels = sectionLevelsOf(visit.form, reply.codebook.questionnaire.sections, level)
      const refusal = await changeDisclosure(visit.db, { ...stepOf(reply, visit), level, sectionLevels })
      return refusal === undefined ? redirect(`${here}?changed=1#show`, 303) : data({ problems: [refusal] }, 409)
    }
    default:
      throw badRequest()
  }
})

export default function ReceiptRoute() {
  return <Receipt page={useLoaderData<typeof loader>()} />
}
