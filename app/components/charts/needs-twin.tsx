// All numbers of the ranking as a table.
import type { NeedRow, NeedsRanking } from '#surveys/analysis/needs.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { times } from './times.ts'

export function NeedsTwin({ ranking, caption }: { ranking: NeedsRanking; caption: string }) {
  const { t } = useWords()
  const head = (key: string) => (
    <th scope="col" className="n">
      {t(`results:needs.${key}`)}
    </th>
  )
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {head('place')}
          <th scope="col">{t('results:needs.area')}</th>
          {head('score')}
          {head('after_support')}
          <th scope="col" className="n">
            {t('results:needs.rated_from', { level: ranking.part.shared_from })}
          </th>
          {ranking.levels.map(({ value }) => (
            <th key={value} scope="col" className="n">
              {t('results:rated', { value })}
            </th>
          ))}
          {head('absent')}
          {head('median')}
          {head('iqr')}
          {head('agreement_a')}
          <th scope="col">{t('results:needs.agreement')}</th>
          {head('left_out')}
          {head('by_votes')}
        </tr>
      </thead>
      <tbody>
        {ranking.rows.map((row) => (
          <Row key={row.area.key} row={row} columns={ranking.levels.length + 11} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, columns }: { row: NeedRow; columns: number }) {
  const { t, number } = useWords()
  const { spread, base, firm } = row
  const name = (
    <th scope="row">
      <Said text={row.area.label} />
    </th>
  )
  if (row.isHidden)
    return (
      <tr>
        <td className="n">–</td>
        {name}
        <td colSpan={columns - 2}>{t('results:too_small')}</td>
      </tr>
    )
  const figure = (value: number | undefined, decimals: number) => (value === undefined ? '–' : number(value, decimals))
  const absent = row.absences.na + row.absences.nap + row.absences.pns
  return (
    <tr>
      <td className="n">{row.place ?? t('results:none')}</td>
      {name}
      <td className="n">{number(row.score, 1)}</td>
      <td className="n">{number(row.net, 1)}</td>
      <td className="n">{t('results:k_of_n', { k: row.sharedBy, n: base.n })}</td>
      {times(spread.counts.length, (level) => (
        <td key={level} className="n">
          {number(spread.counts[level] ?? 0)}
        </td>
      ))}
      <td className="n">{number(absent)}</td>
      <td className="n">{spread.median === undefined ? '–' : number(spread.median)}</td>
      <td className="n">{figure(spread.iqr, 1)}</td>
      <td className="n">{figure(spread.a, 2)}</td>
      <td>{spread.words ? t(`results:closeness.${spread.words}`) : t('results:too_few_for_words')}</td>
      <td className="n">
        <bdi>
          {firm ? (firm.from === firm.to ? number(firm.from) : `${number(firm.from)}–${number(firm.to)}`) : '–'}
        </bdi>
      </td>
      <td className="n">{row.votePlace ?? t('results:none')}</td>
    </tr>
  )
}
