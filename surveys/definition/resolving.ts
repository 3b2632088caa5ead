// From a file to a self-contained questionnaire: catalogues and built-in lists copied in, in its own languages only.
import { BUILTIN_LISTS } from './builtin.ts'
import type { Option, Questionnaire, Text } from './model.ts'
import type { QuestionnaireFile } from './schema.ts'
import type { CatalogueFile } from './schema-parts.ts'

/**
 * @param catalogues those that exist; one that the file names and that is not among them is left out
 * @returns the questionnaire as it is sealed
 */
export function resolve(file: QuestionnaireFile, catalogues: ReadonlyMap<string, CatalogueFile>): Questionnaire {
  const { catalogues: named, lists, sections, ...rest } = file
  const resolved: Record<string, readonly Option[]> = { ...lists }
  for (const name of named) {
    const items = catalogues.get(name)?.items
    if (items) resolved[name] = items.map((item) => inLanguagesOf(item, file.languages))
  }
  for (const type of builtinTypes(file)) {
    resolved[type] = BUILTIN_LISTS[type].map((option) => inLanguagesOf(option, file.languages))
  }
  return { ...rest, lists: resolved, sections: sections.map(withBuiltinLists) }
}

/** A catalogue may be translated further without touching the questionnaires that are sealed. */
function inLanguagesOf(option: Option, languages: readonly string[]): Option {
  const only = (text: Text): Text => Object.fromEntries(Object.entries(text).filter(([key]) => languages.includes(key)))
  const { description } = option
  return { ...option, label: only(option.label), ...(description && { description: only(description) }) }
}

type FileSection = QuestionnaireFile['sections'][number]
type FileQuestion = Extract<FileSection['items'][number], { type: string }>

function builtinTypes(file: QuestionnaireFile): (keyof typeof BUILTIN_LISTS)[] {
  const items = file.sections.flatMap((section) => section.items)
  const questions = items.flatMap((item) => ('questions' in item ? item.questions : 'type' in item ? [item] : []))
  const types = ['yes_no', 'yes_partly_no'] as const
  return types.filter((type) => questions.some((question) => question.type === type))
}

function withBuiltinLists(section: FileSection): Questionnaire['sections'][number] {
  const items = section.items.map((item) => {
    if ('note' in item) return item
    return 'questions' in item ? { ...item, questions: item.questions.map(withBuiltinList) } : withBuiltinList(item)
  })
  return { ...section, items }
}

function withBuiltinList(question: FileQuestion) {
  if (question.type === 'yes_no' || question.type === 'yes_partly_no') return { ...question, list: question.type }
  return question
}
