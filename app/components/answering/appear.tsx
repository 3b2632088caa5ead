// How the reply will look to others, by the choice that is made: an example with invented neighbours.
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { CheckPage, PreviewRow } from './check-page.ts'

export function Appear({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const { total } = page
  return (
    <div className="appear">
      <p className="over">{t('answer:check.preview')}</p>
      <dl className="facts">
        <div>
          <dt>{t('answer:level.pmt_only')}</dt>
          <dd>{t('answer:check.preview_not_counted', { count: total - 1, total })}</dd>
        </div>
        <div>
          <dt>{t('answer:level.aggregate_only')}</dt>
          <dd>{t('answer:check.preview_totals_only', { count: total, total })}</dd>
        </div>
        <div>
          <dt>{t('answer:level.named')}</dt>
          <dd>{page.preview.length === 0 ? t('answer:check.preview_named') : <Example page={page} />}</dd>
        </div>
        <div>
          <dt>{t('answer:level.public')}</dt>
          <dd>{t('answer:check.preview_public')}</dd>
        </div>
      </dl>
      <p>
        <a href={`${page.base}/appear`}>{t('desk:appear.to')}</a>
      </p>
    </div>
  )
}

function Example({ page }: { page: CheckPage }) {
  const { t } = useWords()
  return (
    <>
      <section className="scroll" aria-label={t('answer:check.preview')} tabIndex={0}>
        <table className="heat">
          <caption className="hidden">{t('answer:check.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('answer:check.preview_area')}</th>
              <th scope="col">{t('answer:check.neighbour', { letter: 'X' })}</th>
              <th scope="col">
                <Said text={page.country} />
              </th>
              <th scope="col">{t('answer:check.neighbour', { letter: 'Y' })}</th>
              <th scope="col">{t('answer:check.preview_total')}</th>
            </tr>
          </thead>
          <tbody>
            {page.preview.map((row) => (
              <ExampleRow key={row.field.name} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="meta">{t('answer:check.preview_hint')}</p>
    </>
  )
}

function ExampleRow({ row }: { row: PreviewRow }) {
  const { number } = useWords()
  const [before = 0, after = 0] = row.others
  const label = row.field.item?.label ?? row.field.question.label
  return (
    <tr>
      <th scope="row">
        <Said text={label} />
      </th>
      {[before, row.own, after].map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={index} className={`p${Math.min(5, Math.max(0, value))}`}>
          {number(value)}
        </td>
      ))}
      <td className="sum">
        <b>{number(row.median)}</b>
      </td>
    </tr>
  )
}
