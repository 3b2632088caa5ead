// The paper that a submitted revision was signed with; what a draft waits with is never found here.
import { signedDocument } from '#db/signatures.ts'
import { findSubmission } from '#db/submissions.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { attachmentResponse } from '../answer/attachment-response.ts'

export const loader = asTeam(async ({ db, params, url }) => {
  const { round = '', country = '' } = params
  const revision = Number(url.searchParams.get('revision')) || undefined
  const submission = await findSubmission(db, { round, country, revision })
  const document = submission && (await signedDocument(db, submission.id))
  if (!document) throw notFound()
  return attachmentResponse(document)
})
