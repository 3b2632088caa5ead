// The register of a round's open clarifications, the oldest first: what is asked of whom, since when, and who is next.
import { listClarifications } from '#db/clarifications.ts'
import { codebookOf } from '#db/questionnaires.ts'
import type { Round } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { isUnsettled } from '#surveys/answering/clarification.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type NamedField, namedField } from '../../components/review/field-name.tsx'

export type RegisterRow = {
  readonly id: string
  readonly country: { readonly code: string; readonly label: Text }
  readonly number: number
  readonly field: NamedField
  readonly question: string
  readonly state: 'open' | 'answered'
  readonly askedBy: string
  readonly sentAt: string
  readonly dueOn: string | null
  /** name of whoever follows it up in the team */
  readonly assignee: string | null
  /** whole days since it was sent */
  readonly days: number
}

export async function registerOf(db: Db, round: Round, now: Date): Promise<RegisterRow[]> {
  const codebook = await codebookOf(db, round.version.id)
  const asked = (await listClarifications(db, { roundId: round.id }, { side: 'team' })).filter(isUnsettled)
  const rows = asked.flatMap(({ id, country, number, question, state, askedBy, sentAt, dueOn, ...one }) => {
    const field = codebook.byName.get(one.field)
    const listed = round.meeting.roster.countries.find(({ code }) => code === country)
    if (!field || !listed || !sentAt || (state !== 'open' && state !== 'answered')) return []
    const days = Math.floor((now.getTime() - Date.parse(sentAt)) / 86_400_000)
    const place = { code: listed.code, label: listed.label }
    return [
      {
        id,
        country: place,
        number,
        field: namedField(field),
        question,
        state,
        askedBy,
        sentAt,
        dueOn,
        assignee: one.assignee?.name ?? null,
        days,
      },
    ]
  })
  return rows.sort((a, b) => a.sentAt.localeCompare(b.sentAt))
}
