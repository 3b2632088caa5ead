// A round at a glance: what it asks, how far the reply is, where to go on.
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Crumbs } from './crumbs.tsx'
import type { OutlineView } from './outline.tsx'
import type { ReplyPlace } from './section-page.ts'
import { SectionTasks } from './section-tasks.tsx'
import { Waiting } from './waiting.tsx'

export type RoundPage = ReplyPlace & {
  readonly intro: Text | null
  /** "about 75 minutes" */
  readonly minutes: string
  readonly outline: OutlineView
  /** by section */
  readonly sectionMinutes: Readonly<Record<string, string>>
  /** answers of before that wait for a word, where there are some */
  readonly carried: number
  /** what the facility delivered on needs of this delegation, and nobody has yet said whether it met them */
  readonly delivered: number
  readonly deadline: string | null
  readonly state: { readonly mark: string; readonly words: string }
  readonly questionnaire: { readonly title: Text; readonly version: string }
  readonly isPilot: boolean
  readonly closed: string | null
  readonly remark: string | null
  readonly isStarted: boolean
  readonly receipts: readonly { readonly revision: number; readonly isOfficial: boolean; readonly when: string }[]
  /** the revision that can be opened; null: none */
  readonly next: number | null
  /** answers and words of colleagues since the reader last looked; null: never looked */
  readonly changes: number | null
}

export function RoundOutline({ page }: { page: RoundPage }) {
  const { t } = useWords()
  const { sections } = page.outline
  return (
    <div className="page">
      <Crumbs page={page} here={t('answer:outline.title')} />
      <div className="head">
        <h1>
          <Said text={page.round} />
        </h1>
        {page.intro && (
          <p className="lead">
            <Said text={page.intro} />
          </p>
        )}
        {page.isPilot && <p className="notice plain">{t('answer:round.pilot')}</p>}
        {page.closed && <p className="notice plain">{page.closed}</p>}
        {page.remark && <p className="notice attend">{page.remark}</p>}
        <Waiting base={page.base} count={page.carried} />
        {page.delivered > 0 && (
          <p className="notice attend">
            {t('requests:delivered.notice', { count: page.delivered })}{' '}
            <a href={`${page.base}/delivered`}>{t('requests:delivered.say')}</a>
          </p>
        )}
        {page.closed === null && <GoOn page={page} />}
      </div>
      <div className="columns">
        <section aria-labelledby="sections">
          <h2 id="sections">{t('answer:round.sections')}</h2>
          <p className="meta">{t('answer:round.lead', { count: sections.length, minutes: page.minutes })}</p>
          <SectionTasks sections={sections} base={page.base} meta={(key) => page.sectionMinutes[key] ?? null} />
        </section>
        <Margin page={page} />
      </div>
    </div>
  )
}

function GoOn({ page }: { page: RoundPage }) {
  const { t } = useWords()
  const { next, sections } = page.outline
  const words = page.isStarted
    ? t('answer:outline.next')
    : t('answer:round.start', { letter: sections[0]?.letter ?? '' })
  return (
    <p className="row">
      <a className="button" href={next ?? `${page.base}/check`}>
        {next === null ? t('answer:outline.to_check') : words}
      </a>
      {next !== null && <a href={`${page.base}/check`}>{t('answer:round.check')}</a>}
    </p>
  )
}

function Margin({ page }: { page: RoundPage }) {
  const { t } = useWords()
  return (
    <aside className="stack airy" aria-label={t('answer:round.facts')}>
      <dl className="facts tight">
        <div>
          <dt>{t('answer:round.deadline')}</dt>
          <dd>{page.deadline ?? t('answer:home.lead_no_deadline')}</dd>
        </div>
        <div>
          <dt>{t('answer:round.state')}</dt>
          <dd>
            <span className={`state ${page.state.mark}`}>{page.state.words}</span>
            <br />
            <span className="meta">{page.outline.progress}</span>
          </dd>
        </div>
        <div>
          <dt>{t('answer:round.questionnaire')}</dt>
          <dd>
            <Said text={page.questionnaire.title} /> · <bdi>{page.questionnaire.version}</bdi>
          </dd>
        </div>
      </dl>
      {page.receipts.length > 0 && <Receipts page={page} />}
      <p>
        <a href={`${page.base}/changes`}>
          {page.changes === null ? t('inside:changes.title') : t('inside:changes.link', { count: page.changes })}
        </a>
      </p>
      <p>
        <a href={`${page.base}/work`}>{t('delegation:work.title')}</a>
      </p>
      <p>
        <a href={`${page.base}/reading-copy`}>{t('documents:copy.title')}</a>
      </p>
      <p>
        <a href={`${page.base}/workbook`}>{t('documents:workbook.title')}</a>
      </p>
      <p>
        <a href={`${page.base}/clarifications`}>{t('review:mine.title')}</a>
      </p>
      <p>
        <a href={`${page.base}/record`}>{t('answer:home.record')}</a>
      </p>
    </aside>
  )
}

function Receipts({ page }: { page: RoundPage }) {
  const { t } = useWords()
  const official = page.receipts.find(({ isOfficial }) => isOfficial)
  return (
    <section aria-labelledby="receipts" className="stack tight">
      <h2 id="receipts">{t('answer:round.receipts')}</h2>
      <ul role="list" className="stack tight">
        {page.receipts.map(({ revision, when }) => (
          <li key={revision}>
            <a href={`${page.base}/receipt/${revision}`}>{t('answer:home.receipt', { revision })}</a>
            <br />
            <span className="meta">{when}</span>
          </li>
        ))}
      </ul>
      {page.next !== null && official && (
        <form method="post" action={`${page.base}/receipt/${official.revision}`} className="stack tight">
          <p className="meta">{t('answer:round.open_next_means', { revision: official.revision })}</p>
          <button type="submit" className="button second small" name="act" value="reopen">
            {t('answer:round.open_next', { next: page.next })}
          </button>
        </form>
      )}
    </section>
  )
}
