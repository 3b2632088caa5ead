// A section of a submitted reply: each question with its answer or the reason why there is none, comments and documents.

import type { ClarificationState } from '#surveys/answering/clarification.ts'
import type { ReadSection } from '../../routes/team/reply.server.ts'
import type { ReadGroup, ReadLine } from '../../routes/team/reply-lines.ts'
import { answerLines } from '../answering/answer-lines.ts'
import { Said } from '../questions/said.tsx'
import { ClarificationMark } from '../review/thread.tsx'
import { useWords } from '../words.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import type { Sent } from './fields.tsx'
import { ReplyFiles } from './reply-files.tsx'

type SectionProps = {
  section: ReadSection
  base: string
  sent: Sent
  intent: string
  mayJudge: boolean
  /** address of the review, and what was asked, by field; null: an older revision is only read */
  review: { readonly base: string; readonly asked: Readonly<Record<string, AskedAbout>> } | null
}
export type AskedAbout = { readonly state: ClarificationState; readonly number: number }

export function ReplySection({ section, ...props }: SectionProps) {
  const { t } = useWords()
  return (
    <section className="stack" id={`section-${section.key}`} aria-labelledby={`title-${section.key}`}>
      <h2 id={`title-${section.key}`}>
        {section.letter} <Said text={section.title} />
      </h2>
      {section.groups.length === 0 && <p className="meta">{t('team:reply_page.empty_section')}</p>}
      {section.groups.map((group) => (
        <Group key={group.key + group.lines[0]?.field.name} group={group} {...props} />
      ))}
    </section>
  )
}

type Around = Omit<SectionProps, 'section'>

function Group({ group, ...props }: { group: ReadGroup } & Around) {
  return (
    <>
      {group.label && (
        <p className="over">
          <Said text={group.label} />
        </p>
      )}
      {group.item && (
        <h3>
          <Said text={group.item} />
        </h3>
      )}
      <dl className="given">
        {group.lines.map((line) => (
          <Line key={line.field.name} line={line} {...props} />
        ))}
      </dl>
    </>
  )
}

function Line({ line, base, sent, intent, mayJudge, review }: { line: ReadLine } & Around) {
  const { field, cell, judged } = line
  return (
    <div id={`f-${field.name}`}>
      <dt>
        <span className="num">{field.number}</span> <Said text={field.question.label} />
      </dt>
      <dd className="act">
        {field.question.type === 'file' && cell?.absence === null ? (
          <ReplyFiles cell={cell} base={base} />
        ) : (
          <ReplyAnswer line={line} />
        )}
        {cell?.comment && <Comment cell={cell} />}
        {review && <AskAbout line={line} review={review} />}
        {judged && <EvidenceForm {...judged} sent={sent} intent={intent} mayJudge={mayJudge} />}
      </dd>
    </div>
  )
}

function AskAbout({ line: { field }, review }: { line: ReadLine; review: NonNullable<SectionProps['review']> }) {
  const { t } = useWords()
  const asked = review.asked[field.name]
  const isThread = asked && asked.state !== 'noted'
  return (
    <p className="fine">
      {asked && <ClarificationMark state={asked.state} />}{' '}
      <a className="tap" href={isThread ? `${review.base}#c-${asked.number}` : `${review.base}/${field.name}`}>
        {t(isThread ? 'review:ask.to_thread' : 'review:ask.title')}
        <span className="hidden"> {field.number}</span>
      </a>
    </p>
  )
}

export function ReplyAnswer({ line: { field, cell } }: { line: Pick<ReadLine, 'field' | 'cell'> }) {
  const words = useWords()
  // `answerLines` asks for a compiled field; of its expressions it reads nothing.
  const { lines, written, isAnswer } = answerLines(field as Parameters<typeof answerLines>[0], cell ?? undefined, words)
  const isAbsence = cell !== null && cell.absence !== null
  return (
    <b
      className={isAbsence ? 'absent' : isAnswer ? undefined : 'blank'}
      lang={written ?? undefined}
      dir={written ? 'auto' : undefined}
    >
      {lines.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer have no identity but their place
        <span key={index}>
          {index > 0 && <br />}
          {text}
        </span>
      ))}
    </b>
  )
}

function Comment({ cell }: { cell: NonNullable<ReadLine['cell']> }) {
  const { t } = useWords()
  return (
    <p className="meta">
      {t('team:reply_page.comment')}{' '}
      <span lang={cell.language ?? undefined} dir="auto">
        {cell.comment}
      </span>
    </p>
  )
}
