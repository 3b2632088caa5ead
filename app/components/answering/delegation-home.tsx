// The delegation's home: the finding first, then what is left; beside it the people and what comes next.
import { Said, tongueOf } from '../questions/said.tsx'
import { FieldName } from '../review/field-name.tsx'
import { useWords } from '../words.tsx'
import { NextSteps, WhoDoesWhat } from './home-margin.tsx'
import type { HomePage, LeftPage, OtherRound, ReturnedQuestion } from './home-page.ts'
import { SectionTasks } from './section-tasks.tsx'

export function DelegationHome({ page }: { page: HomePage }) {
  const { t } = useWords()
  const { left, others } = page
  return (
    <div className="page">
      <div className="head">
        <h1>{page.finding}</h1>
        <p className="lead">{page.lead}</p>
        {left && (
          <p className="row">
            <a className="button" href={left.next ?? `${left.base}/check`}>
              {t(left.next === null ? 'answer:outline.to_check' : 'answer:outline.next')}
            </a>
            <a href={left.base}>{t('answer:home.answers_link')}</a>
          </p>
        )}
      </div>
      <div className="columns">
        <div className="stack loose">
          {page.returned.length > 0 && <Returned questions={page.returned} />}
          {left && <Left left={left} />}
          {others.length > 0 && (
            <Others others={others} title={t(left ? 'answer:home.other_rounds' : 'answer:home.rounds')} />
          )}
        </div>
        <aside className="stack airy" aria-label={t('answer:home.about')}>
          <WhoDoesWhat page={page} />
          {left && <NextSteps />}
          {left && (
            <p>
              <a href={`${left.base}/record`}>{t('answer:home.record')}</a>
            </p>
          )}
        </aside>
      </div>
    </div>
  )
}

function Returned({ questions }: { questions: readonly ReturnedQuestion[] }) {
  const { t, language } = useWords()
  return (
    <section aria-labelledby="back">
      <h2 id="back">{t('review:home.title')}</h2>
      <ul role="list" className="tasks">
        {questions.map((one) => (
          <li key={one.href}>
            <a href={one.href}>
              <FieldName field={one.field} />
            </a>
            <span className="state back">{t('review:reply.returned')}</span>
            <span className="meta">
              <q {...tongueOf(one.language, language)}>{one.question}</q> {one.who} · <Said text={one.round} />
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{t('review:home.only')}</p>
    </section>
  )
}

function Left({ left }: { left: LeftPage }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="left">
      <h2 id="left">
        <Said text={left.round} />
      </h2>
      <p className="spread">
        <span className="meta">
          {left.deadline === null
            ? t('answer:home.lead_no_deadline')
            : t('answer:home.deadline', { deadline: left.deadline })}{' '}
          · {left.progress}
        </span>
        <a href={`${left.base}/check`}>{t('answer:home.check_link')}</a>
      </p>
      <span className="progress gap-above" style={{ '--v': left.filled } as React.CSSProperties} aria-hidden="true">
        <i />
      </span>
      <SectionTasks sections={left.sections} base={left.base} meta={(key) => left.last[key] ?? null} />
    </section>
  )
}

function Others({ others, title }: { others: readonly OtherRound[]; title: string }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="other">
      <h2 id="other">{title}</h2>
      <section className="scroll" aria-label={t('answer:home.table')} tabIndex={0}>
        <table className="table-hover roomy">
          <thead>
            <tr>
              <th scope="col">{t('answer:home.round')}</th>
              <th scope="col">{t('answer:home.deadline_column')}</th>
              <th scope="col">{t('answer:home.state')}</th>
              <th scope="col">{t('answer:home.copy')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map((other) => (
              <Other key={other.base} other={other} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Other({ other }: { other: OtherRound }) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">
        <a href={other.base}>
          <Said text={other.round} />
        </a>
      </th>
      <td>{other.deadline}</td>
      <td>
        <span className={`state ${other.state.mark}`}>{other.state.words}</span>
      </td>
      <td>
        {other.receipt === null ? (
          '–'
        ) : (
          <a href={`${other.base}/receipt/${other.receipt}`}>{t('answer:home.receipt', { revision: other.receipt })}</a>
        )}
      </td>
    </tr>
  )
}
