// Published versions, and versions in the files that wait to be published.

import type { Candidate, VersionRow } from '../../routes/team/questionnaires.server.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { RefusalLines } from './comparison-head.tsx'
import { Scroll } from './scroll.tsx'

export function PublishedTable({ versions }: { versions: readonly VersionRow[] }) {
  const { t, date, number, list } = useWords()
  if (versions.length === 0) return <p className="meta">{t('team:questionnaires.none')}</p>
  return (
    <Scroll label={t('team:questionnaires.title')}>
      <table className="table-hover roomy">
        <caption>{t('team:questionnaires.published')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('team:rounds.questionnaire')}</th>
            <th scope="col">{t('team:questionnaires.version')}</th>
            <th scope="col" className="n">
              {t('team:questionnaires.questions')}
            </th>
            <th scope="col" className="n">
              {t('team:questionnaires.variables')}
            </th>
            <th scope="col" className="n">
              {t('team:questionnaires.minutes')}
            </th>
            <th scope="col">{t('team:questionnaires.languages')}</th>
            <th scope="col" className="n">
              {t('team:meetings.rounds')}
            </th>
            <th scope="col">{t('team:questionnaires.published_on')}</th>
            <th scope="col">{t('team:questionnaires.hashes')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={`${row.slug}@${row.version}`}>
              <th scope="row">
                <b>
                  <Said text={row.title} />
                </b>
              </th>
              <td className="num">
                {isLaterOf(versions, row) ? (
                  <a
                    href={`/team/questionnaires/${row.slug}/compare?to=${row.version}`}
                    title={t('versions:compare.before')}
                  >
                    {row.version}
                  </a>
                ) : (
                  row.version
                )}
              </td>
              <td className="n">{number(row.summary.questions)}</td>
              <td className="n">{number(row.summary.variables)}</td>
              <td className="n">{number(row.summary.minutes)}</td>
              <td>{list(row.languages.map((language) => t(`languages.${language}`)))}</td>
              <td className="n">{number(row.rounds)}</td>
              <td>
                {date(row.publishedAt)}
                <br />
                <a href={`/team/questionnaires/${row.slug}/${row.version}`}>
                  {t('forms:version.link')}
                  <span className="hidden">
                    {' '}
                    <Said text={row.title} /> {row.version}
                  </span>
                </a>
                <br />
                <a href={`/team/questionnaires/${row.slug}/${row.version}/texts`}>
                  {t('versions:texts.link')}
                  <span className="hidden">
                    {' '}
                    <Said text={row.title} /> {row.version}
                  </span>
                </a>
              </td>
              <td>
                <details className="more fine">
                  <summary>{row.structureHash.slice(0, 12)}</summary>
                  <Hashes row={row} />
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Versions stand highest first: one that is followed by another of its questionnaire has one before it. */
const isLaterOf = (versions: readonly VersionRow[], row: VersionRow) =>
  versions[versions.indexOf(row) + 1]?.slug === row.slug

/** What the receipts name: the hash of the structure, and one for the texts of each language. */
function Hashes({ row }: { row: VersionRow }) {
  const { t } = useWords()
  return (
    <dl className="facts tight">
      <div>
        <dt>{t('team:questionnaires.structure')}</dt>
        <dd className="seal">{row.structureHash}</dd>
      </div>
      {Object.entries(row.textHashes).map(([language, hash]) => (
        <div key={language}>
          <dt>{t('team:questionnaires.texts', { language: t(`languages.${language}`) })}</dt>
          <dd className="seal">{hash}</dd>
        </div>
      ))}
    </dl>
  )
}

type CandidateProps = { candidates: readonly Candidate[]; fileProblems: readonly string[] }

export function Candidates({ candidates, fileProblems }: CandidateProps) {
  const { t } = useWords()
  return (
    <section className="stack" id="questionnaire" aria-labelledby="candidates">
      <h2 id="candidates">{t('team:questionnaires.candidates')}</h2>
      {candidates.length === 0 && <p className="meta">{t('team:questionnaires.no_candidates')}</p>}
      {candidates.length > 0 && (
        <ul role="list" className="tasks">
          {candidates.map((candidate) => (
            <CandidateItem key={candidate.name} candidate={candidate} />
          ))}
        </ul>
      )}
      {fileProblems.length > 0 && (
        <div className="notice attend">
          <h3>{t('team:questionnaires.file_problems')}</h3>
          <ul>
            {fileProblems.map((problem) => (
              <li key={problem}>
                <bdi>{problem}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function CandidateItem({ candidate }: { candidate: Candidate }) {
  const { t } = useWords()
  const { name, title, summary, refusals, isFirst } = candidate
  const counts = { questions: summary.questions, variables: summary.variables, minutes: summary.minutes }
  return (
    <li>
      <strong>
        <Said text={title} /> <span className="num">{summary.version}</span>
      </strong>
      <span className="meta">{t('team:questionnaires.counts', counts)}</span>
      {refusals.map((refusal) => (
        <RefusalLines key={refusal.code} refusal={refusal} />
      ))}
      {!isFirst && (
        <a href={`/team/questionnaires/${summary.questionnaire}/compare?to=${summary.version}`}>
          {t('versions:compare.see')}
        </a>
      )}
      {refusals.length === 0 && (
        <form method="post" className="acts">
          <button type="submit" name="questionnaire" value={name} className="button second">
            {t('team:questionnaires.publish')}
          </button>
        </form>
      )}
    </li>
  )
}
