// Deadlines and states of a reply, in words. The programme's zone is always said, the reader's beside it.
import type { OwnResponse } from '#db/responses.ts'
import type { Reader } from './reader.ts'

/** "Thursday 14 January 2027, 18:00 (Brussels time)", and in the reader's own zone where that is another; null: none is set. */
export function deadlineWords(deadline: string | null, zone: string, reader: Reader): string | null {
  if (deadline === null) return null
  const { t, inZone } = reader
  const programme = t('answer:deadline.in_zone', { moment: inZone(zone).deadline(deadline), zone: reader.zone(zone) })
  if (reader.timeZone === zone || inZone(zone).moment(deadline) === reader.moment(deadline)) return programme
  const own = t('answer:deadline.in_zone', { moment: reader.moment(deadline), zone: reader.zone(reader.timeZone) })
  return t('answer:deadline.both', { programme, own })
}

/** "Three days are left." @returns whole days until the deadline, below 0 when it has passed; null: none is set */
export function daysLeft(deadline: string | null, now: Date): number | null {
  return deadline === null ? null : Math.floor((Date.parse(deadline) - now.getTime()) / 86_400_000)
}

export function daysLeftWords(deadline: string | null, { t, now }: Reader): string {
  const days = daysLeft(deadline, now)
  if (days === null) return ''
  if (days < 0) return t('answer:home.passed')
  return days === 0 ? t('answer:home.today') : t('answer:home.days_left', { count: days })
}

/** The state of a reply: the mark and the words of the look. */
export function replyState(
  own: Pick<OwnResponse, 'state' | 'nextRevision' | 'officialSubmissionId'>,
  { t }: Reader,
): { mark: 'none' | 'part' | 'done' | 'kept' | 'back'; words: string } {
  switch (own.state) {
    case 'invited':
      return { mark: 'none', words: t('answer:reply.invited') }
    case 'declined':
      return { mark: 'none', words: t('answer:reply.declined') }
    case 'submitted':
      return { mark: 'done', words: t('answer:reply.submitted', { revision: own.nextRevision - 1 }) }
    case 'accepted':
      return { mark: 'kept', words: t('review:reply.accepted', { revision: own.nextRevision - 1 }) }
    case 'returned':
      return { mark: 'back', words: t('review:reply.returned') }
    case 'ready':
      return { mark: 'part', words: t('review:reply.ready') }
    case 'draft':
      return own.officialSubmissionId === null
        ? { mark: 'part', words: t('answer:reply.draft') }
        : { mark: 'part', words: t('answer:reply.redrafting', { revision: own.nextRevision }) }
  }
}
