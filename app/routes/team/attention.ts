// What the team should look at, most pressing first; each is a fact with a place to go.
import type { Text } from '#surveys/definition/model.ts'
import { isQuiet } from './board-rows.ts'
import type { Overview } from './overview.server.ts'

export type AttentionItem = {
  /** `team:attention.<kind>` says it, with `count` */
  readonly kind: 'deadline_passed' | 'evidence' | 'to_sign' | 'quiet' | 'mail_refused'
  readonly count: number
  readonly href: string
  /** the round that it is about */
  readonly round: Text | null
  /** the countries that it is about, in protocol order */
  readonly countries: readonly Text[]
}

export function attentionOf(
  overviews: readonly Pick<Overview, 'round' | 'rows'>[],
  { now, refusedMail }: { now: Date; refusedMail: number },
): AttentionItem[] {
  const items = overviews.flatMap((overview) => attentionOfRound(overview, now))
  if (refusedMail > 0) {
    items.push({
      kind: 'mail_refused',
      count: refusedMail,
      href: '/team/outbox?state=refused',
      round: null,
      countries: [],
    })
  }
  return items
}

function attentionOfRound({ round, rows }: Pick<Overview, 'round' | 'rows'>, now: Date): AttentionItem[] {
  if (round.state === 'planned' || round.state === 'cancelled') return []
  const base = `/team/rounds/${round.slug}`
  const items: AttentionItem[] = []
  const add = (kind: AttentionItem['kind'], href: string, about: typeof rows, count = about.length) => {
    if (count > 0) items.push({ kind, count, href, round: round.title, countries: about.map(({ label }) => label) })
  }
  const isRunning = round.state === 'open' || round.state === 'pilot'
  if (isRunning && round.deadline && round.deadline < now.toISOString()) {
    const missing = rows.filter(({ state, revision }) => state !== 'declined' && revision === null)
    items.push({ ...nothing(base, round.title), countries: missing.map(({ label }) => label), count: missing.length })
  }
  const waiting = rows.filter(({ openEvidence }) => openEvidence > 0)
  const measures = waiting.reduce((sum, { openEvidence }) => sum + openEvidence, 0)
  add('evidence', `${base}?show=us`, waiting, measures)
  if (isRunning) {
    add(
      'to_sign',
      `${base}?show=them`,
      rows.filter(({ pen }) => pen === 'head'),
    )
    add('quiet', `${base}?show=quiet`, rows.filter(isQuiet))
  }
  return items
}

const nothing = (base: string, round: Text): AttentionItem => ({
  kind: 'deadline_passed',
  count: 0,
  href: `${base}/settings`,
  round,
  countries: [],
})
