// The empty questionnaire as a Word file.
import { attachment } from '#surveys/tables/manifest.ts'
import { asTeam } from '../../../access.server.ts'
import { paperFile } from '../../../documents/paper-file.ts'
import { requireBlank } from './blank.server.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const loader = asTeam(async (visit) => {
  const { paper, name } = await requireBlank(visit)
  const content = await paperFile(paper)
  return new Response(Buffer.from(content), {
    headers: {
      'content-type': DOCX,
      'content-disposition': attachment(name),
      'content-length': String(content.byteLength),
      'cache-control': 'no-store',
    },
  })
})
