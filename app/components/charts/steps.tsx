// Agreement with the steps: one square per delegation around the middle, the label in words, the reservations as written.
import type { Consensus, StepRow } from '#surveys/analysis/consensus.ts'
import { sum } from '#surveys/analysis/statistics.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Agree, vars } from './marks.tsx'
import { times } from './times.ts'

/** The classes a1 to a5 belong to five levels; other scales are spread over them. */
function tintOf(consensus: Consensus, place: number): number {
  const last = Math.max(1, consensus.levels.length - 1)
  return 1 + Math.round((4 * place) / last)
}

export function StepsKey({ consensus }: { consensus: Consensus }) {
  return consensus.levels.map(({ value, option }, place) => (
    <li key={option.key}>
      <i className={`swatch a${tintOf(consensus, place)}`} />
      {value} <Said text={option.label} />
    </li>
  ))
}

type Props = {
  readonly consensus: Consensus
  readonly caption: string
  /** the answers behind a step */
  readonly link: (step: string) => string
}

export function Steps({ consensus, caption, link }: Props) {
  const { t } = useWords()
  return (
    <table style={sidesOf(consensus)}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results:steps.step')}</th>
          <th scope="col">
            <span className="sides-head">
              <span>{t('results:steps.against')}</span>
              <span>{t('results:steps.in_favour')}</span>
            </span>
          </th>
          <th scope="col" className="n">
            {t('results:needs.median')}
          </th>
          <th scope="col" className="n">
            {t('results:steps.in_favour')}
          </th>
          <th scope="col">{t('results:steps.views')}</th>
          <th scope="col">{t('results:steps.label')}</th>
        </tr>
      </thead>
      <tbody>
        {consensus.rows.map((row, place) => (
          <Row key={row.step.key} row={row} place={place + 1} consensus={consensus} href={link(row.step.key)} />
        ))}
      </tbody>
    </table>
  )
}

/** How wide each side of the middle is: as many squares as the longest row needs. */
function sidesOf({ rows, levels, part }: Consensus) {
  const { agree_from = Number.POSITIVE_INFINITY, disagree_to = Number.NEGATIVE_INFINITY } = part
  const longest = (isHere: (value: number) => boolean, least: number) => {
    const counts = rows.map(({ spread }) =>
      sum(levels.map(({ value }, at) => (isHere(value) ? (spread.counts[at] ?? 0) : 0))),
    )
    return Math.max(least, ...counts)
  }
  const sides = [
    longest((value) => value <= disagree_to, 2),
    longest((value) => value > disagree_to && value < agree_from, 2),
    longest((value) => value >= agree_from, 3),
  ]
  return vars({ '--sides': sides.map((count) => `${count}fr`).join(' '), '--squares': sum(sides) })
}

type RowProps = { readonly row: StepRow; readonly place: number; readonly consensus: Consensus; readonly href: string }

function Row({ row, place, consensus, href }: RowProps) {
  const { t, number } = useWords()
  const { spread } = row
  return (
    <tr>
      <th scope="row">
        {place}{' '}
        <a href={href}>
          <Said text={row.step.label} />
        </a>
      </th>
      {row.isHidden ? (
        <td colSpan={5}>{t('results:too_small')}</td>
      ) : (
        <>
          <td>
            <Sides row={row} consensus={consensus} />
          </td>
          <td className="n">{spread.median === undefined ? '–' : number(spread.median)}</td>
          <td className="n">{t('results:k_of_n', { k: row.inFavour, n: row.base.n })}</td>
          <td>{spread.words ? <Agree words={spread.words} /> : t('results:too_few_for_words')}</td>
          <td>
            <LabelWords row={row} />
          </td>
        </>
      )}
    </tr>
  )
}

function LabelWords({ row }: { row: StepRow }) {
  const { t } = useWords()
  if (!row.label) return t('results:steps.no_label')
  return (
    <>
      {t(`results:label.${row.isDivided ? `${row.label}_divided` : row.label}`)}
      {row.hangsOn === 0 && (
        <>
          {' '}
          <span className="firm yes">{t('dashboards:firm.label')}</span>
        </>
      )}
      {row.hangsOn === 1 && (
        <>
          {' '}
          <span className="firm">{t('dashboards:firm.label_one')}</span>
        </>
      )}
    </>
  )
}

function Sides({ row, consensus }: { row: StepRow; consensus: Consensus }) {
  const { t, list } = useWords()
  const { agree_from = Number.POSITIVE_INFINITY, disagree_to = Number.NEGATIVE_INFINITY } = consensus.part
  const squares = (isHere: (value: number) => boolean) =>
    consensus.levels.flatMap(({ value }, place) =>
      isHere(value)
        ? times(row.spread.counts[place] ?? 0, (index) => (
            <i key={`${value} ${index}`} className={`a${tintOf(consensus, place)}`}>
              {value}
            </i>
          ))
        : [],
    )
  const said = consensus.levels.flatMap(({ value }, place) => {
    const count = row.spread.counts[place] ?? 0
    return count > 0 ? [t('results:steps.rate', { count, value })] : []
  })
  return (
    <>
      <span className="sides" aria-hidden="true">
        <span className="con">{squares((value) => value <= disagree_to)}</span>
        <span className="neu">{squares((value) => value > disagree_to && value < agree_from)}</span>
        <span>{squares((value) => value >= agree_from)}</span>
      </span>
      <span className="hidden">{said.length > 0 ? list(said) : t('results:steps.nobody')}</span>
    </>
  )
}
