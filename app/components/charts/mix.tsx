// Kinds of assistance by area: how many choose each first, in brackets second; how wide it should be; shares of the demand.
import type { Demand, ModalityMix, ModalityRow } from '#surveys/analysis/modalities.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'
import { vars } from './marks.tsx'

type Props = {
  readonly mix: ModalityMix
  readonly rows: readonly ModalityRow[]
  readonly caption: string
  readonly link: (area: string) => string
}

export function Mix({ mix, rows, caption, link }: Props) {
  const { t } = useWords()
  const hasScales = rows.some((row) => row.scales.length > 0)
  return (
    <Wide name={t('dashboards:mix.region')}>
      <table className="mix first-fixed">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:needs.area')}</th>
            {mix.shares.map(({ option }) => (
              <th key={option.key} scope="col">
                <Said text={option.label} />
              </th>
            ))}
            {hasScales && <th scope="col">{t('dashboards:mix.scale')}</th>}
            <th scope="col">{t('results:answered')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.area.key}>
              <th scope="row">
                <a href={link(row.area.key)}>
                  <Said text={row.area.label} />
                </a>
              </th>
              {row.isHidden ? (
                <td colSpan={mix.shares.length + (hasScales ? 1 : 0)}>{t('results:too_small')}</td>
              ) : (
                <Figures row={row} hasScales={hasScales} />
              )}
              <td>{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
            </tr>
          ))}
        </tbody>
        <Shares mix={mix} hasScales={hasScales} />
      </table>
    </Wide>
  )
}

function Figures({ row, hasScales }: { row: ModalityRow; hasScales: boolean }) {
  return (
    <>
      {row.demands.map((demand) => (
        <td key={demand.option.key}>
          <Chosen demand={demand} />
        </td>
      ))}
      {hasScales && (
        <td className="wide">
          {row.scales
            .filter(({ count }) => count > 0)
            .map(({ option, count }) => (
              <span key={option.key}>
                <b>{count}</b> <Said text={option.label} />
              </span>
            ))}
        </td>
      )}
    </>
  )
}

function Chosen({ demand: { first, second } }: { demand: Demand }) {
  const { t, number } = useWords()
  const tint = first >= 5 ? 'disc m5' : first >= 3 ? 'disc m3' : 'disc'
  return (
    <>
      {first === 0 ? (
        <span className="nil">{number(0)}</span>
      ) : (
        <span className={tint} style={vars({ '--v': first })}>
          {number(first)}
        </span>
      )}
      {second > 0 && (
        <>
          {' '}
          <span className="fine">
            <span aria-hidden="true">({number(second)})</span>
            <span className="hidden">{t('dashboards:mix.second', { count: second })}</span>
          </span>
        </>
      )}
    </>
  )
}

function Shares({ mix, hasScales }: { mix: ModalityMix; hasScales: boolean }) {
  const { t, number } = useWords()
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('dashboards:mix.share')}</th>
        {mix.shares.map(({ option, share }) => (
          <td key={option.key}>
            {share === undefined ? '–' : t('dashboards:percent', { n: number(Math.round(100 * share)) })}
          </td>
        ))}
        {hasScales && <td />}
        <td />
      </tr>
    </tfoot>
  )
}

/** Training topics by points. */
export function Topics({ mix, link }: { mix: ModalityMix; link: (ref: string) => string }) {
  const { t, number } = useWords()
  if (!mix.topics) return null
  const { field, base, rows } = mix.topics
  return (
    <Wide name={t('dashboards:mix.topics')}>
      <table className="tallied">
        <caption>
          <a href={link(field.name)}>
            <Said text={field.question.label} />
          </a>
          <small>{t('results:base_of', { n: base.n, all: base.of })}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboards:mix.topic')}</th>
            <th scope="col" className="n">
              {t('results:question.points')}
            </th>
            <th scope="col" className="n">
              {t('results:needs.place')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ option, points, place }) => (
            <tr key={option.key}>
              <th scope="row">
                <Said text={option.label} />
              </th>
              <td className="n">{number(points)}</td>
              <td className="n">{place ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
