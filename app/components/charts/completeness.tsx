// Who has been invited, has started, has submitted: a strip and a table, for the team alone.
import type { Country } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'

export type Standing = Pick<Country, 'code' | 'label'> & {
  readonly state: 'invited' | 'draft' | 'submitted' | 'declined'
  readonly required: number
  readonly requiredAnswered: number
  /** the official one; null: none yet */
  readonly revision: number | null
}

/** @param board where the team follows up */
export function Standings({ standings, board }: { standings: readonly Standing[]; board: string }) {
  const { t } = useWords()
  const submitted = standings.filter(({ revision }) => revision !== null).length
  const started = standings.filter(({ state, revision }) => state === 'draft' && revision === null).length
  return (
    <section className="stack" aria-labelledby="standings">
      <h2 id="standings">
        {t('dashboards:completeness.standings', { submitted, all: standings.length, started })}{' '}
        <Seats taken={submitted} of={standings.length} />
      </h2>
      <Wide name={t('dashboards:completeness.standings_region')}>
        <table>
          <caption className="hidden">{t('dashboards:completeness.standings_region')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results:question.delegation')}</th>
              <th scope="col">{t('dashboards:completeness.state')}</th>
              <th scope="col" className="n">
                {t('dashboards:completeness.required')}
              </th>
            </tr>
          </thead>
          <tbody>
            {standings.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  <Said text={one.label} />
                </th>
                <td>
                  <Words standing={one} />
                </td>
                <td className="n">{t('results:k_of_n', { k: one.requiredAnswered, n: one.required })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <p>
        <a href={board}>{t('dashboards:completeness.board')}</a>
      </p>
    </section>
  )
}

const MARKS = { invited: 'none', draft: 'part', submitted: 'done', declined: 'none' } as const

function Words({ standing: { state, revision } }: { standing: Standing }) {
  const { t } = useWords()
  const words = revision === null ? t(`dashboards:completeness.${state}`) : t('dashboards:revision', { revision })
  return (
    <span className={`state ${revision === null ? MARKS[state] : 'done'}`}>
      <span>
        {words}
        {revision !== null && state === 'draft' && ` · ${t('dashboards:completeness.again')}`}
      </span>
    </span>
  )
}
