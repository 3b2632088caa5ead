// What is new in a reply for one reader: answers before and now, words of colleagues, questions of the project team.
import type { ClarificationState } from '#surveys/answering/clarification.ts'
import type { Contribution } from '#surveys/answering/contributions.ts'
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import { GivenAnswer } from '../answering/given-answer.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import { tongueOf } from '../questions/said.tsx'
import { FieldName, type NamedField } from '../review/field-name.tsx'
import { ClarificationMark } from '../review/thread.tsx'
import { TwoLines } from '../review/two-lines.tsx'
import { Done } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type About = {
  readonly field: NamedField
  readonly href: string
  readonly discussion: string
  readonly history: string
}
type Answer = About & { readonly before: Cell | null; readonly after: KeptCell; readonly by: readonly string[] }
type Said = About & {
  readonly number: number
  readonly body: string
  readonly language: string
  readonly by: string
  readonly at: string
}
type Contributed = { readonly field: NamedField; readonly href: string; readonly cell: Contribution }
type Asked = {
  readonly field: NamedField
  readonly number: number
  readonly state: ClarificationState
  readonly href: string
}

export type ChangesPage = ReplyPlace & {
  /** ISO 8601; null: the reader has never said "seen" */
  readonly since: string | null
  readonly answers: readonly Answer[]
  /** true where there are more answers than the page lists */
  readonly isCut: boolean
  readonly remarks: readonly Said[]
  readonly contributions: readonly Contributed[]
  readonly asked: readonly Asked[]
  /** the moment of the page: what comes later is not seen yet */
  readonly until: string
  readonly done: string | null
}

export function Changes({ page }: { page: ChangesPage }) {
  const { t, moment } = useWords()
  const count = page.answers.length + page.remarks.length + page.contributions.length + page.asked.length
  return (
    <div className="page">
      <Done done={page.done} />
      <Crumbs page={page} here={t('inside:changes.title')} />
      <div className="head">
        <h1>{t('inside:changes.finding', { count })}</h1>
        <p className="lead">
          {page.since === null ? t('inside:changes.first') : t('inside:changes.since', { when: moment(page.since) })}
        </p>
        {count > 0 && <Seen page={page} />}
      </div>
      <Answers page={page} />
      <Remarks page={page} />
      <Contributions page={page} />
      <Questions page={page} />
      <p>
        <a href={`${page.base}/record`}>{t('answer:home.record')}</a>
      </p>
    </div>
  )
}

function Seen({ page }: { page: ChangesPage }) {
  const { t } = useWords()
  return (
    <form method="post">
      <input type="hidden" name="until" value={page.until} />
      <button type="submit" className="button second">
        {t('inside:changes.seen')}
      </button>
    </form>
  )
}

function Answers({ page }: { page: ChangesPage }) {
  const { t, list, short } = useWords()
  if (page.answers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="answers">
      <h2 id="answers">{t('inside:changes.answers')}</h2>
      <ul role="list" className="stack airy">
        {page.answers.map(({ field, href, history, before, after, by }) => (
          <li key={field.name} className="stack tight">
            <p>
              <a href={href}>
                <FieldName field={field} />
              </a>
            </p>
            <TwoLines field={field} before={before} after={after} />
            <p className="fine">
              {t('review:thread.who', {
                name: list(by.map((name) => `\u2068${name}\u2069`)),
                when: short(after.at),
              })}{' '}
              <a href={history}>
                {t('inside:history.link')}
                <span className="hidden"> {field.number}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {page.isCut && <p className="meta">{t('inside:changes.cut')}</p>}
    </section>
  )
}

function Remarks({ page }: { page: ChangesPage }) {
  const { t, language, short } = useWords()
  if (page.remarks.length === 0) return null
  return (
    <section className="stack" aria-labelledby="remarks">
      <h2 id="remarks">{t('inside:changes.remarks')}</h2>
      <ul role="list" className="stack airy">
        {page.remarks.map((remark) => (
          <li key={`${remark.field.name} ${remark.number}`} className="stack tight">
            <p>
              <a href={`${remark.discussion}#r${remark.number}`}>
                <FieldName field={remark.field} />
              </a>
            </p>
            <p {...tongueOf(remark.language, language)} dir="auto">
              {remark.body}
            </p>
            <p className="fine">
              {t('review:thread.who', { name: `\u2068${remark.by}\u2069`, when: short(remark.at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contributions({ page }: { page: ChangesPage }) {
  const { t, short } = useWords()
  if (page.contributions.length === 0) return null
  return (
    <section className="stack" aria-labelledby="contributions">
      <h2 id="contributions">{t('inside:contributions.title')}</h2>
      <ul role="list" className="stack airy">
        {page.contributions.map(({ field, href, cell }) => (
          <li key={`${field.name} ${cell.revision}`} className="stack tight">
            <p>
              <a href={href}>
                <FieldName field={field} />
              </a>
            </p>
            <p>
              <bdi>{cell.institution}</bdi>: <GivenAnswer field={field as Field} cell={cell} />
            </p>
            <p className="fine">{t('review:thread.who', { name: `\u2068${cell.by}\u2069`, when: short(cell.at) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Questions({ page }: { page: ChangesPage }) {
  const { t } = useWords()
  if (page.asked.length === 0) return null
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{t('inside:changes.asked')}</h2>
      <ul role="list" className="tasks">
        {page.asked.map(({ field, number, state, href }) => (
          <li key={number}>
            <a href={href}>
              <FieldName field={field} />
            </a>
            <ClarificationMark state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
