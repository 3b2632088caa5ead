// The queue of suggestions of a round: what the automatic checks find in the official replies, and what the team made of each.
import { listBoard } from '#db/board.ts'
import { listClarifications } from '#db/clarifications.ts'
import { loadConsultation } from '#db/consultations.ts'
import { marksOf } from '#db/marks.ts'
import { neighboursOf } from '#db/neighbours.ts'
import type { Round } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { SUGGESTION_KINDS, type Suggestion, type SuggestionKind, suggestionsOf } from '#surveys/analysis/suggestions.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type NamedField, namedField } from '../../components/review/field-name.tsx'
import { dayIn } from '../answer/views/reader.ts'

export const QUEUE_STATES = ['open', 'asked', 'dismissed'] as const
export type QueueState = (typeof QUEUE_STATES)[number]
export type QueueLine = Pick<Suggestion, 'kind' | 'matter' | 'message' | 'region' | 'before'> & {
  readonly responseId: string
  readonly revision: number
  readonly country: { readonly code: string; readonly label: Text }
  readonly field: NamedField
  readonly cell: Cell | null
  readonly state: QueueState
  /** why it was dismissed, by whom */
  readonly dismissed: { readonly note: string | null; readonly by: string; readonly at: string } | null
}

/** Everything that is suggested for a round, in the order of the questionnaire. */
export async function queueOf(db: Db, round: Round, now: Date): Promise<QueueLine[]> {
  const today = dayIn(now, round.meeting.timeZone)
  const { codebook, replies } = await loadConsultation(db, round.id, { today })
  const board = new Map((await listBoard(db, round.id)).map((line) => [line.country, line]))
  const looked = []
  for (const { country, cells } of replies) {
    const line = board.get(country)
    if (line) looked.push({ country, cells, ...(await neighboursOf(db, line.responseId)) })
  }
  const marks = new Map((await marksOf(db, round.id)).map((mark) => [`${mark.country} ${mark.matter}`, mark]))
  const asked = new Set(
    (await listClarifications(db, { roundId: round.id }, { side: 'team' }))
      .filter(({ state }) => state !== 'accepted' && state !== 'withdrawn')
      .map(({ country, field }) => `${country} ${field}`),
  )
  return suggestionsOf(codebook, looked, today).flatMap((suggestion): QueueLine[] => {
    const { country, field, kind, matter, message, region, before } = suggestion
    const listed = round.meeting.roster.countries.find(({ code }) => code === country)
    const line = board.get(country)
    if (!listed || !line?.official) return []
    const mark = marks.get(`${country} ${matter}`)
    return [
      {
        kind,
        matter,
        message,
        region,
        before,
        responseId: line.responseId,
        revision: line.official.revision,
        country: { code: listed.code, label: listed.label },
        field: namedField(field),
        cell: replies.find((reply) => reply.country === country)?.cells.get(field.name) ?? null,
        state: mark ? 'dismissed' : asked.has(`${country} ${field.name}`) ? 'asked' : 'open',
        dismissed: mark ? { note: mark.note, by: mark.by, at: mark.at } : null,
      },
    ]
  })
}

export type QueueFilter = { readonly kind: SuggestionKind | ''; readonly country: string; readonly state: QueueState }

/** Anything that is not one of the choices is as if it were not there. */
export function queueFilterOf(search: URLSearchParams): QueueFilter {
  return {
    kind: SUGGESTION_KINDS.find((kind) => kind === search.get('kind')) ?? '',
    country: search.get('country') ?? '',
    state: QUEUE_STATES.find((state) => state === search.get('state')) ?? 'open',
  }
}

export const isInQueue = (line: QueueLine, { kind, country, state }: QueueFilter): boolean =>
  line.state === state && (!kind || line.kind === kind) && (!country || line.country.code === country)

/** The same as part of an address. */
export function queueAddress({ kind, country, state }: QueueFilter): string {
  const given = Object.entries({ kind, country, state: state === 'open' ? '' : state }).filter(([, value]) => value)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
