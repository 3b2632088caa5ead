// What a questionnaire costs those who answer it, section by section.
import type { SectionBurden } from '#surveys/definition/burden.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'

export type BurdenRow = SectionBurden & { readonly title: Text }

export function BurdenTable({ rows, minutes }: { rows: readonly BurdenRow[]; minutes: number }) {
  const { t, number } = useWords()
  return (
    <section className="stack" aria-labelledby="burden">
      <h2 id="burden">{t('forms:burden.title', { count: minutes })}</h2>
      <p>{t('forms:burden.about')}</p>
      <Scroll label={t('forms:burden.table')}>
        <table className="roomy">
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
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
