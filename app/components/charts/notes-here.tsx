// What the team observes on a page of results, and what organisations say of its rows.
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export type NoteHere = {
  readonly id: string
  readonly kind: 'observation' | 'comment'
  readonly texts: Text
  readonly organisation: string
  /** the row; null: the page */
  readonly on: string | null
}

export function NotesHere({ notes, base }: { notes: readonly NoteHere[]; base: string }) {
  const { t } = useWords()
  if (notes.length === 0) return null
  return (
    <aside className="notice plain stack tight" aria-label={t('results:notes.title')}>
      {notes.map(({ id, kind, texts, organisation, on }) => (
        <p key={id}>
          <b>{kind === 'observation' ? t('results:notes.by_team') : <bdi>{organisation}</bdi>}</b>
          {on && ` · ${on}`}
          {t('results:colon')}
          <Said text={texts} />
        </p>
      ))}
      <p>
        <a href={`${base}/notes`}>{t('results:notes.all')}</a>
      </p>
    </aside>
  )
}
