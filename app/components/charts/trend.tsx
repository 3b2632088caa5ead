// One part of a trend: each line from then to now among the same delegations, a break dashed with its reason.
import type { ChangedQuestion, TrendPart, TrendRow } from '#surveys/analysis/trend.ts'
import type { Country } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Figure, Source, Twin, Wide } from './figure.tsx'
import { vars } from './marks.tsx'
import { TrendTwin, useUnit } from './trend-twin.tsx'

type Props = {
  readonly part: TrendPart
  readonly csv: string
  readonly versions: { readonly was: string; readonly is: string }
}

export function TrendFigure({ part, csv, versions }: Props) {
  const { t } = useWords()
  const heading = useHeading(part)
  const name = t('versions:trends.table', { part: usePartName(part) })
  const table = <TrendTwin part={part} caption={heading} />
  return (
    <Figure
      id={`trend-${part.part}-${part.section}`}
      heading={heading}
      explained={t(`versions:trends.explained_${part.part}`)}
      legend={part.low !== null && part.pairs > 0 && <Key />}
      source={
        <Source csv={csv} source={t('versions:trends.versions', versions)}>
          <Who part={part} />
        </Source>
      }
    >
      {part.pairs > 0 && part.low !== null && (
        <>
          <Lines part={part} />
          <Twin name={name}>{table}</Twin>
        </>
      )}
      {part.pairs > 0 && part.low === null && <Wide name={name}>{table}</Wide>}
    </Figure>
  )
}

/** A part that is there for each section has the section's name. */
function usePartName({ part, title }: TrendPart): string {
  const { t } = useWords()
  const saying = useSaying()
  const name = t(`versions:trends.part_${part}`)
  return title ? `${saying(title).words}${t('results:colon')}${name}` : name
}

/** The sentence that holds: what has moved most, or that nothing has. */
function useHeading(trend: TrendPart): string {
  const { part, pairs, rows } = trend
  const { t } = useWords()
  const saying = useSaying()
  const unit = useUnit(part)
  const name = usePartName(trend)
  const told = rows.filter((row) => !row.isHidden && row.was !== undefined && row.is !== undefined && row.n > 0)
  if (pairs === 0) return t('versions:trends.finding_nobody', { part: name })
  if (told.length === 0) return t('versions:trends.finding_too_few', { part: name })
  const moved = (row: TrendRow) => row.higher + row.lower
  const count = told.filter((row) => moved(row) > 0).length
  if (count === 0) return t('versions:trends.finding_still', { part: name })
  const figures = t('versions:trends.finding_figures', { part: name, count, all: told.length })
  if (part === 'figures') return figures
  const step = (row: TrendRow) => Math.abs((row.is ?? 0) - (row.was ?? 0))
  const [most] = [...told].sort((a, b) => step(b) - step(a))
  if (!most || unit(most.was) === unit(most.is)) return figures
  const values = { label: saying(most.label).words, was: unit(most.was), is: unit(most.is), n: most.n }
  return t(`versions:trends.finding_${part}`, values)
}

function Key() {
  const { t } = useWords()
  return (
    <>
      <li>
        <span className="swatch round" />
        {t('versions:trends.was')}
      </li>
      <li>
        <span className="swatch round full" />
        {t('versions:trends.is')}
      </li>
      <li>
        <span className="dashes" />
        {t('versions:trends.break')}
      </li>
    </>
  )
}

/** Who is compared, who came and who went, as far as they are shown by name. */
function Who({ part: { pairs, joined, left } }: Pick<Props, 'part'>) {
  const { t, list } = useWords()
  const saying = useSaying()
  const names = (countries: readonly Country[]) => list(countries.map(({ label }) => saying(label).words))
  return (
    <>
      {t('versions:trends.pairs', { count: pairs })}
      {joined.length > 0 && ` · ${t('versions:trends.joined', { names: names(joined) })}`}
      {left.length > 0 && ` · ${t('versions:trends.left', { names: names(left) })}`}
    </>
  )
}

function Lines({ part }: Pick<Props, 'part'>) {
  const { t } = useWords()
  const unit = useUnit(part.part)
  return (
    <>
      <p className="gaps-axis" aria-hidden="true">
        <span />
        <span className="ends">
          <span>{unit(part.low ?? undefined)}</span>
          <span>{unit(part.high ?? undefined)}</span>
        </span>
      </p>
      <ul role="list" className="gaps">
        {part.rows.map((row) => (
          <li key={row.key}>
            <span>
              <Said text={row.label} />
            </span>
            <Line row={row} part={part} />
            <span className="note">{row.isHidden ? t('results:too_small') : <Moved row={row} part={part} />}</span>
            {row.reason && (
              <span className="note whole">
                {t(`versions:comparability.${row.comparability}`)}
                {t('results:colon')}
                <Said text={row.reason} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Drawn on five places from end to end; what the figures are stands beside it. */
function Line({ row: { was, is }, part: { low, high } }: { row: TrendRow; part: TrendPart }) {
  const span = (high ?? 0) - (low ?? 0) || 1
  const place = (value: number) => 1 + (4 * (value - (low ?? 0))) / span
  if (is === undefined) return <span className="gap" />
  const [from, to] = [was === undefined ? 0.5 : place(was), place(is)]
  return (
    <span className="gap" aria-hidden="true">
      <u
        className={was === undefined ? 'broken' : undefined}
        style={vars({ '--a': Math.min(from, to), '--b': Math.max(from, to) })}
      />
      {was !== undefined && <i style={vars({ '--v': from })} />}
      <i className="to" style={vars({ '--v': to })} />
    </span>
  )
}

function Moved({ row, part }: { row: TrendRow; part: TrendPart }) {
  const { t } = useWords()
  const unit = useUnit(part.part)
  const { n, was, is, higher, lower, unchanged } = row
  if (is === undefined) return t('versions:trends.no_answers')
  if (was === undefined) return t('versions:trends.only_now', { is: unit(is), count: n })
  const figures = t('versions:trends.from_to', { was: unit(was), is: unit(is) })
  return `${figures} · ${t(`versions:trends.steps_${part.part}`, { higher, lower, unchanged, n })}`
}

/** Everything that is not what it was, with its reason: what is compared all the same, and what is not. */
export function ChangedQuestions({ changed }: { changed: readonly ChangedQuestion[] }) {
  const { t } = useWords()
  const name = t('versions:trends.changed')
  return (
    <div className="stack">
      <h2>{name}</h2>
      {changed.length === 0 && <p>{t('versions:trends.all_same')}</p>}
      {changed.length > 0 && (
        <Wide name={name}>
          <table className="roomy">
            <caption className="hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col">{t('results:codebook.question')}</th>
                <th scope="col">{t('versions:trends.comparable')}</th>
                <th scope="col">{t('versions:compare.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ ref, label, comparability, reason }) => (
                <tr key={ref}>
                  <th scope="row">
                    <Said text={label} />
                  </th>
                  <td>{t(`versions:comparability.${comparability}`)}</td>
                  <td>{reason && <Said text={reason} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </div>
  )
}
