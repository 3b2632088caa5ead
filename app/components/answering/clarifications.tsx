// What the project team asks, and what the delegation says and asks in return: the threads, and requests for more.
import { Said } from '../questions/said.tsx'
import { FieldName } from '../review/field-name.tsx'
import { ProposalView } from '../review/proposal-view.tsx'
import { ClarificationMark, Thread } from '../review/thread.tsx'
import { TwoLines } from '../review/two-lines.tsx'
import { AreaField, type Sent } from '../team/fields.tsx'
import { useWords } from '../words.tsx'
import type { AskedQuestion, ClarificationsPage } from './clarifications-page.ts'

type ThreadsProps = { page: ClarificationsPage; questions: readonly AskedQuestion[]; sent: Sent }

export function Threads({ page, questions, sent }: ThreadsProps) {
  return questions.map((question) => (
    <article
      key={question.thread.id}
      className={question.thread.state === 'open' ? 'asked' : 'stack tight'}
      id={`c-${question.thread.number}`}
      aria-labelledby={`t-${question.thread.number}`}
    >
      <div className="spread">
        <h3 id={`t-${question.thread.number}`}>
          <FieldName field={question.field} />
        </h3>
        <ClarificationMark state={question.thread.state} />
      </div>
      <Thread thread={question.thread} />
      <Proposal page={page} question={question} />
      {question.hasChanged && <TwoLines field={question.field} before={question.before} after={question.after} />}
      <Answer page={page} question={question} sent={sent} />
    </article>
  ))
}

/** What the team proposes: one click takes it over, one refuses it. */
function Proposal({
  page,
  question: { thread, field, before },
}: {
  page: ClarificationsPage
  question: AskedQuestion
}) {
  const { t } = useWords()
  const { proposal } = thread
  if (!proposal) return null
  const isOpen = thread.state === 'open' || thread.state === 'answered'
  return (
    <>
      <ProposalView field={field} proposal={proposal} before={before} />
      {isOpen && proposal.state === 'open' && page.may.answer && (
        <form method="post" className="stack tight">
          <input type="hidden" name="intent" value={page.intent} />
          <input type="hidden" name="clarification" value={thread.id} />
          <p className="meta">{t('desk:proposal.take_means')}</p>
          <p className="row">
            <button type="submit" name="act" value="take_proposal" className="button small">
              {t('desk:proposal.take')}
            </button>
            <button type="submit" name="act" value="refuse_proposal" className="button second small">
              {t('desk:proposal.refuse')}
            </button>
          </p>
        </form>
      )}
    </>
  )
}

function Answer({ page, question, sent }: { page: ClarificationsPage; question: AskedQuestion; sent: Sent }) {
  const { t } = useWords()
  const { thread, change } = question
  const mine = sent?.values.clarification === thread.id ? sent : undefined
  const isOpen = thread.state === 'open' || thread.state === 'answered'
  if (!isOpen) return null
  return (
    <>
      {change && (
        <p>
          <a href={change}>{t('review:mine.change')}</a>
        </p>
      )}
      {page.may.answer && (
        <form method="post" className="stack tight" noValidate>
          <input type="hidden" name="intent" value={page.intent} />
          <input type="hidden" name="clarification" value={thread.id} />
          <AreaField
            sent={mine}
            name="words"
            label={t('review:mine.reply')}
            hint={t('review:mine.reply_hint')}
            idPrefix={mine ? '' : `${thread.id}-`}
          />
          <button type="submit" name="act" value="answer" className="button small">
            {t('review:mine.send')}
          </button>
        </form>
      )}
    </>
  )
}

/** Requests that were made, and the form of the next one, where one can be made. */
export function Requests({ page, sent }: { page: ClarificationsPage; sent: Sent }) {
  const { t } = useWords()
  const { requests, may } = page
  if (requests.length === 0 && !may.unlock && !may.reopen) return null
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t('review:mine.requests')}</h2>
      {requests.map((request) => (
        <Made key={request.who + request.state} request={request} page={page} />
      ))}
      {may.unlock && <Ask kind="unlock" page={page} sent={sent} />}
      {may.reopen && <Ask kind="reopen" page={page} sent={sent} />}
    </section>
  )
}

function Made({ request, page }: { request: ClarificationsPage['requests'][number]; page: ClarificationsPage }) {
  const { t } = useWords()
  const { kind, state, why, answer, who, fields } = request
  return (
    <div className="earlier">
      <p className="over">{t(`review:mine.asked_${kind}`)}</p>
      <p>
        <span className={`state ${state === 'granted' ? 'kept' : state === 'open' ? 'part' : 'none'}`}>
          {t(`review:request_state.${state}`)}
        </span>
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.name}>
              <FieldName field={field} />
            </li>
          ))}
        </ul>
      )}
      <p dir="auto">{why}</p>
      <p className="fine">{who}</p>
      {answer && <p dir="auto">{answer}</p>}
      {state === 'open' && page.may.takeBack && (
        <form method="post">
          <input type="hidden" name="intent" value={page.intent} />
          <button type="submit" name="act" value="take_back" className="button quiet small">
            {t('review:mine.take_back')}
          </button>
        </form>
      )}
    </div>
  )
}

function Ask({ kind, page, sent }: { kind: 'unlock' | 'reopen'; page: ClarificationsPage; sent: Sent }) {
  const { t } = useWords()
  const mine = sent?.values.act === `ask_${kind}` ? sent : undefined
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t(`review:mine.ask_${kind}`)}</summary>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value={page.intent} />
        <p className="meta">{t(`review:mine.ask_${kind}_means`)}</p>
        {kind === 'unlock' && <ToUnlock page={page} problem={mine?.problems.some(({ field }) => field === 'fields')} />}
        <AreaField sent={mine} name="why" label={t('review:mine.why')} idPrefix={mine ? '' : `${kind}-`} />
        <button type="submit" name="act" value={`ask_${kind}`} className="button second small">
          {t('review:mine.ask')}
        </button>
      </form>
    </details>
  )
}

function ToUnlock({ page, problem = false }: { page: ClarificationsPage; problem?: boolean | undefined }) {
  const { t } = useWords()
  return (
    <fieldset id="fields" aria-describedby={problem ? 'fields-wrong' : undefined}>
      <legend>{t('review:mine.which')}</legend>
      {problem && (
        <p className="wrong-text" id="fields-wrong">
          {t('team:problem.fields_missing')}
        </p>
      )}
      {page.locked.map(({ key, title, fields }) => (
        <SectionFields key={key} title={title} fields={fields} />
      ))}
    </fieldset>
  )
}

function SectionFields({ title, fields }: Pick<ClarificationsPage['locked'][number], 'title' | 'fields'>) {
  return (
    <details className="more">
      <summary>
        <Said text={title} />
      </summary>
      <div className="choices">
        {fields.map((field) => (
          <label className="choice" key={field.name}>
            <input type="checkbox" name="fields" value={field.name} />
            <span>
              <FieldName field={field} />
            </span>
          </label>
        ))}
      </div>
    </details>
  )
}
