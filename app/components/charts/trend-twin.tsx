// All numbers of a trend as a table.
import type { TrendPart, TrendRow } from '#surveys/analysis/trend.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

/** How a figure of a part is written: readiness in per cent, everything else with at most one decimal. */
export function useUnit(part: TrendPart['part']): (value: number | undefined) => string {
  const { t, number } = useWords()
  return (value) => {
    if (value === undefined) return '–'
    if (part === 'measures') return t('versions:trends.percent', { value: Math.round(100 * value) })
    return number(Math.round(10 * value) / 10)
  }
}

const COUNTS = ['higher', 'lower', 'unchanged'] as const

export function TrendTwin({ part, caption }: { part: TrendPart; caption: string }) {
  const { t } = useWords()
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`versions:trends.line_${part.part}`)}</th>
          {(['n', 'was', 'is', ...COUNTS] as const).map((column) => (
            <th key={column} scope="col" className="n">
              {t(`versions:trends.${column}`)}
            </th>
          ))}
          <th scope="col">{t('versions:trends.comparable')}</th>
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Said text={row.label} />
            </th>
            <Figures row={row} part={part.part} />
            <td>
              {t(`versions:comparability.${row.comparability}`)}
              {row.reason && (
                <>
                  {t('results:colon')}
                  <Said text={row.reason} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figures({ row, part }: { row: TrendRow; part: TrendPart['part'] }) {
  const { t, number } = useWords()
  const unit = useUnit(part)
  if (row.isHidden) return <td colSpan={6}>{t('results:too_small')}</td>
  return (
    <>
      <td className="n">{number(row.n)}</td>
      <td className="n">{unit(row.was)}</td>
      <td className="n">{unit(row.is)}</td>
      {COUNTS.map((count) => (
        <td key={count} className="n">
          {row.was === undefined ? '–' : number(row[count])}
        </td>
      ))}
    </>
  )
}
