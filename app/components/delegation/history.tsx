// The revisions of one answer, the youngest first: what changed in each, where it came from, and the button that puts it back.
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import { FieldName, type NamedField } from '../review/field-name.tsx'
import { TwoLines } from '../review/two-lines.tsx'
import { Done } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type RevisionView = {
  readonly cell: KeptCell
  readonly before: Cell | null
  /** where it was taken from, in words */
  readonly taken: readonly string[]
  readonly canRestore: boolean
}
export type HistoryPage = ReplyPlace & {
  readonly field: NamedField
  readonly href: string
  readonly discussion: string
  readonly revisions: readonly RevisionView[]
  /** the revision that stands now */
  readonly now: number
  readonly closed: string | null
  /** why the last restoring did not happen */
  readonly refused: string | null
  readonly done: string | null
}

export function History({ page }: { page: HistoryPage }) {
  const { t } = useWords()
  return (
    <div className="page">
      <Crumbs page={page} here={t('inside:history.title')} />
      <Done done={page.done} />
      {page.refused !== null && (
        <p className="notice attend" role="alert">
          {page.refused}
        </p>
      )}
      <div className="head">
        <p className="over">
          <FieldName field={page.field} />
        </p>
        <h1>{t('inside:history.finding', { count: page.revisions.length })}</h1>
        <p className="lead">{t('inside:history.lead')}</p>
        {page.closed !== null && <p className="notice plain">{page.closed}</p>}
        <p className="row">
          <a href={page.href}>{t('inside:to_question')}</a>
          <a href={page.discussion}>{t('inside:discussion.title')}</a>
        </p>
      </div>
      <ol role="list" className="stack loose" reversed>
        {page.revisions.map((revision) => (
          <One key={revision.cell.revision} revision={revision} page={page} />
        ))}
      </ol>
    </div>
  )
}

function One({ revision, page }: { revision: RevisionView; page: HistoryPage }) {
  const { t, moment, list } = useWords()
  const { cell, before, taken, canRestore } = revision
  return (
    <li className="stack tight" id={`v${cell.revision}`}>
      <h2 className="ask sub">
        {t('inside:history.revision', { number: cell.revision })}
        {cell.revision === page.now && ` · ${t('inside:history.current')}`}
      </h2>
      <p className="fine">
        {t('review:thread.who', { name: `\u2068${cell.by}\u2069`, when: moment(cell.at) })}
        {taken.length > 0 && ` · ${list(taken)}`}
      </p>
      <TwoLines field={page.field} before={before} after={cell} />
      {canRestore && (
        <form method="post">
          <input type="hidden" name="base" value={page.now} />
          <button type="submit" className="button second small" name="restore" value={cell.revision}>
            {t('inside:history.restore', { number: cell.revision })}
          </button>
        </form>
      )}
    </li>
  )
}
