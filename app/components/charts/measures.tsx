// The Roadmap with the answers in its margin: the text in its own order, beside it how many stand where.
import type { GoodPractice, MeasureRow, Readiness } from '#surveys/analysis/readiness.ts'
import { Said, tongueOf } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Bar, Swatch } from './marks.tsx'
import { shadeOf } from './shades.ts'
import { Squares } from './squares.tsx'

export function MeasuresKey({ readiness }: { readiness: Readiness }) {
  const { t } = useWords()
  const states = [...(readiness.rows[0]?.states ?? [])].reverse()
  const others = states.filter(({ option }) => option.key !== readiness.done && shadeOf(readiness, option.key) !== 'ab')
  return (
    <>
      <Swatch color="--seq-5">{t('results:measures.key_evidenced')}</Swatch>
      <Swatch kind="de">{t('results:measures.key_declared')}</Swatch>
      {others.map(({ option }) => (
        <Swatch key={option.key} color={SHADE_COLORS[shadeOf(readiness, option.key)]}>
          <Said text={option.label} />
        </Swatch>
      ))}
      <Swatch kind="ab">{t('results:measures.key_absent')}</Swatch>
      <li>
        <Bar value={60} mark={80} isSample />
        {t('results:measures.key_bar')}
      </li>
    </>
  )
}

const SHADE_COLORS: Readonly<Record<string, string>> = { ip: '--seq-3', pl: '--seq-1', ns: '--paper' }

type Props = {
  readonly readiness: Readiness
  /** keys of all measures in the order of the Roadmap: what their numbers follow */
  readonly order: readonly string[]
  /** the answers behind a measure */
  readonly link: (measure: string) => string
}

export function Measures({ readiness, order, link }: Props) {
  return (
    <>
      {readiness.rows.map((row) => (
        <article key={row.measure.key} className="measure" aria-labelledby={`measure-${row.measure.key}`}>
          <div className="text">
            <h3 id={`measure-${row.measure.key}`}>
              <span className="no">{order.indexOf(row.measure.key) + 1}</span>
              <a href={link(row.measure.key)}>
                <Said text={row.measure.label} />
              </a>
            </h3>
            {row.measure.description && (
              <p>
                <Said text={row.measure.description} />
              </p>
            )}
            <Pillar row={row} />
          </div>
          <div className="said">
            <Answers row={row} readiness={readiness} />
          </div>
        </article>
      ))}
    </>
  )
}

function Pillar({ row }: { row: MeasureRow }) {
  const { t } = useWords()
  const { pillar } = row.measure
  if (!pillar) return null
  const words = t(`results:pillar.${pillar}`, { defaultValue: '' })
  return words ? <p className="fine">{words}</p> : null
}

function Answers({ row, readiness }: { row: MeasureRow; readiness: Readiness }) {
  const { t, number } = useWords()
  if (row.isHidden) return <p className="meta">{t('results:too_small')}</p>
  return (
    <>
      <div className="line">
        <Squares row={row} readiness={readiness} />
        <span className="meta">
          <StateCounts row={row} />
        </span>
      </div>
      {row.declaredReadiness !== undefined && (
        <div className="ready">
          <Bar value={100 * (row.evidencedReadiness ?? 0)} mark={100 * row.declaredReadiness} />
          <span>
            {t('results:measures.readiness', {
              evidenced: number(row.evidencedReadiness ?? 0, 2),
              declared: number(row.declaredReadiness, 2),
            })}
          </span>
        </div>
      )}
      <p className="change">{sentences(row, t).join(' · ')}</p>
      {row.practices.length > 0 && <Practices practices={row.practices} />}
    </>
  )
}

function sentences(row: MeasureRow, t: ReturnType<typeof useWords>['t']): string[] {
  const said = [t('results:measures.counted', { n: row.base.n, all: row.base.of })]
  if (row.overdue > 0) said.push(t('results:measures.overdue', { count: row.overdue }))
  if (row.assistance > 0) said.push(t('results:measures.assistance', { count: row.assistance }))
  return said
}

/** `4 implemented, 3 in progress, 1 not applicable`; the best state first. */
function StateCounts({ row }: { row: MeasureRow }) {
  const { t } = useWords()
  const states = [...row.states].reverse().filter(({ count }) => count > 0)
  const absent = (['na', 'nap', 'pns'] as const).filter((reason) => row.absences[reason] > 0)
  if (states.length + absent.length === 0) return t('results:measures.no_report')
  return (
    <>
      {states.map(({ option, count }, place) => (
        <span key={option.key}>
          {place > 0 && t('results:comma')}
          <b>{count}</b> <Said text={option.label} />
        </span>
      ))}
      {absent.map((reason, place) => (
        <span key={reason}>
          {states.length + place > 0 && t('results:comma')}
          <b>{row.absences[reason]}</b> {t(`results:absence.${reason}`)}
        </span>
      ))}
    </>
  )
}

function Practices({ practices }: { practices: readonly GoodPractice[] }) {
  const { t, language } = useWords()
  return (
    <details>
      <summary>{t('results:measures.practices', { count: practices.length })}</summary>
      <ul className="stack tight">
        {practices.map((practice) => (
          <li key={practice.country.code}>
            <b>
              <Said text={practice.country.label} />
            </b>
            {t('results:colon')}
            <bdi {...tongueOf(practice.language, language)}>{practice.words}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
