// All coefficients of the steps as a table, and the reservations as they were written.
import type { Consensus } from '#surveys/analysis/consensus.ts'
import { Said, tongueOf, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

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
