// The texts of a draft as a workbook, for translators who work in a table.
import { asTeam } from '../../../access.server.ts'
import { workbookOf } from './exchange.server.ts'
import { download, outgoing } from './texts-file.server.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const loader = asTeam({ roles: ['manager', 'officer', 'translator'] }, async (visit) => {
  const { name, ...texts } = await outgoing(visit)
  return download(new Uint8Array(await workbookOf(texts)), XLSX, `${name}.xlsx`)
})
