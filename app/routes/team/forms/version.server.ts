// A published version for the pages that show, download and print it.
import { codebookOf, findVersion } from '#db/questionnaires.ts'
import type { Line } from '#surveys/xlsform/model.ts'
import { notFound, type TeamVisit } from '../../../access.server.ts'

/** The version of the address, with its texts as they are now. @throws a Response 404 when nothing of the name is published */
export async function requireVersion({ db, params }: Pick<TeamVisit, 'db' | 'params'>) {
  const version = await findVersion(db, params.slug ?? '', params.version ?? '')
  if (!version) throw notFound()
  const codebook = await codebookOf(db, version.id)
  return { version, codebook, questionnaire: codebook.questionnaire }
}

/** Lines of one reason together, in the order in which the reasons come up. */
export type LineGroup = { readonly why: Line['why']; readonly effect: Line['effect']; readonly lines: readonly Line[] }

export function groupedLines(lines: readonly Line[]): LineGroup[] {
  return [...Map.groupBy(lines, ({ why }) => why)].map(([why, own]) => ({
    why,
    effect: own[0]?.effect ?? 'lost',
    lines: own,
  }))
}
