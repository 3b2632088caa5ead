// From the form of a section to the database: what can be kept is kept, what met a colleague's answer comes back.
import { historyOf } from '#db/cells.ts'
import { removeFile } from '#db/files.ts'
import { type Saved, type Saving, saveCells } from '#db/responses.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import type { Act } from '#surveys/answering/form.ts'
import type { Cell, Problem } from '#surveys/answering/model.ts'
import { readSection } from '#surveys/answering/reading.ts'
import { restoreSuggestion } from '#surveys/answering/restoring.ts'
import type { Refusal } from '#surveys/answering/states.ts'
import { audit, type DelegationVisit } from '../../access.server.ts'
import { type OwnReply, reread } from './own-reply.server.ts'
import { saveOnce } from './saving-once.server.ts'
import type { Clashing } from './views/asked-of.ts'

export type Keeping = {
  /** with the answers as they are kept now */
  readonly reply: OwnReply
  readonly refusal: Refusal | undefined
  readonly problems: ReadonlyMap<string, Problem>
  readonly clashes: ReadonlyMap<string, Clashing>
  /** by field, the revision that the page shows where a colleague's newer one is kept */
  readonly behind: ReadonlyMap<string, number>
  /** what was sent and cannot be kept any more, because the reply is closed, or this question of it */
  readonly unkept: readonly Cell[]
}

/**
 * Reads a section's form and keeps every answer of it that can be kept.
 * @param key of the intent, from a page that sends the same again until it hears an answer; null: a form, of which "back"
 *   may send another version under the same key
 */
export async function keepSection(
  reply: OwnReply,
  visit: DelegationVisit,
  section: string,
  key: string | null = null,
): Promise<Keeping> {
  const { codebook, cells: current, reader } = reply
  const { cells, problems } = readSection(codebook, section, visit.form, {
    today: reader.today,
    language: reader.language,
    current,
  })
  const saving = { ...stepOf(reply, visit), cells }
  const saved = key === null ? await saveCells(visit.db, saving) : await saveOnce(visit, key, saving)
  const { refusal, conflicts, locked } = saved
  const now = await reread(reply, visit)
  const isNew = (cell: Cell) => !sameCell(cell, current.get(cell.field))
  const bases = new Map(cells.map(({ field, base }) => [field, base]))
  return {
    reply: now,
    refusal,
    unkept: cells.filter((cell) => (refusal === undefined ? locked.includes(cell.field) : isNew(cell))),
    problems: new Map(problems.map((problem) => [problem.field, problem])),
    clashes: new Map(conflicts.map((clash) => [clash.field, { ...clash, base: bases.get(clash.field) ?? 0 }])),
    behind: behind(cells, saved, now),
  }
}

/** What the page goes on with: it says something else than what is kept, and must not be taken for having seen that. */
function behind(cells: Saving['cells'], { kept, conflicts }: Saved, { cells: current }: OwnReply): Map<string, number> {
  const clashes = new Set(conflicts.map(({ field }) => field))
  const others = cells.filter((cell) => !clashes.has(cell.field) && !sameCell(cell, current.get(cell.field)))
  const revisions = new Map(kept.map(({ field, revision }) => [field, revision]))
  return new Map(
    others.flatMap(({ field, base }) => {
      const revision = revisions.get(field)
      if (revision === undefined) return []
      return [[field, revision < (current.get(field)?.revision ?? 0) ? revision : base] as const]
    }),
  )
}

/** What every step on a reply says of itself. */
export function stepOf(reply: OwnReply, visit: DelegationVisit) {
  const { country, role } = visit.delegation
  return { ...audit(visit), responseId: reply.id, country, role, today: reply.reader.today }
}

/**
 * Puts the deciding answers back to what they were when the field last applied.
 * @returns whether the field applies now
 */
export async function restore(reply: OwnReply, visit: DelegationVisit, name: string): Promise<boolean> {
  const { codebook, cells, reader } = reply
  const field = codebook.byName.get(name)
  const history = field ? await historyOf(visit.db, reply.id) : []
  const past = field && restoreSuggestion(codebook, cells, field, history, reader.today)
  if (!past) return false
  const back = past.map((cell) => ({ ...cell, base: cells.get(cell.field)?.revision ?? 0 }))
  const { refusal, conflicts } = await saveCells(visit.db, { ...stepOf(reply, visit), cells: back.map(contentOf) })
  return refusal === undefined && conflicts.length === 0
}

type Past = Parameters<typeof saveCells>[1]['cells'][number]

/** Without what a row of the history says about itself. */
export const contentOf = ({ field, value, absence, comment, typed, language, base }: Past): Past => ({
  field,
  value,
  absence,
  comment,
  typed,
  language,
  base,
})

/** Takes a document or a link away; its bytes go with it unless they were submitted. */
export async function detach(
  reply: OwnReply,
  visit: DelegationVisit,
  act: Act & { kind: 'remove-file' },
): Promise<void> {
  if (reply.codebook.byName.get(act.field)?.question.type !== 'file') return
  const which = act.id.includes('://') ? { url: act.id } : { id: act.id }
  await removeFile(visit.db, { ...stepOf(reply, visit), field: act.field, ...which })
}
