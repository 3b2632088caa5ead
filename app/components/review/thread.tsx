// A clarification as it was said: the question, and every word since, each with its author and its time.
import type { Clarification, ClarificationState } from '#surveys/answering/clarification.ts'
import { tongueOf } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export type ThreadView = Pick<
  Clarification,
  | 'id'
  | 'number'
  | 'state'
  | 'question'
  | 'language'
  | 'askedBy'
  | 'createdAt'
  | 'sentAt'
  | 'dueOn'
  | 'messages'
  | 'proposal'
>

const MARKS: Readonly<Record<ClarificationState, string>> = {
  noted: 'none',
  open: 'back',
  answered: 'part',
  accepted: 'kept',
  withdrawn: 'none',
}

export function ClarificationMark({ state }: { state: ClarificationState }) {
  const { t } = useWords()
  return <span className={`state ${MARKS[state]}`}>{t(`review:state.${state}`)}</span>
}

export function Thread({ thread }: { thread: ThreadView }) {
  const { t, short, date } = useWords()
  const { question, language, askedBy, sentAt, createdAt, messages, dueOn } = thread
  return (
    <>
      <Word
        over={t('review:thread.team_asks')}
        body={question}
        language={language}
        who={t('review:thread.who', { name: `\u2068${askedBy}\u2069`, when: short(sentAt ?? createdAt) })}
      />
      {dueOn && <p className="fine">{t('review:thread.due', { day: date(dueOn) })}</p>}
      {messages.map((message, index) => (
        <Word
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said is never reordered
          key={index}
          over={t(message.side === 'team' ? 'review:thread.team_says' : 'review:thread.delegation_says')}
          body={message.body}
          language={message.language}
          who={t('review:thread.who', { name: `\u2068${message.by}\u2069`, when: short(message.at) })}
        />
      ))}
    </>
  )
}

function Word({ over, body, language, who }: { over: string; body: string; language: string; who: string }) {
  const words = useWords()
  return (
    <div className="stack tight">
      <p className="over">{over}</p>
      <p {...tongueOf(language, words.language)} dir="auto">
        {body.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no identity but their place
          <span key={index}>
            {index > 0 && <br />}
            {line}
          </span>
        ))}
      </p>
      <p className="fine">{who}</p>
    </div>
  )
}
