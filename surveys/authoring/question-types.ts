// Questions by their type: what a new one assumes, and what stays when the type changes.
import type { Question, QuestionType, Text } from '#surveys/definition/model.ts'

/** A question of a type with everything that the type assumes; what a list is, its author says next. */
export function blankQuestion(type: QuestionType, named: { readonly key: string; readonly label: Text }): Question {
  const asked = {
    ...named,
    required: false,
    absence: ['na', 'nap', 'pns'],
    comment: true,
    confidentiality: 'regional',
  } as const
  switch (type) {
    case 'text':
      return { ...asked, type, max_length: 300 }
    case 'long_text':
      return { ...asked, type, max_length: 4000 }
    case 'number':
      return { ...asked, type, decimals: 2 }
    case 'date':
      return { ...asked, type }
    case 'single':
    case 'scale':
      return { ...asked, type, list: '' }
    case 'yes_no':
    case 'yes_partly_no':
      return { ...asked, type, list: type }
    case 'multi':
      return { ...asked, type, list: '', exclusive: [] }
    case 'ranking':
      return { ...asked, type, list: '' }
    case 'file':
      return { ...asked, type, max_files: 5, max_megabytes: 10, accept: ['pdf', 'docx', 'xlsx', 'jpg', 'png'] }
    case 'confirm':
      return { ...asked, type, absence: [] }
  }
}

/** The same question asked in another way: what both types know is kept. */
export function retyped(question: Question, type: QuestionType): Question {
  if (question.type === type) return question
  const { key, label, help, required, show_if, absence, comment, confidentiality } = question
  const blank = blankQuestion(type, { key, label })
  const listed = 'list' in question && 'list' in blank && blank.list === '' && question.list !== question.type
  return {
    ...blank,
    ...(help && { help }),
    ...(show_if !== undefined && { show_if }),
    ...(listed && { list: question.list }),
    required,
    absence: type === 'confirm' ? [] : absence,
    comment,
    confidentiality,
  } as Question
}
