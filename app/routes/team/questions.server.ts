// One question across the delegations: every official answer with what the team has said about it, and the way to its neighbours.
import { listBoard } from '#db/board.ts'
import { listClarifications } from '#db/clarifications.ts'
import { loadConsultation } from '#db/consultations.ts'
import { GOOD, marksOf } from '#db/marks.ts'
import { codebookOf } from '#db/questionnaires.ts'
import type { Round } from '#db/rounds.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Codebook, Field, Text } from '#surveys/definition/model.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { type NamedField, namedField } from '../../components/review/field-name.tsx'
import { dayIn } from '../answer/views/reader.ts'
import { requireRoundAt } from './overview.server.ts'

export type QuestionAnswer = {
  readonly responseId: string
  readonly code: string
  readonly label: Text
  readonly revision: number
  readonly cell: Cell | null
  /** who found it good as it is, and when; null: nobody yet */
  readonly good: { readonly by: string; readonly at: string } | null
  /** the thread about it: the open one, else the last */
  readonly thread: Pick<Clarification, 'id' | 'number' | 'state' | 'question'> | null
}
export type AcrossQuestion = {
  readonly round: Round
  readonly field: Field
  readonly answers: readonly QuestionAnswer[]
}

/** @throws a Response 404: no such round, or no such question */
export async function requireAcross({ db, params, now }: TeamVisit): Promise<AcrossQuestion & { codebook: Codebook }> {
  const round = await requireRoundAt(db, params.round)
  const codebook = await codebookOf(db, round.version.id)
  const field = codebook.byName.get(params.field ?? '')
  if (!field) throw notFound()
  const today = dayIn(now, round.meeting.timeZone)
  const { replies } = await loadConsultation(db, round.id, { today, fields: [field.name] })
  const threads = (await listClarifications(db, { roundId: round.id }, { side: 'team' })).filter(
    (one) => one.field === field.name,
  )
  const good = (await marksOf(db, round.id, { field: field.name })).filter(({ matter }) => matter === GOOD)
  const answers = (await listBoard(db, round.id)).flatMap(({ official, country, responseId }): QuestionAnswer[] => {
    const label = round.meeting.roster.countries.find(({ code }) => code === country)?.label
    if (!official || !label) return []
    const cell = replies.find((reply) => reply.country === country)?.cells.get(field.name) ?? null
    const mark = good.find((one) => one.country === country)
    return [
      {
        responseId,
        code: country,
        label,
        revision: official.revision,
        cell,
        good: mark ? { by: mark.by, at: mark.at } : null,
        thread: threadOf(threads.filter((one) => one.country === country)),
      },
    ]
  })
  return { round, field, answers, codebook }
}

function threadOf(threads: readonly Clarification[]): QuestionAnswer['thread'] {
  const thread = threads.find(({ state }) => state !== 'accepted' && state !== 'withdrawn') ?? threads.at(-1)
  return thread ? { id: thread.id, number: thread.number, state: thread.state, question: thread.question } : null
}

/** The questions beside it, those of its section, and the first of each section. */
export function wayAround(codebook: Codebook, field: Field) {
  const at = codebook.fields.indexOf(field)
  const named = (one: Field | undefined): NamedField | null => (one ? namedField(one) : null)
  return {
    place: at + 1,
    all: codebook.fields.length,
    previous: named(codebook.fields[at - 1]),
    next: named(codebook.fields[at + 1]),
    beside: (codebook.bySection.get(field.section) ?? []).map(namedField),
    sections: codebook.questionnaire.sections.flatMap(({ key, title }, index) => {
      const first = codebook.bySection.get(key)?.[0]
      return first ? [{ key, title, letter: letterOf(index), first: first.name, isHere: key === field.section }] : []
    }),
  }
}
