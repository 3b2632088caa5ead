// A document that was part of a submitted reply: always as an attachment, never shown by the browser itself.
import { findSubmittedFile } from '#db/files.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { attachmentResponse } from '../answer/attachment-response.ts'

export const loader = asTeam(async ({ db, params }) => {
  const { file: id = '', round = '' } = params
  const file = await findSubmittedFile(db, { id, round })
  if (!file) throw notFound()
  return attachmentResponse(file)
})
