// Agreement with the steps: one square per delegation around the middle, the label in words, the reservations as written.
import type { Consensus, StepRow } from '#surveys/analysis/consensus.ts'
import { Said, tongueOf, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Agree } from './marks.tsx'
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

export function Steps({ consensus, caption }: { consensus: Consensus; caption: string }) {
  const { t } = useWords()
  return (
    <table>
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
          <Row key={row.step.key} row={row} place={place + 1} consensus={consensus} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, place, consensus }: { row: StepRow; place: number; consensus: Consensus }) {
  const { t, number } = useWords()
  const { spread } = row
  return (
    <tr>
      <th scope="row">
        {place} <Said text={row.step.label} />
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

export function LabelWords({ row }: { row: StepRow }) {
  const { t } = useWords()
  if (!row.label) return t('results:steps.no_label')
  return t(`results:label.${row.isDivided ? `${row.label}_divided` : row.label}`)
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

/** All coefficients and absences, for those who want them. */
export function StepsTwin({ consensus, caption }: { consensus: Consensus; caption: string }) {
  const { t, number } = useWords()
  const say = useSaying()
  const figure = (value: number | undefined) => (value === undefined ? '–' : number(value, 2))
  const columns = ['absent', 'iqr', 'a', 'd', 'cns', 'reservations'] as const
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results:steps.step')}</th>
          {consensus.levels.map(({ value, option }) => (
            <th key={option.key} scope="col" className="n">
              {value} {say(option.label).words}
            </th>
          ))}
          {columns.map((column) => (
            <th key={column} scope="col" className="n">
              {t(`results:steps.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {consensus.rows
          .filter((row) => !row.isHidden)
          .map(({ step, spread, absences, reservations }) => (
            <tr key={step.key}>
              <th scope="row">
                <Said text={step.label} />
              </th>
              {consensus.levels.map(({ value }, place) => (
                <td key={value} className="n">
                  {number(spread.counts[place] ?? 0)}
                </td>
              ))}
              <td className="n">{number(absences.na + absences.nap + absences.pns)}</td>
              {[spread.iqr, spread.a, spread.d, spread.cns].map((value, place) => (
                <td key={columns[place + 1]} className="n">
                  {figure(value)}
                </td>
              ))}
              <td className="n">{number(reservations)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** Word for word, in the language in which they were written. */
export function Reservations({ consensus }: { consensus: Consensus }) {
  const { t, language } = useWords()
  const rows = consensus.rows.filter((row) => row.reservations > 0)
  if (rows.length === 0) return <p>{t('results:steps.no_reservations')}</p>
  return rows.map((row) => (
    <div key={row.step.key} className="stack tight">
      <h3>
        <Said text={row.step.label} />
      </h3>
      <ul className="stack tight">
        {row.reservationTexts.map((one) => (
          <li key={one.country.code}>
            <b>
              <Said text={one.country.label} />
            </b>
            {t('results:colon')}
            <bdi {...tongueOf(one.language, language)}>{one.words}</bdi>
          </li>
        ))}
        {row.reservations > row.reservationTexts.length && (
          <li>{t('results:steps.unnamed', { count: row.reservations - row.reservationTexts.length })}</li>
        )}
      </ul>
    </div>
  ))
}
