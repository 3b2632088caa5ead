// The sealed document of a revision, byte for byte: whoever holds it can verify the receipt.
import { documentOf } from '#db/submissions.ts'
import { asDelegation } from '../../access.server.ts'
import { attachmentResponse } from './attachment-response.ts'
import { requireSubmission } from './receipt-page.server.ts'

export const loader = asDelegation(async (visit) => {
  const { id, roundSlug, country, revision } = await requireSubmission(visit)
  return attachmentResponse({
    name: `${roundSlug}-${country.toLowerCase()}-revision-${revision}.json`,
    mediaType: 'application/json',
    content: new TextEncoder().encode(await documentOf(visit.db, id)),
  })
})
