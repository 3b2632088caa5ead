// The answers of all delegations to one question, each with what was asked about it and the two things to do: find it good, or ask.
import type { QuestionAnswer } from '../../../routes/team/questions.server.ts'
import { Said } from '../../questions/said.tsx'
import type { NamedField } from '../../review/field-name.tsx'
import { ClarificationMark } from '../../review/thread.tsx'
import { useWords } from '../../words.tsx'
import { Intent } from '../frame.tsx'
import { ReplyAnswer } from '../reply-section.tsx'

type AcrossProps = {
  readonly answers: readonly QuestionAnswer[]
  readonly field: NamedField
  readonly base: string
  readonly intent: string
}

export function Across({ answers, ...props }: AcrossProps) {
  const { t } = useWords()
  if (answers.length === 0) return <p className="meta">{t('desk:question.none')}</p>
  return (
    <dl className="given" id="act">
      {answers.map((answer) => (
        <Answer key={answer.code} answer={answer} {...props} />
      ))}
    </dl>
  )
}

type AnswerProps = Omit<AcrossProps, 'answers'> & { readonly answer: QuestionAnswer }

function Answer({ answer, field, base, intent }: AnswerProps) {
  const { t, short } = useWords()
  const { code, label, cell, good, thread, revision } = answer
  const review = `${base}/${code}/clarifications`
  const isOpen = thread?.state === 'open' || thread?.state === 'answered'
  return (
    <div id={`r-${code}`}>
      <dt>
        <a href={`${base}/${code}#f-${field.name}`}>
          <Said text={label} />
        </a>
        <br />
        <span className="fine">{t('review:board.revision', { revision })}</span>
      </dt>
      <dd className="act">
        <ReplyAnswer line={{ field, cell }} />
        {cell?.comment && (
          <p className="meta">
            {t('team:reply_page.comment')}{' '}
            <span lang={cell.language ?? undefined} dir="auto">
              {cell.comment}
            </span>
          </p>
        )}
        {thread && (
          <p className="fine">
            <ClarificationMark state={thread.state} />{' '}
            <a
              className="tap"
              href={thread.state === 'noted' ? `${review}/${field.name}` : `${review}#c-${thread.number}`}
            >
              {t('review:ask.to_thread')}
              <span className="hidden">
                {' '}
                <Said text={label} />
              </span>
            </a>
          </p>
        )}
        {good && (
          <p className="fine">
            <span className="state kept">{t('desk:question.is_good')}</span>{' '}
            {t('review:thread.who', { name: `\u2068${good.by}\u2069`, when: short(good.at) })}
          </p>
        )}
        <form method="post" className="row">
          <Intent value={intent} />
          <input type="hidden" name="country" value={code} />
          <button
            type="submit"
            name="act"
            value={good ? 'not_good' : 'good'}
            className={good ? 'button quiet small' : 'button second small'}
          >
            {t(good ? 'desk:question.not_good' : 'desk:question.good')}
            <span className="hidden">
              {' '}
              <Said text={label} />
            </span>
          </button>
          {!isOpen && (
            <a className="tap" href={`${review}/${field.name}?from=question`}>
              {t('review:ask.title')}
              <span className="hidden">
                {' '}
                <Said text={label} />
              </span>
            </a>
          )}
        </form>
      </dd>
    </div>
  )
}
