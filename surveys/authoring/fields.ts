// What can be edited of each element of a draft: the fields of its form, in order, whatever page or program shows them.
import { itemsOf } from '#surveys/definition/codebook.ts'
import { ABSENCES, type Question, type Questionnaire } from '#surveys/definition/model.ts'
import { placesOf } from '#surveys/definition/rules/places.ts'
import { type Address, contentOf, partsOfAddress, placeOf } from './addresses.ts'
import { analysisFields } from './analysis-fields.ts'

/**
 * text, long: words in every language · line: one line of letters · expression · number · choice: one of `options` · many: some of `options` ·
 * flag: yes or no · refs, keys, numbers: several in one line, with commas · pairs: `key: number`, one on a line
 */
export type FieldKind =
  | 'text'
  | 'long'
  | 'line'
  | 'expression'
  | 'number'
  | 'choice'
  | 'many'
  | 'flag'
  | 'refs'
  | 'keys'
  | 'numbers'
  | 'pairs'
export type FieldSpec = {
  /** the key of the file; with dots where it lies deeper: `weights.priority` */
  readonly name: string
  readonly kind: FieldKind
  readonly options?: readonly string[]
  readonly isOptional?: boolean
}

export const QUESTION_TYPES = [
  'text',
  'long_text',
  'number',
  'date',
  'single',
  'yes_no',
  'yes_partly_no',
  'scale',
  'multi',
  'ranking',
  'file',
  'confirm',
] as const satisfies readonly Question['type'][]
const FILES = ['pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png']
const LEVELS = ['block', 'explain', 'note']

/** The fields of an element's form; none where it has a form of its own (a list, a declaration) or is not there. */
export function fieldsOf(draft: Questionnaire, address: Address): FieldSpec[] {
  const content = contentOf(draft, address)
  switch (content?.kind) {
    case 'head':
      return [
        { name: 'version', kind: 'line' },
        { name: 'title', kind: 'text' },
        { name: 'intro', kind: 'long', isOptional: true },
        { name: 'minutes', kind: 'number' },
      ]
    case 'section':
      return [
        { name: 'title', kind: 'text' },
        { name: 'intro', kind: 'long', isOptional: true },
      ]
    case 'group':
      return [
        { name: 'label', kind: 'text' },
        { name: 'for_each', kind: 'choice', options: listsOf(draft) },
        { name: 'layout', kind: 'choice', options: ['cards', 'table'] },
      ]
    case 'note':
      return [{ name: 'note', kind: 'long' }]
    case 'question':
      return questionFields(draft, content.of)
    case 'check':
      return checkFields(draft)
    case 'analysis':
      return analysisFields(partsOfAddress(address).name, refsOf(draft))
    default:
      return []
  }
}

/** The lists that a question may choose from, by name. */
export const listsOf = (draft: Questionnaire): string[] =>
  Object.keys(draft.lists).filter((name) => !name.startsWith('yes_'))

/** Every question as analysis names it: `question` or `group.question`. */
export function refsOf(draft: Questionnaire): string[] {
  return placesOf(draft).all.map(({ question, group }) => (group ? `${group.group}.${question.key}` : question.key))
}

function questionFields(draft: Questionnaire, question: Question): FieldSpec[] {
  return [
    { name: 'type', kind: 'choice', options: QUESTION_TYPES },
    { name: 'label', kind: 'text' },
    { name: 'help', kind: 'long', isOptional: true },
    ...typeFields(draft, question),
    { name: 'required', kind: 'choice', options: ['no', 'yes', 'if'] },
    { name: 'required_if', kind: 'expression', isOptional: true },
    { name: 'show_if', kind: 'expression', isOptional: true },
    { name: 'absence', kind: 'many', options: ABSENCES },
    { name: 'comment', kind: 'flag' },
    { name: 'confidentiality', kind: 'choice', options: ['regional', 'pmt_only', 'contact'] },
  ]
}

const number = (name: string, isOptional = false): FieldSpec => ({ name, kind: 'number', isOptional })

/** What only this type of question knows. */
function typeFields(draft: Questionnaire, question: Question): FieldSpec[] {
  const list: FieldSpec = { name: 'list', kind: 'choice', options: listsOf(draft) }
  switch (question.type) {
    case 'text':
    case 'long_text':
      return [number('min_length', true), number('max_length')]
    case 'number':
      return [
        number('min', true),
        number('max', true),
        number('decimals'),
        { name: 'unit', kind: 'text', isOptional: true },
      ]
    case 'date':
      return [
        { name: 'min', kind: 'line', isOptional: true },
        { name: 'max', kind: 'line', isOptional: true },
      ]
    case 'single':
    case 'scale':
      return [list]
    case 'multi': {
      const options = itemsOf(draft, question.list).map(({ key }) => key)
      return [list, number('max_choices', true), { name: 'exclusive', kind: 'many', options }]
    }
    case 'ranking':
      return [list, number('max_choices', true)]
    case 'file':
      return [number('max_files'), number('max_megabytes'), { name: 'accept', kind: 'many', options: FILES }]
    default:
      return []
  }
}

function checkFields(draft: Questionnaire): FieldSpec[] {
  const groups = [...placesOf(draft).groups.keys()]
  return [
    { name: 'message', kind: 'text' },
    { name: 'in', kind: 'choice', options: groups, isOptional: true },
    { name: 'when', kind: 'expression' },
    { name: 'level', kind: 'choice', options: LEVELS },
    { name: 'at', kind: 'choice', options: [...new Set(placesOf(draft).all.map(({ question }) => question.key))] },
  ]
}

/** Whether a published version knows the element: then its key, and its being there, concern answers. */
export function isPublished(published: Questionnaire | undefined, address: Address): boolean {
  if (!published || address.startsWith('note:')) return false
  return placeOf(published, address) !== undefined || contentOf(published, address) !== undefined
}
