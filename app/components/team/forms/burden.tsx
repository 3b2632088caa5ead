// What a questionnaire costs those who answer it, section by section.
import type { Duration } from '#surveys/analysis/durations.ts'
import type { SectionBurden } from '#surveys/definition/burden.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'

export type BurdenRow = SectionBurden & { readonly title: Text; readonly measured: Duration | null }

export function BurdenTable({ rows, minutes }: { rows: readonly BurdenRow[]; minutes: number }) {
  const { t, number } = useWords()
  return (
    <section className="stack" aria-labelledby="burden">
      <h2 id="burden">{t('forms:burden.title', { count: minutes })}</h2>
      <p className="prose">{t('forms:burden.about')}</p>
      <p className="prose">{t('forms:burden.measured_about')}</p>
      <Scroll label={t('forms:burden.table')}>
        <table>
          <caption>{t('forms:burden.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('forms:burden.section')}</th>
              <th scope="col" className="n">
                {t('forms:burden.answers')}
              </th>
              <th scope="col" className="n">
                {t('forms:burden.minutes')}
              </th>
              <th scope="col" className="n">
                {t('forms:burden.measured')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.section}>
                <th scope="row">
                  <Said text={row.title} />
                </th>
                <td className="n">{number(row.fields)}</td>
                <td className="n">{number(row.minutes)}</td>
                <td className="n">
                  <Measured of={row.measured} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Measured({ of }: { of: Duration | null }) {
  const { t, number } = useWords()
  if (of === null) return <span className="meta">{t('forms:burden.not_measured')}</span>
  if (of.median === null) return <span className="meta">{t('forms:burden.too_few')}</span>
  return t('forms:burden.measured_of', { minutes: number(of.median), count: of.delegations })
}
