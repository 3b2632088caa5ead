// All numbers of the measures as a table.
import type { MeasureRow, Readiness } from '#surveys/analysis/readiness.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export function MeasuresTwin({ readiness, caption }: { readiness: Readiness; caption: string }) {
  const { t } = useWords()
  const states = readiness.rows[0]?.states ?? []
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results:measures.measure')}</th>
          {states.map(({ option }) => (
            <th key={option.key} scope="col" className="n">
              <Said text={option.label} />
            </th>
          ))}
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="n">
              {t(`results:measures.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readiness.rows.map((row, place) => (
          <Row key={row.measure.key} row={row} place={place + 1} columns={states.length + COLUMNS.length} />
        ))}
      </tbody>
    </table>
  )
}

const COLUMNS = ['evidenced', 'absent', 'evidenced_readiness', 'declared_readiness', 'overdue_count', 'assist'] as const

function Row({ row, place, columns }: { row: MeasureRow; place: number; columns: number }) {
  const { t, number } = useWords()
  const share = (value: number | undefined) => (value === undefined ? '–' : number(value, 2))
  const absent = row.absences.na + row.absences.nap + row.absences.pns
  return (
    <tr>
      <th scope="row">
        {place} <Said text={row.measure.label} />
      </th>
      {row.isHidden ? (
        <td colSpan={columns}>{t('results:too_small')}</td>
      ) : (
        <>
          {row.states.map(({ option, count }) => (
            <td key={option.key} className="n">
              {number(count)}
            </td>
          ))}
          <td className="n">{number(row.evidenced)}</td>
          <td className="n">{number(absent)}</td>
          <td className="n">{share(row.evidencedReadiness)}</td>
          <td className="n">{share(row.declaredReadiness)}</td>
          <td className="n">{number(row.overdue)}</td>
          <td className="n">{number(row.assistance)}</td>
        </>
      )}
    </tr>
  )
}
