// The heat map: a real table, number and tint in each cell, absence hatched and named.
import type { HeatCell, HeatMap } from '#surveys/analysis/heat-map.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'
import { Swatch } from './marks.tsx'

const TINTS = [0, 1, 2, 3, 4, 5] as const

export function HeatKey({ map }: { map: HeatMap }) {
  const { t } = useWords()
  const last = map.ranking.levels.length - 1
  return (
    <>
      {map.measure === 'priority'
        ? map.ranking.levels.map(({ value, option }, place) => (
            <Swatch key={option.key} color={`--seq-${Math.round((5 * place) / Math.max(1, last))}`}>
              {value} {(place === 0 || place === last) && <Said text={option.label} />}
            </Swatch>
          ))
        : TINTS.map((tint) => (
            <Swatch key={tint} color={`--seq-${tint}`}>
              {tint === 0 ? t('results:heat.low') : tint === 5 ? t('results:heat.high') : null}
            </Swatch>
          ))}
      {(['na', 'nap', 'pns'] as const).map((reason) => (
        <Swatch key={reason} kind="ab">
          {t(`results:absence.${reason}_short`)} {t(`results:absence.${reason}`)}
        </Swatch>
      ))}
    </>
  )
}

type Props = {
  readonly map: HeatMap
  readonly caption: string
  /** the answer behind a cell */
  readonly link: (country: string, area: string) => string
}

export function Heat({ map, caption, link }: Props) {
  const { t, number } = useWords()
  return (
    <Wide name={t('results:heat.region')}>
      <table className="heat first-fixed">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:needs.area')}</th>
            {map.countries.map((country) => (
              <th key={country.code} scope="col">
                <Said text={country.label} />
              </th>
            ))}
            <th scope="col">{t('results:needs.median')}</th>
            <th scope="col">{t('results:answered')}</th>
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row) => (
            <tr key={row.area.key}>
              <th scope="row">
                <Said text={row.area.label} />
              </th>
              {row.cells.map((cell, place) => (
                <Cell
                  key={map.countries[place]?.code}
                  cell={cell}
                  decimals={map.measure === 'score' ? 0 : undefined}
                  href={link(map.countries[place]?.code ?? '', row.area.key)}
                />
              ))}
              <td className="sum">
                <b>{row.median === undefined ? '–' : number(row.median, map.measure === 'score' ? 0 : undefined)}</b>
              </td>
              <td className="sum">
                {row.isHidden ? t('results:too_small') : t('results:k_of_n', { k: row.base.n, n: row.base.of })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

type CellProps = { readonly cell: HeatCell; readonly decimals: number | undefined; readonly href: string }

function Cell({ cell, decimals, href }: CellProps) {
  const { t, number } = useWords()
  if (cell.value !== null)
    return (
      <td className={`p${cell.tint}`}>
        <a href={href}>{number(cell.value, decimals)}</a>
      </td>
    )
  if (!cell.absence)
    return (
      <td className="sum">
        <span aria-hidden="true">·</span>
        <span className="hidden">{t('results:not_answered')}</span>
      </td>
    )
  return (
    <td className="absent">
      <span aria-hidden="true">{t(`results:absence.${cell.absence}_short`)}</span>
      <span className="hidden">{t(`results:absence.${cell.absence}`)}</span>
    </td>
  )
}
