// The state of a reply in words: draft, with the head, submitted with its revision, declined.
import type { BoardRow } from '../../routes/team/board-rows.ts'
import { useWords } from '../words.tsx'

type Shown = Pick<BoardRow, 'state' | 'revision' | 'nextRevision' | 'pen'>

export function ReplyState({ row: { state, revision, nextRevision, pen } }: { row: Shown }) {
  const { t } = useWords()
  switch (state) {
    case 'invited':
      return <span className="state none">{t('team:reply.invited')}</span>
    case 'declined':
      return <span className="state none">{t('team:reply.declined')}</span>
    case 'submitted':
      return <span className="state done">{t('team:reply.submitted', { revision: String(revision) })}</span>
    case 'accepted':
      return <span className="state kept">{t('review:reply.accepted', { revision: String(revision) })}</span>
    case 'returned':
      return <span className="state back">{t('review:reply.returned')}</span>
    case 'ready':
      return <span className="state part">{t('review:reply.ready')}</span>
    case 'draft':
      if (revision !== null) {
        const words = t('team:reply.redrafting', { revision: String(nextRevision), last: String(revision) })
        return <span className="state part">{words}</span>
      }
      return <span className="state part">{t(pen === 'head' ? 'team:reply.with_head' : 'team:reply.draft')}</span>
  }
}
