// The filter of the audit trail, as it stands in the address of the page and of its CSV.
import { type AuditFilter, HOUSE, meetingChain, responseChain } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { readDate } from '#surveys/answering/entries.ts'
import type { Text } from '#surveys/definition/model.ts'

/** What is done to: an action begins with one of these; each has its words in `team:noun`. */
export const NOUNS = [
  'round',
  'response',
  'cells',
  'file',
  'evidence',
  'clarification',
  'proposal',
  'request',
  'answer',
  'answers',
  'check',
  'meeting',
  'questionnaire',
  'invitation',
  'membership',
  'account',
  'session',
  'password',
  'factor_reset',
  'setting',
  'snapshot',
  'agenda',
  'stage',
  'need',
  'conclusion',
] as const

export type ChainPlace = { readonly country: string; readonly label: Text; readonly round: string }
export type Asked = {
  readonly round: string
  readonly noun: string
  readonly actor: string
  /** ISO dates, both included; `''`: open */
  readonly from: string
  readonly to: string
  readonly before: number | undefined
}

/** Anything that is not one of the choices is as if it were not there: a filter is no secret and changes nothing. */
export function askedOf(search: URLSearchParams): Asked {
  const date = (name: string) => dateIn(search, name)
  const before = Number(search.get('before'))
  return {
    round: search.get('round') ?? '',
    noun: NOUNS.find((noun) => noun === search.get('noun')) ?? '',
    actor: search.get('actor') ?? '',
    from: date('from'),
    to: date('to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

/** The three fields of a form, or an ISO date of an address that was passed on. */
function dateIn(search: URLSearchParams, name: string): string {
  const part = (piece: string) => search.get(`${name}~${piece}`) ?? ''
  const read = readDate({ day: part('day'), month: part('month'), year: part('year') })
  if ('value' in read && read.value !== null) return read.value
  const whole = search.get(name) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? whole : ''
}

/** The same as part of an address, without the page. */
export function addressOf({ round, noun, actor, from, to }: Asked): string {
  const given = Object.entries({ round, noun, actor, from, to }).filter(([, value]) => value)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** Whose response a chain is, by chain; of all rounds, as the trail names them all. */
export async function countriesByChain(db: Db): Promise<Map<string, ChainPlace>> {
  const chains = new Map<string, ChainPlace>()
  for (const { id, slug, meeting } of await listRounds(db)) {
    for (const { responseId, country } of await listBoard(db, id)) {
      const label = meeting.roster.countries.find(({ code }) => code === country)?.label ?? { en: country }
      chains.set(responseChain(responseId), { country, label, round: slug })
    }
  }
  return chains
}

/** @param chains from `countriesByChain` */
export async function filterOf(
  db: Db,
  asked: Asked,
  chains: ReadonlyMap<string, { round: string }>,
): Promise<AuditFilter> {
  const { round, noun, actor, from, to, before } = asked
  const known = round ? (await listRounds(db)).find(({ slug }) => slug === round) : undefined
  const ofRound = [...chains].filter(([, place]) => place.round === round).map(([chain]) => chain)
  return {
    chains:
      round === 'house'
        ? [HOUSE]
        : round
          ? [...(known ? [meetingChain(known.meeting.id)] : []), ...ofRound]
          : undefined,
    action: noun || undefined,
    actor: actor || undefined,
    from: from || undefined,
    // The day named is included: everything before the next one.
    to: to ? new Date(Date.parse(to) + 86_400_000).toISOString() : undefined,
    before,
  }
}
