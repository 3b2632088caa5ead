// The control of a question: one case per type of question, and the compiler counts the cases.
import type { Field, Question } from '#surveys/definition/model.ts'
import type { Asked, Layout } from './asked.ts'
import { Attachments } from './attachments.tsx'
import { Confirm, Levels, OneOf, Radios, Several, Three } from './choices.tsx'
import { Ranking } from './ranking.tsx'
import { DateEntry, LongEntry, NumberEntry, ShortEntry } from './written.tsx'

export type ControlProps = { readonly asked: Asked; readonly describedBy?: string; readonly labelledBy?: string }

/** From this many options on, a list to choose one from is a select. */
const RADIOS_AT_MOST = 10

export function Control({ layout, ...props }: ControlProps & { readonly layout: Layout }) {
  const { question } = props.asked.field
  switch (question.type) {
    case 'text':
      return <ShortEntry {...props} />
    case 'long_text':
      return <LongEntry {...props} question={question} isLow={layout !== 'page'} />
    case 'number':
      return <NumberEntry {...props} question={question} />
    case 'date':
      return <DateEntry {...props} />
    case 'single':
      return isSelect(props.asked.field, layout) ? <OneOf {...props} /> : <Radios {...props} />
    case 'scale':
      return layout === 'table' ? <OneOf {...props} /> : <Levels {...props} />
    case 'yes_no':
    case 'yes_partly_no':
      return layout === 'table' ? <OneOf {...props} /> : <Three {...props} />
    case 'multi':
      return <Several {...props} question={question} />
    case 'ranking':
      return <Ranking {...props} question={question} />
    case 'file':
      return <Attachments {...props} question={question} />
    case 'confirm':
      return <Confirm {...props} />
  }
}

const isSelect = (field: Field, layout: Layout) => layout !== 'page' || field.options.length > RADIOS_AT_MOST

/** Whether one element takes the answer, so that a label can point at it; the others are a fieldset with a legend. */
export function isOneElement(field: Field, layout: Layout): boolean {
  const type: Question['type'] = field.question.type
  if (type === 'text' || type === 'long_text' || type === 'number') return true
  if (type === 'single') return isSelect(field, layout)
  return layout === 'table' && (type === 'scale' || type === 'yes_no' || type === 'yes_partly_no')
}

/** Whether a chosen option can only be taken back with a button of its own, as radio buttons cannot be unchosen. */
export function isRadios(field: Field, layout: Layout): boolean {
  const type: Question['type'] = field.question.type
  if (type === 'single') return !isSelect(field, layout)
  return layout !== 'table' && (type === 'scale' || type === 'yes_no' || type === 'yes_partly_no')
}

/** Whether a question needs the whole width of its place: levels side by side, long texts, long lists. */
export function isWide(field: Field): boolean {
  const type: Question['type'] = field.question.type
  return !(type === 'single' || type === 'number' || type === 'text')
}
