// One of the delegation's own documents, to be saved: never opened inside this site.
import { findFile } from '#db/files.ts'
import { asDelegation, notFound } from '../../access.server.ts'
import { attachmentResponse } from './attachment-response.ts'
import { ownerOf } from './own-reply.server.ts'

export const loader = asDelegation(async (visit) => {
  const { db, params } = visit
  const file = await findFile(db, { id: params.file ?? '', round: params.round ?? '', ...ownerOf(visit) })
  if (!file) throw notFound()
  return attachmentResponse(file)
})
