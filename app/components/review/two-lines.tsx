// What an answer was and what it is, in two lines, with the words that differ marked.
import { differences, type Run } from '#surveys/answering/differences.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { answerLines } from '../answering/answer-lines.ts'
import { type Speech, useWords } from '../words.tsx'
import type { NamedField } from './field-name.tsx'

type TwoProps = { field: NamedField; before: Cell | null; after: Cell | null }

export function TwoLines({ field, before, after }: TwoProps) {
  const words = useWords()
  const { t } = words
  const marked = differences(saidOf(field, before, words), saidOf(field, after, words))
  return (
    <dl className="facts tight">
      <div>
        <dt>{t('review:lines.before')}</dt>
        <dd dir="auto">
          <Runs runs={marked.first} as="del" />
        </dd>
      </div>
      <div>
        <dt>{t('review:lines.after')}</dt>
        <dd dir="auto">
          <Runs runs={marked.second} as="ins" />
        </dd>
      </div>
    </dl>
  )
}

function Runs({ runs, as: Mark }: { runs: readonly Run[]; as: 'del' | 'ins' }) {
  return runs.map(({ text, isDifferent }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no identity but their place
    isDifferent ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
  )
}

/** The answer with its comment: either may be what differs. */
function saidOf(field: NamedField, cell: Cell | null, words: Speech): string {
  // `answerLines` asks for a compiled field; of its expressions it reads nothing.
  const lines = answerLines(field as Field, cell ?? undefined, words).lines.join(' · ')
  return cell?.comment ? `${lines} · ${words.t('answer:check.comment', { comment: cell.comment })}` : lines
}
