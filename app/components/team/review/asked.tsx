// The clarifications of one reply as the team works on them: what waits to be sent, what is open, what is settled.
import type { ReviewLine } from '../../../routes/team/review.server.ts'
import { FieldName } from '../../review/field-name.tsx'
import { ProposalView } from '../../review/proposal-view.tsx'
import { ClarificationMark, Thread } from '../../review/thread.tsx'
import { TwoLines } from '../../review/two-lines.tsx'
import { useWords } from '../../words.tsx'
import { AreaField, type Sent } from '../fields.tsx'
import { Intent } from '../frame.tsx'

export type ReviewForms = {
  readonly sent: Sent
  readonly intent: string
  /** what can be done now */
  readonly may: Readonly<Record<string, boolean>>
  /** address of the review */
  readonly base: string
}
type LinesProps = ReviewForms & { readonly lines: readonly ReviewLine[] }

/** Written down, not sent: one button sends them all. */
export function Noted({ lines, intent, may, base }: LinesProps) {
  const { t } = useWords()
  return (
    <section className="notice attend stack" aria-labelledby="noted">
      <h2 id="noted">{t('review:noted.title', { count: lines.length })}</h2>
      <p className="meta">{t('review:noted.lead')}</p>
      <ol role="list" className="stack">
        {lines.map(({ field, thread, before }) => (
          <li key={thread.id} className="stack tight">
            <b>
              <FieldName field={field} />
            </b>
            <p dir="auto">{thread.question}</p>
            {thread.proposal && <ProposalView field={field} proposal={thread.proposal} before={before} />}
            <form method="post" className="row">
              <Intent value={intent} />
              <input type="hidden" name="clarification" value={thread.id} />
              <a className="tap" href={`${base}/${field.name}`}>
                {t('review:noted.change')}
              </a>
              <button type="submit" name="act" value="drop" className="button quiet small">
                {t('review:noted.drop')}
              </button>
            </form>
          </li>
        ))}
      </ol>
      {may.send_back && (
        <form method="post">
          <Intent value={intent} />
          <button type="submit" name="act" value="send_back" className="button" id="act">
            {t('review:noted.send', { count: lines.length })}
          </button>
        </form>
      )}
    </section>
  )
}

export function Asked({ lines, title, empty, ...forms }: LinesProps & { title: string; empty?: string }) {
  return (
    <section className="stack airy">
      <h2>{title}</h2>
      {lines.length === 0 && <p className="meta">{empty}</p>}
      {lines.map((line) => (
        <AskedLine key={line.thread.id} line={line} {...forms} />
      ))}
    </section>
  )
}

function AskedLine({ line, ...forms }: ReviewForms & { line: ReviewLine }) {
  const { t } = useWords()
  const { field, thread, hasChanged } = line
  return (
    <article className="stack tight" id={`c-${thread.number}`} aria-labelledby={`t-${thread.number}`}>
      <div className="spread">
        <h3 id={`t-${thread.number}`}>
          <FieldName field={field} />
        </h3>
        <ClarificationMark state={thread.state} />
      </div>
      {thread.assignee && (
        <p className="fine">{t('review:thread.follows', { name: `\u2068${thread.assignee.name}\u2069` })}</p>
      )}
      <Thread thread={thread} />
      {thread.proposal && <ProposalView field={field} proposal={thread.proposal} before={line.before} />}
      {hasChanged && <TwoLines field={field} before={line.before} after={line.after} />}
      <Acts thread={thread} {...forms} />
    </article>
  )
}

function Acts({ thread, sent, intent, may }: ReviewForms & { thread: ReviewLine['thread'] }) {
  const { t } = useWords()
  const mine = sent?.values.clarification === thread.id ? sent : undefined
  const isOpen = thread.state === 'open' || thread.state === 'answered'
  if (!may.settle) return null
  return (
    <details className="more" open={mine !== undefined || thread.state === 'answered'}>
      <summary>
        {t('review:acts.title')}
        <span className="hidden"> {thread.number}</span>
      </summary>
      <form method="post" className="stack tight" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="clarification" value={thread.id} />
        <AreaField
          sent={mine}
          name="words"
          label={t('review:acts.words')}
          hint={t('review:acts.words_hint')}
          idPrefix={mine ? '' : `${thread.id}-`}
        />
        <p className="row">
          {thread.state === 'answered' && (
            <button type="submit" name="act" value="settle" className="button small">
              {t('review:acts.settle')}
            </button>
          )}
          <button type="submit" name="act" value="ask_again" className="button second small">
            {t('review:acts.ask_again')}
          </button>
          {isOpen && (
            <button type="submit" name="act" value="withdraw" className="button quiet small">
              {t('review:acts.withdraw')}
            </button>
          )}
        </p>
      </form>
    </details>
  )
}
