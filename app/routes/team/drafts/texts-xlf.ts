// The texts of a draft as XLIFF 2.0, for translators who work with a program of their own.
import { asTeam } from '../../../access.server.ts'
import { xliffOf } from './exchange.server.ts'
import { download, outgoing } from './texts-file.server.ts'

export const loader = asTeam({ roles: ['manager', 'officer', 'translator'] }, async (visit) => {
  const { name, ...texts } = await outgoing(visit)
  return download(xliffOf(texts), 'application/xliff+xml; charset=utf-8', `${name}.xlf`)
})
