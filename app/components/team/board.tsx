// Delegation by section: one row per delegation in protocol order, one link per cell where there is something to read.

import type { BoardRow, columnsOf, SectionCell } from '../../routes/team/board-rows.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { ReplyState } from './reply-state.tsx'
import { Scroll } from './scroll.tsx'

type Columns = ReturnType<typeof columnsOf>
type BoardProps = { rows: readonly BoardRow[]; columns: Columns; base: string; zone: string }

export function Board({ rows, columns, base, zone }: BoardProps) {
  const { t } = useWords()
  if (rows.length === 0) return <p className="meta">{t('team:board.nobody')}</p>
  const notes = rows.flatMap(({ note, code }) => (note ? [{ note, code }] : []))
  return (
    <>
      <Scroll label={t('team:board.region')}>
        <table className="board first-fixed">
          <caption className="hidden">{t('team:board.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('team:board.delegation')}</th>
              <th scope="col">{t('team:board.pen')}</th>
              <th scope="col">{t('team:board.last_activity')}</th>
              <th scope="col">{t('review:board.open')}</th>
              <th scope="col">{t('review:board.accepted_revision')}</th>
              {columns.map(({ key, letter, title }) => (
                <th scope="col" key={key}>
                  {letter} <Said text={title} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.code} row={row} columns={columns} base={base} zone={zone} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {notes.map(({ note, code }) => (
        <p className="fine" key={code}>
          <Said text={note} />
        </p>
      ))}
    </>
  )
}

type RowProps = { row: BoardRow; columns: Columns; base: string; zone: string }

function Row({ row, columns, base, zone }: RowProps) {
  const { t, inZone, zone: zoneName } = useWords()
  const read = row.revision === null ? null : `${base}/${row.code}`
  return (
    <tr>
      <th scope="row">
        <DelegationName row={row} href={read} />
        <br />
        <ReplyState row={row} />
        {row.isLate && <span className="fine"> {t('team:reply.late')}</span>}
        {row.joinedLate && <span className="fine"> {t('team:reply.joined_late')}</span>}
        {row.ownDeadline && (
          <span className="fine">
            <br />
            {t('team:board.own_deadline', { when: inZone(zone).short(row.ownDeadline), zone: zoneName(zone) })}
          </span>
        )}
      </th>
      <td>
        <span>{t(`team:pen.${row.pen}`)}</span>
      </td>
      <LastActivity row={row} />
      <Clarifications row={row} base={base} />
      <td>
        <span>{row.state === 'accepted' ? t('review:board.revision', { revision: String(row.revision) }) : '–'}</span>
      </td>
      {row.sections.map((cell, index) => (
        <Cell key={cell.key} cell={cell} row={row} letter={columns[index]?.letter ?? ''} href={read} />
      ))}
    </tr>
  )
}

function Clarifications({ row, base }: { row: BoardRow; base: string }) {
  const { t } = useWords()
  const { open, toUs, requests } = row.clarifications
  if (row.revision === null)
    return (
      <td>
        <span>–</span>
      </td>
    )
  return (
    <td>
      <a className="tap" href={`${base}/${row.code}/clarifications`}>
        {t('review:board.count', { count: open })}
      </a>
      {toUs > 0 && <span className="fine"> {t('review:board.to_us', { count: toUs })}</span>}
      {requests > 0 && <span className="fine"> {t('review:board.request')}</span>}
    </td>
  )
}

function DelegationName({ row, href }: { row: BoardRow; href: string | null }) {
  const name = (
    <b>
      <Said text={row.label} />
    </b>
  )
  return href ? <a href={href}>{name}</a> : name
}

type CellProps = { cell: SectionCell; row: BoardRow; letter: string; href: string | null }

/** A draft is a word, not a link: the team sees how far it is, and nothing of what it says. */
function Cell({ cell, row, letter, href }: CellProps) {
  const { t } = useWords()
  const saying = useSaying()
  const style = { '--v': cell.total > 0 ? Math.round((100 * cell.done) / cell.total) : 50 } as React.CSSProperties
  const state = (
    <span className={`state ${cell.mark}`} style={cell.mark === 'part' ? style : undefined}>
      <span>
        <span className="hidden">{`${saying(row.label).words}, ${letter}: `}</span>
        {t(`team:cell.${cell.word}`, { done: cell.done, total: cell.total })}
      </span>
    </span>
  )
  const isReadable = href !== null && (row.state === 'submitted' || row.state === 'accepted')
  return <td>{isReadable ? <a href={`${href}#section-${cell.key}`}>{state}</a> : <span>{state}</span>}</td>
}

function LastActivity({ row }: { row: BoardRow }) {
  const { t } = useWords()
  const { quietDays, pen } = row
  const isOld = quietDays !== null && quietDays >= 7 && (pen === 'delegation' || pen === 'head')
  const age =
    quietDays === null
      ? t('team:age.never')
      : quietDays === 0
        ? t('team:age.today')
        : t('team:age.days', { count: quietDays })
  return (
    <td>
      <span className={isOld ? 'age old' : 'age'}>{age}</span>
    </td>
  )
}
