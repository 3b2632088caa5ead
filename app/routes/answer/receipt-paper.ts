// The paper that a sealed revision was signed with, as a download for its delegation.
import { signedDocument } from '#db/signatures.ts'
import { asDelegation, notFound } from '../../access.server.ts'
import { attachmentResponse } from './attachment-response.ts'
import { requireSubmission } from './receipt-page.server.ts'

export const loader = asDelegation(async (visit) => {
  const document = await signedDocument(visit.db, (await requireSubmission(visit)).id)
  if (!document) throw notFound()
  return attachmentResponse(document)
})
