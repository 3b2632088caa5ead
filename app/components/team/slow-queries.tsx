// The sentences that the database was slowest with since the program runs; without what they were asked with.
import { useWords } from '../words.tsx'
import { Scroll } from './scroll.tsx'

type Props = {
  readonly since: string
  readonly queries: readonly {
    readonly sentence: string
    readonly times: number
    readonly longest: number
    readonly total: number
  }[]
}

export function SlowQueries({ queries, since }: Props) {
  const { t, moment, number } = useWords()
  return (
    <section className="stack" aria-labelledby="slowest">
      <h2 id="slowest">{t('system:page.slowest')}</h2>
      <p className="meta">{t('system:page.slowest_means', { at: moment(since) })}</p>
      <Scroll label={t('system:page.slowest')}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t('system:page.sentence')}</th>
              <th scope="col" className="num">
                {t('system:page.longest')}
              </th>
              <th scope="col" className="num">
                {t('system:page.mean')}
              </th>
              <th scope="col" className="num">
                {t('system:page.times')}
              </th>
            </tr>
          </thead>
          <tbody>
            {queries.map(({ sentence, longest, total, times }) => (
              <tr key={sentence}>
                <th scope="row">
                  <code dir="ltr" lang="en">
                    {sentence}
                  </code>
                </th>
                <td className="num">{number(longest, 1)}</td>
                <td className="num">{number(total / times, 1)}</td>
                <td className="num">{number(times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
