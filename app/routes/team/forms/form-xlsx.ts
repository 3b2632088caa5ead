// A published version as an XLSForm, with a sheet that says what other programs will not know of it.

import { attachment } from '#surveys/tables/manifest.ts'
import { exportXlsform } from '#surveys/xlsform/export.ts'
import { type Line, REPORT, type Sheet } from '#surveys/xlsform/model.ts'
import { asTeam } from '../../../access.server.ts'
import { sheetsFile } from '../../../documents/sheets-file.ts'
import type { Translate } from '../../../translate.ts'
import { requireVersion } from './version.server.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const loader = asTeam(async (visit) => {
  const { version, questionnaire } = await requireVersion(visit)
  const { sheets, lines } = exportXlsform(questionnaire)
  const content = await sheetsFile([...sheets, reportSheet(lines, visit.t)])
  return new Response(Buffer.from(content), {
    headers: {
      'content-type': XLSX,
      'content-disposition': attachment(`${version.slug}-${version.version}.xlsx`),
      'content-length': String(content.byteLength),
      'cache-control': 'no-store',
    },
  })
})

function reportSheet(lines: readonly Line[], t: Translate): Sheet {
  const header = ['sheet', 'row', 'column', 'what', 'effect', 'why']
  const rows = lines.map(({ sheet, row, column, what, effect, why }) => [
    sheet,
    String(row),
    column,
    what,
    t(`forms:effect.${effect}`),
    t(`forms:why.${why}`),
  ])
  return { name: REPORT, rows: [header, ...rows] }
}
