// The delegation's own reply to the round in the address, with everything that its pages ask: answers, state, words.
import { cellsOf } from '#db/cells.ts'
import { listClarifications } from '#db/clarifications.ts'
import { assignedIn } from '#db/editable.ts'
import { findOwnResponse, type OwnResponse, situationOfOwn } from '#db/responses.ts'
import { signatureOf } from '#db/signatures.ts'
import { unlockedOf } from '#db/unlocks.ts'
import { actRefusal, type ReplyAct } from '#surveys/answering/acts.ts'
import { type Standing, standing } from '#surveys/answering/applicability.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Cells, KeptCell } from '#surveys/answering/model.ts'
import { isLate, type Refusal, type Situation } from '#surveys/answering/states.ts'
import { openFields } from '#surveys/answering/unlocking.ts'
import type { Codebook, Text } from '#surveys/definition/model.ts'
import { type DelegationVisit, notFound } from '../../access.server.ts'
import type { ReplyPlace } from '../../components/answering/section-page.ts'
import { speechOf } from '../../components/words.tsx'
import type { Replying } from './views/asked-of.ts'
import { dayIn, type Reader } from './views/reader.ts'

export type OwnReply = OwnResponse & {
  readonly codebook: Codebook
  readonly cells: Cells<KeptCell>
  readonly judged: Standing
  readonly reader: Reader
  readonly situation: Situation
  readonly home: ReplyPlace
  /** what can be changed in a returned reply; null: everything, or nothing */
  readonly open: ReadonlySet<string> | null
  /** the fields that a contributor is asked for; null: whoever reads this edits everything, or nothing */
  readonly assigned: ReadonlySet<string> | null
  /** what the team asks and has asked */
  readonly asked: readonly Clarification[]
}

/** @throws 404 when there is no such round, it has not opened, or this country is not invited to it */
export async function requireOwnReply(visit: DelegationVisit): Promise<OwnReply> {
  const { db, params, delegation, now } = visit
  const own = await findOwnResponse(db, { round: params.round ?? '', ...ownerOf(visit) })
  if (!own || own.round.state === 'planned') throw notFound()
  const reader = readerOf(visit, own.round.meeting.timeZone)
  const cells = await cellsOf(db, own.id)
  const asked = await listClarifications(db, { responseId: own.id }, { side: 'delegation' })
  return {
    ...own,
    asked,
    open: own.state === 'returned' ? openFields(own.codebook, await unlockedOf(db, own.id)) : null,
    assigned: await assignedIn(db, own.id, own.codebook, { actor: visit.account.id, role: delegation.role }),
    cells,
    judged: standing(own.codebook, cells, reader.today),
    reader,
    situation: situationOfOwn(own, now.toISOString()),
    home: {
      base: `/answer/${own.round.slug}`,
      round: own.round.title,
      country: countryLabel(own, delegation.country),
      banner: bannerOf(own, asked, reader) ?? (await behalfBanner(db, own, reader)),
    },
  }
}

/** On every page of a returned reply: what the team wants, and where it stands. */
function bannerOf(own: OwnResponse, asked: readonly Clarification[], { t }: Reader): ReplyPlace['banner'] {
  const href = `/answer/${own.round.slug}/clarifications`
  if (own.state !== 'returned') return null
  const count = asked.filter(({ state }) => state === 'open').length
  const revision = own.nextRevision - 1
  const words =
    count > 0
      ? t('review:banner.returned', { count, revision })
      : t('review:banner.answered', { next: own.nextRevision })
  return { words, href, link: t('review:banner.link') }
}

/** On every page while a revision is official that the team recorded. */
async function behalfBanner(
  db: DelegationVisit['db'],
  { officialSubmissionId, nextRevision, round }: OwnResponse,
  { t }: Reader,
): Promise<ReplyPlace['banner']> {
  const signature = officialSubmissionId === null ? undefined : await signatureOf(db, officialSubmissionId)
  if (!signature?.isOnBehalf) return null
  const revision = nextRevision - 1
  const said = { revision: String(revision), basis: t(`documents:basis.${signature.basis}`) }
  const href = `/answer/${round.slug}/receipt/${revision}`
  return { words: t('documents:behalf.banner', said), href, link: t('documents:behalf.banner_link') }
}

/** In the words of `db`: whose responses this member may see. */
export function ownerOf({ delegation: { country, meetingId } }: DelegationVisit): {
  country: string
  meetingId?: string
} {
  return meetingId === null ? { country } : { country, meetingId }
}

/** The reader of this request's pages; `today` is that of the meeting's zone. */
export function readerOf(visit: DelegationVisit, meetingZone: string): Reader {
  const { t, language, account, now } = visit
  const timeZone = account.timeZone ?? meetingZone
  return { ...speechOf({ t, language, digits: account.digits, timeZone }), now, today: dayIn(now, meetingZone) }
}

export function countryLabel({ round }: Pick<OwnResponse, 'round'>, country: string): Text {
  const listed = round.meeting.roster.countries.find(({ code }) => code === country)
  return listed?.label ?? { en: country }
}

/** Why this member may not do it now; undefined when they may. */
export const refusalOf = (act: ReplyAct, reply: OwnReply, visit: DelegationVisit): Refusal | undefined =>
  actRefusal(act, reply.situation, visit.delegation.role)

/** The reply after something was saved: its answers read again. */
export async function reread(reply: OwnReply, { db }: DelegationVisit): Promise<OwnReply> {
  const cells = await cellsOf(db, reply.id)
  return { ...reply, cells, judged: standing(reply.codebook, cells, reply.reader.today) }
}

export const NOTHING_FOUND: Pick<Replying, 'problems' | 'clashes'> = { problems: new Map(), clashes: new Map() }

/** Why nothing can be changed, in a sentence. */
export function closedWords(refusal: Refusal, { nextRevision, reader: { t } }: OwnReply): string {
  switch (refusal) {
    case 'round_closed':
      return t('answer:closed.closed')
    case 'round_cancelled':
      return t('answer:closed.cancelled')
    case 'round_planned':
      return t('answer:closed.planned')
    case 'declined':
      return t('answer:closed.declined')
    case 'submitted':
      return t('answer:closed.submitted', { revision: nextRevision - 1, next: nextRevision })
    case 'accepted':
      return t('review:closed.accepted', { revision: nextRevision - 1 })
    case 'ready':
      return t('review:closed.ready')
    case 'not_ready':
      return t('review:ready.first')
    default:
      return t('answer:closed.reader')
  }
}

/** What to know although answers can be changed: the deadline has passed. */
export const remarkOf = ({ situation, reader }: OwnReply): string | null =>
  isLate(situation) ? reader.t('answer:closed.late') : null
