// The same question for every item of a list: one row per item, the options or the quartiles across.
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'
import type { QuestionView, ResultRow } from './question-view.ts'

export function GroupTable({ question, caption }: { question: QuestionView; caption: string }) {
  const { t } = useWords()
  const columns = columnsOf(question.rows[0])
  return (
    <Wide name={t('results:question.region')}>
      <table className="first-fixed">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:question.item')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="n">
                {column.label ? <Said text={column.label} /> : t(`results:summary.${column.key}`)}
              </th>
            ))}
            <th scope="col" className="n">
              {t('results:answered')}
            </th>
            <th scope="col" className="n">
              {t('results:needs.absent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {question.rows.map((row) => (
            <tr key={row.item?.key}>
              <th scope="row">{row.item && <Said text={row.item.label} />}</th>
              {row.isHidden ? (
                <td colSpan={columns.length}>{t('results:too_small')}</td>
              ) : (
                <Figures row={row} columns={columns} />
              )}
              <td className="n">{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
              <Absences row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

type Column = { readonly key: string; readonly label?: Readonly<Record<string, string>> }

const SUMMARY = ['least', 'q1', 'median', 'q3', 'largest'] as const

function columnsOf(row: ResultRow | undefined): readonly Column[] {
  switch (row?.tally.kind) {
    case 'choice':
    case 'several':
    case 'ranking':
      return row.tally.options.map(({ option }) => option)
    case 'number':
    case 'date':
      return SUMMARY.map((key) => ({ key }))
    default:
      return []
  }
}

function Figures({ row, columns }: { row: ResultRow; columns: readonly Column[] }) {
  const write = useFigures(row)
  return columns.map(({ key }) => (
    <td key={key} className="n">
      {write(key)}
    </td>
  ))
}

/** What stands in the column of an option or of a quartile. */
function useFigures({ tally }: ResultRow): (column: string) => string {
  const { number, date } = useWords()
  switch (tally.kind) {
    case 'choice':
    case 'several': {
      const counts = new Map(tally.options.map(({ option, count }) => [option.key, count]))
      return (column) => number(counts.get(column) ?? 0)
    }
    case 'ranking': {
      const points = new Map(tally.options.map(({ option, points }) => [option.key, points]))
      return (column) => number(points.get(column) ?? 0)
    }
    case 'number':
    case 'date': {
      const values = new Map<string, number | string>(Object.entries(tally.summary ?? {}))
      return (column) => {
        const value = values.get(column)
        return value === undefined ? '–' : typeof value === 'number' ? number(value) : date(value)
      }
    }
    default:
      return () => ''
  }
}

/** How many gave a reason, and which. */
function Absences({ row }: { row: ResultRow }) {
  const { t, number, list } = useWords()
  const { na, nap, pns } = row.absences
  const reasons = Object.entries({ na, nap, pns }).filter(([, count]) => count > 0)
  if (row.isHidden) return <td className="n">–</td>
  if (reasons.length === 0) return <td className="n">{number(0)}</td>
  return (
    <td className="n">
      {list(reasons.map(([reason, count]) => `${number(count)} ${t(`results:absence.${reason}`)}`))}
    </td>
  )
}
