// The words that explain unusual answers: each is its answer's comment, and is kept like any other entry.
import { saveCells } from '#db/responses.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import { lengthOf, normalText, withoutOverrides } from '#surveys/answering/characters.ts'
import { formNames } from '#surveys/answering/form.ts'
import { COMMENT_MAX } from '#surveys/answering/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import { idOf } from '../../components/questions/asked.ts'
import type { Wrong } from '../../components/wrongs.tsx'
import { stepOf } from './keeping.server.ts'
import type { OwnReply } from './own-reply.server.ts'
import { problemWords } from './views/problem-words.ts'

export type Explained = {
  readonly wrongs: readonly Wrong[]
  /** what was typed and is not kept, because a colleague changed the answer meanwhile */
  readonly comments: ReadonlyMap<string, string>
}

/** Keeps the explanations of the form; the answers that they explain stay as they are. */
export async function keepExplanations(reply: OwnReply, visit: DelegationVisit): Promise<Explained> {
  const { codebook, cells, reader } = reply
  const entries = codebook.fields.flatMap((field) => {
    const names = formNames(field.name)
    const raw = visit.form.get(names.comment)
    if (typeof raw !== 'string' || !visit.form.has(names.revision)) return []
    const comment = normalText(withoutOverrides(raw)) || null
    const kept = cells.get(field.name) ?? emptyCell(field.name)
    const base = Number(visit.form.get(names.revision)) || 0
    return [{ field, comment, cell: { ...contentOf(kept), comment, language: kept.language ?? reader.language, base } }]
  })
  const { conflicts, locked } = await saveCells(visit.db, {
    ...stepOf(reply, visit),
    cells: entries.map(({ cell }) => cell),
  })
  const clashing = new Set(conflicts.map(({ field }) => field))
  const tooLong = entries.filter(({ comment }) => lengthOf(comment ?? '') > COMMENT_MAX)
  return {
    comments: new Map(
      entries.filter(({ field }) => clashing.has(field.name)).map(({ field, comment }) => [field.name, comment ?? '']),
    ),
    wrongs: [
      ...tooLong.map(({ field, comment }) => {
        const values = { max: COMMENT_MAX, length: lengthOf(comment ?? '') }
        const words = problemWords({ code: 'comment_too_long', values }, reader)
        return { href: `#${idOf(field.name, 'c')}`, words: `${field.number}: ${words}` }
      }),
      ...entries
        .filter(({ field }) => locked.includes(field.name))
        .map(({ field }) => ({
          href: `#${idOf(field.name, 'c')}`,
          words: `${field.number}: ${reader.t(reply.assigned?.has(field.name) === false ? 'inside:not_assigned' : 'review:asked.locked')}`,
        })),
      ...entries
        .filter(({ field }) => clashing.has(field.name))
        .map(({ field }) => ({
          href: `#${idOf(field.name, 'c')}`,
          words: reader.t('answer:check.explanation_changed', { number: field.number }),
        })),
    ],
  }
}

const contentOf = ({ field, value, absence, comment, typed, language }: ReturnType<typeof emptyCell>) => ({
  field,
  value,
  absence,
  comment,
  typed,
  language,
})
