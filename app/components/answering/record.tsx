// The record of a reply in two tables: how its answers changed, and what happened to it.
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Crumbs } from './crumbs.tsx'
import { GivenAnswer } from './given-answer.tsx'
import { Name } from './given-list.tsx'
import type { RecordPage } from './record-page.ts'

export function RecordOfReply({ page }: { page: RecordPage }) {
  const { t } = useWords()
  return (
    <div className="page">
      <Crumbs page={page} here={t('answer:record.crumb')} />
      <div className="head">
        <h1>{t('answer:record.title')}</h1>
        <p className="lead">{t('answer:record.lead')}</p>
      </div>
      <section aria-labelledby="changes" className="stack">
        <h2 id="changes">{t('answer:record.answers')}</h2>
        <Filter page={page} />
        {page.revisions.length === 0 ? <p className="meta">{t('answer:record.nothing')}</p> : <Changes page={page} />}
      </section>
      <section aria-labelledby="events" className="stack">
        <h2 id="events">{t('answer:record.events')}</h2>
        {page.deeds.length === 0 ? <p className="meta">{t('answer:record.nothing')}</p> : <Events page={page} />}
        {page.older && (
          <p>
            <a href={page.older}>{t('answer:record.older')}</a>
          </p>
        )}
      </section>
    </div>
  )
}

function Filter({ page }: { page: RecordPage }) {
  const { t } = useWords()
  const say = useSaying()
  return (
    <form method="get" action={`${page.base}/record`} className="row">
      <label htmlFor="section">{t('answer:record.section')}</label>
      <select id="section" name="section" defaultValue={page.section}>
        <option value="">{t('answer:record.all_sections')}</option>
        {page.sections.map(({ key, letter, title }) => (
          <option key={key} value={key}>
            {`${letter} ${say(title).words}`}
          </option>
        ))}
      </select>
      <button type="submit" className="button second small">
        {t('answer:record.show')}
      </button>
    </form>
  )
}

function Changes({ page }: { page: RecordPage }) {
  const { t } = useWords()
  return (
    <>
      <section className="scroll" aria-label={t('answer:record.table_answers')} tabIndex={0}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t('answer:record.when')}</th>
              <th scope="col">{t('answer:record.who')}</th>
              <th scope="col">{t('answer:record.question')}</th>
              <th scope="col">{t('answer:record.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {page.revisions.map(({ field, cell, when, who, revision }) => (
              <tr key={`${field.name} ${revision}`}>
                <td>{when}</td>
                <td>
                  <bdi>{who}</bdi>
                </td>
                <td>
                  <Name field={field} />
                </td>
                <td>
                  <GivenAnswer field={field} cell={cell} />
                  {cell.comment && (
                    <p className="meta" dir="auto">
                      {t('answer:check.comment', { comment: cell.comment })}
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {page.isCut && <p className="meta">{t('answer:record.cut', { count: page.revisions.length })}</p>}
    </>
  )
}

function Events({ page }: { page: RecordPage }) {
  const { t } = useWords()
  return (
    <section className="scroll" aria-label={t('answer:record.table_events')} tabIndex={0}>
      <table className="roomy">
        <thead>
          <tr>
            <th scope="col">{t('answer:record.when')}</th>
            <th scope="col">{t('answer:record.who')}</th>
            <th scope="col">{t('answer:record.what')}</th>
            <th scope="col">{t('answer:record.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {page.deeds.map(({ seq, when, who, what, hash }) => (
            <tr key={seq}>
              <td>{when}</td>
              <td>
                <bdi>{who}</bdi>
              </td>
              <td>{what}</td>
              <td>
                <span className="seal">{hash.slice(0, 16)}…</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
