// What to know before answering: how to fill the control in, in a line; what to count and what not, collapsed.
import type { Field, Question } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { idOf } from './asked.ts'
import { Said } from './said.tsx'

/** A sentence about the control, by its key in the locale files, with its figures. */
export type Hint = { readonly key: string; readonly values?: Readonly<Record<string, string | number>> }

/** The sentences that the type and the limits of a question need; none where the control says it all. */
export function hintsOf(question: Question): readonly Hint[] {
  switch (question.type) {
    case 'multi':
      return question.max_choices === undefined
        ? [{ key: 'answer:hint.all_that_apply' }]
        : [{ key: 'answer:hint.up_to', values: { count: question.max_choices } }]
    case 'ranking':
      return question.max_choices === undefined
        ? [{ key: 'answer:hint.rank' }]
        : [{ key: 'answer:hint.rank_up_to', values: { count: question.max_choices } }]
    case 'number':
      return question.min !== undefined && question.max !== undefined && question.min > 0
        ? [{ key: 'answer:hint.between', values: { min: question.min, max: question.max } }]
        : []
    case 'date':
      return question.max === 'today' ? [{ key: 'answer:hint.not_later_than_today' }] : []
    case 'file':
      return [{ key: 'answer:hint.files', values: fileLimits(question) }, { key: 'answer:hint.unclassified' }]
    case 'text':
    case 'long_text':
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
      return []
  }
}

const fileLimits = (question: Question & { type: 'file' }) => ({
  kinds: question.accept.map((ending) => ending.toUpperCase()).join(', '),
  megabytes: question.max_megabytes,
  count: question.max_files,
})

export function Hints({ field }: { field: Field }) {
  const { t } = useWords()
  const hints = hintsOf(field.question)
  return (
    <>
      {hints.length > 0 && (
        <p className="hint" id={idOf(field.name, 'h')}>
          {hints.map((hint) => t(hint.key, hint.values)).join(' ')}
        </p>
      )}
      <Help field={field} />
    </>
  )
}

/** Guidance stays closed: who knows the question is not held up by it. */
function Help({ field }: { field: Field }) {
  const { t } = useWords()
  const { help } = field.question
  if (help === undefined) return null
  return (
    <details className="more help">
      <summary>
        {t('answer:help.title')}
        <span className="hidden"> {field.number}</span>
      </summary>
      <p className="hint">
        <Said text={help} />
      </p>
    </details>
  )
}
