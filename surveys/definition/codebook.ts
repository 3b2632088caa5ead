// From a questionnaire to its codebook: every field where a cell goes, every variable that is derived from it.
import { BUILTIN_LISTS, CONFIRMED } from './builtin.ts'
import { bind, parseExpression } from './expression.ts'
import type {
  Check,
  Codebook,
  CompiledCheck,
  Expression,
  Field,
  Group,
  Option,
  Question,
  Questionnaire,
  Ref,
  Section,
  Variable,
} from './model.ts'

/** Where an expression stands: in a group it is judged once per item. */
type Place = { readonly group?: Group; readonly item?: Option }

/** Expressions of one questionnaire, each source parsed once: a group repeats its own for every item. */
type Parse = (source: string) => Expression

/**
 * Compiles a sealed questionnaire. It has been checked before it was sealed, so nothing is checked here again.
 * @throws ExpressionError where an expression cannot be read
 */
export function compile(questionnaire: Questionnaire): Codebook {
  const parse = rememberingParse()
  const bySection = new Map<string, readonly Field[]>()
  questionnaire.sections.forEach((section, index) => {
    bySection.set(section.key, fieldsOfSection(questionnaire, section, letterOf(index), parse))
  })
  const fields = [...bySection.values()].flat()
  const byName = new Map(fields.map((field) => [field.name, field]))
  return {
    questionnaire,
    fields,
    byName,
    bySection,
    variables: fields.flatMap(variablesOf),
    checks: questionnaire.checks.flatMap((check) => compileCheck(check, fields, byName, parse)),
  }
}

/** The options of a question, in order; none where it is not chosen from a list. */
export function optionsOf(questionnaire: Questionnaire, question: Question): readonly Option[] {
  if (question.type === 'confirm') return CONFIRMED
  return 'list' in question ? itemsOf(questionnaire, question.list) : []
}

/** The items of a list of the questionnaire, or of a built-in list. */
export function itemsOf(questionnaire: Questionnaire, list: string): readonly Option[] {
  return listNamed(questionnaire.lists, list) ?? listNamed(BUILTIN_LISTS, list) ?? []
}

function listNamed(lists: Readonly<Record<string, readonly Option[]>>, name: string): readonly Option[] | undefined {
  return Object.hasOwn(lists, name) ? lists[name] : undefined
}

/** A, B … Z, AA, AB …: the letter of a section. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

function fieldsOfSection(questionnaire: Questionnaire, section: Section, letter: string, parse: Parse): Field[] {
  const fields: Field[] = []
  let count = 0
  const add = (question: Question, number: string, place: Place) => {
    fields.push(fieldOf(questionnaire, section, question, number, place, parse))
  }
  for (const entry of section.items) {
    if ('note' in entry) continue
    const number = `${letter}${++count}`
    if (!('group' in entry)) {
      add(entry, number, {})
      continue
    }
    for (const item of itemsOf(questionnaire, entry.for_each)) {
      for (const [index, question] of entry.questions.entries()) {
        add(question, `${number}.${index + 1}`, { group: entry, item })
      }
    }
  }
  return fields
}

function fieldOf(
  questionnaire: Questionnaire,
  section: Section,
  question: Question,
  number: string,
  place: Place,
  parse: Parse,
): Field {
  const { required, show_if } = question
  return {
    name: nameAt(place, question.key),
    section: section.key,
    ...place,
    question,
    options: optionsOf(questionnaire, question),
    number,
    ...(show_if !== undefined && { showIf: boundAt(place, parse(show_if)) }),
    required: typeof required === 'string' ? boundAt(place, parse(required)) : required,
  }
}

function compileCheck(
  check: Check,
  fields: readonly Field[],
  byName: ReadonlyMap<string, Field>,
  parse: Parse,
): CompiledCheck[] {
  const field = byName.get(check.at)
  if (check.in === undefined) return field ? [{ check, when: boundAt({}, parse(check.when)), field }] : []
  return fields
    .filter((candidate) => candidate.group?.group === check.in && candidate.question.key === check.at)
    .map((judged) => ({ check, when: boundAt(judged, parse(check.when)), field: judged }))
}

function boundAt(place: Place, expression: Expression): Expression {
  return bind(expression, (ref) => nameOf(ref, place))
}

/** The name of the field that a reference means when it is read at a place. */
function nameOf(ref: Ref, place: Place): string {
  if (ref.group !== undefined) {
    const item = ref.item === 'item' ? place.item?.key : ref.item
    return `${ref.group}.${item ?? ''}.${ref.key}`
  }
  // The questions of another questionnaire's groups are named with their group; `previous` is this questionnaire.
  const isAtHere = ref.source === undefined || ref.source === 'previous'
  const isInGroup = isAtHere && place.group?.questions.some((question) => question.key === ref.key)
  return isInGroup ? nameAt(place, ref.key) : ref.key
}

function nameAt({ group, item }: Place, key: string): string {
  return group && item ? `${group.group}.${item.key}.${key}` : key
}

function variablesOf(field: Field): Variable[] {
  switch (field.question.type) {
    case 'multi':
      return field.options.map((option) => ({ name: `${field.name}.${option.key}`, field, option, kind: 'flag' }))
    case 'ranking':
      return field.options.map((option) => ({ name: `${field.name}.${option.key}`, field, option, kind: 'rank' }))
    case 'text':
    case 'long_text':
      return [{ name: field.name, field, kind: 'text' }]
    case 'number':
      return [{ name: field.name, field, kind: 'number' }]
    case 'date':
      return [{ name: field.name, field, kind: 'date' }]
    case 'file':
      return [{ name: field.name, field, kind: 'files' }]
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
      return [{ name: field.name, field, kind: 'code' }]
  }
}

function rememberingParse(): Parse {
  const parsed = new Map<string, Expression>()
  return (source) => {
    const known = parsed.get(source)
    if (known) return known
    const expression = parseExpression(source)
    parsed.set(source, expression)
    return expression
  }
}
