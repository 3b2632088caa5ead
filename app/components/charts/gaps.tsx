// Gaps: capacity today and needed on one line per area; below it what limits the work, and the obstacles named.
import type { GapRow, Gaps, LimitRow } from '#surveys/analysis/gaps.ts'
import type { ObstacleTable } from '#surveys/analysis/obstacles.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'
import { Agree, Bar, vars } from './marks.tsx'

export function GapsKey() {
  const { t } = useWords()
  return (
    <>
      <li>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <circle cx="7" cy="7" r="5.5" fill="var(--paper)" stroke="var(--accent)" strokeWidth="2" />
        </svg>
        {t('dashboards:gaps.today')}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <circle cx="7" cy="7" r="6.5" fill="var(--accent)" />
        </svg>
        {t('dashboards:gaps.needed')}
      </li>
    </>
  )
}

export function Dumbbells({
  gaps,
  rows,
  link,
}: {
  gaps: Gaps
  rows: readonly GapRow[]
  link: (area: string) => string
}) {
  return (
    <div>
      <Axis gaps={gaps} />
      <ul role="list" className="gaps">
        {rows.map((row) => (
          <li key={row.area.key}>
            <a href={link(row.area.key)}>
              <Said text={row.area.label} />
            </a>
            <Line row={row} gaps={gaps} />
            <Note row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Axis({ gaps: { levels } }: { gaps: Gaps }) {
  return (
    <div className="gaps-axis" aria-hidden="true">
      <span />
      <span className="dots-axis" style={vars({ '--k': levels.length })}>
        {levels.map(({ value, option }, place) => (
          <span key={option.key}>
            {value} {(place === 0 || place === levels.length - 1) && <Said text={option.label} />}
          </span>
        ))}
      </span>
      <span />
    </div>
  )
}

function Line({ row, gaps: { levels } }: { row: GapRow; gaps: Gaps }) {
  const first = levels[0]?.value ?? 1
  if (row.current === undefined || row.needed === undefined) return <span className="gap" aria-hidden="true" />
  // the styles count levels from 1, whatever the scale begins with
  const [from, to] = [row.current - first + 1, row.needed - first + 1]
  return (
    <span className="gap" aria-hidden="true" style={vars({ '--k': levels.length })}>
      <u style={vars({ '--a': Math.min(from, to), '--b': Math.max(from, to) })} />
      <i style={vars({ '--v': from })} />
      <i className="to" style={vars({ '--v': to })} />
    </span>
  )
}

function Note({ row }: { row: GapRow }) {
  const { t, number } = useWords()
  if (row.isHidden) return <span className="note">{t('results:too_small')}</span>
  if (row.gap === undefined) return <span className="note">{t('results:not_answered')}</span>
  return (
    <span className="note">
      <span className="hidden">
        {t('dashboards:gaps.said', { today: number(row.current ?? 0), needed: number(row.needed ?? 0) })}{' '}
      </span>
      {t('dashboards:gaps.gap')} <b>{number(row.gap)}</b> · {t('results:k_of_n', { k: row.base.n, n: row.base.of })}
    </span>
  )
}

export function GapsTwin({ rows, caption }: { rows: readonly GapRow[]; caption: string }) {
  const { t, number } = useWords()
  const figure = (value: number | undefined) => (value === undefined ? '–' : number(value))
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results:needs.area')}</th>
          {(['today', 'needed', 'gap', 'short'] as const).map((key) => (
            <th key={key} scope="col" className="n">
              {t(`dashboards:gaps.${key}`)}
            </th>
          ))}
          <th scope="col" className="n">
            {t('results:answered')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.area.key}>
            <th scope="row">
              <Said text={row.area.label} />
            </th>
            <td className="n">{figure(row.current)}</td>
            <td className="n">{figure(row.needed)}</td>
            <td className="n">{figure(row.gap)}</td>
            <td className="n">{row.isHidden ? '–' : number(row.short)}</td>
            <td className="n">{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Limits({ rows, link }: { rows: readonly LimitRow[]; link: (ref: string) => string }) {
  const { t } = useWords()
  return (
    <Wide name={t('dashboards:gaps.limits')}>
      <table>
        <caption>{t('dashboards:gaps.limits')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboards:question')}</th>
            <th scope="col">{t('results:needs.median')}</th>
            <th scope="col">{t('results:needs.agreement')}</th>
            <th scope="col" className="n">
              {t('results:answered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field.name}>
              <th scope="row">
                <a href={link(row.field.name)}>
                  <Said text={row.field.question.label} />
                </a>
              </th>
              {row.isHidden ? <td colSpan={2}>{t('results:too_small')}</td> : <LimitFigures row={row} />}
              <td className="n">{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function LimitFigures({ row }: { row: LimitRow }) {
  const { t, number } = useWords()
  const say = useSaying()
  const { median, words } = row.spread
  const level = row.levels.find(({ value }) => value === median)
  return (
    <>
      <td>
        {median === undefined ? '–' : number(median)} {level && say(level.option.label).words}
      </td>
      <td>{words ? <Agree words={words} /> : t('results:too_few_for_words')}</td>
    </>
  )
}

export function Obstacles({ table, link }: { table: ObstacleTable; link: (ref: string) => string }) {
  const { t, number } = useWords()
  const name = useSaying()(table.field.question.label).words
  const isInGroup = table.field.group !== undefined
  if (table.isHidden) return <p className="meta">{t('results:too_small')}</p>
  return (
    <Wide name={name}>
      <table className="tallied">
        <caption>
          <a href={link(table.ref)}>{name}</a>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboards:gaps.obstacle')}</th>
            <th scope="col">{t('dashboards:gaps.named_by')}</th>
            {isInGroup && (
              <th scope="col" className="n">
                {t('dashboards:gaps.times')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.option.key}>
              <th scope="row">
                <Said text={row.option.label} />
              </th>
              <td>
                <Bar value={table.base.n === 0 ? 0 : (100 * row.countries) / table.base.n} isSample />{' '}
                {t('results:k_of_n', { k: row.countries, n: table.base.n })}
              </td>
              {isInGroup && <td className="n">{number(row.times)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
