// From the short notation of an invented delegation to its cells; refuses what the questionnaire does not know.
import type { Attachment, Cell, Value } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { ABSENCES, type Absence } from '#surveys/definition/model.ts'
import { dayFrom, withYears } from './calendar.ts'
import type { Answers } from './profile.ts'

export type Expanding = {
  /** ISO date of the seeding */
  readonly today: string
  /** what is attached, by field: documents are kept before, links stand as they are */
  readonly attachments: Readonly<Record<string, readonly Attachment[]>>
}

/**
 * All cells of one delegation's answers, in the order of the codebook.
 * @throws with the name of the field when a question, an item or an option does not exist
 */
export function expand(codebook: Codebook, answers: Answers, { today, attachments }: Expanding): Map<string, Cell> {
  const raw = new Map([...answers.tables.flatMap((table) => rowsOf(table)), ...linesOf(codebook, answers.answers)])
  const named = [raw.keys(), ...[answers.texts, answers.comments, attachments].map((part) => Object.keys(part))]
  for (const name of named.flatMap((names) => [...names])) {
    if (!codebook.byName.has(name)) throw new Error(`The demonstration answers “${name}”, which no question asks.`)
  }
  const cells = codebook.fields.flatMap((field) => {
    const cell = cellOf(field, raw.get(field.name), { answers, today, attached: attachments[field.name] })
    return cell ? [[field.name, cell] as const] : []
  })
  return new Map(cells)
}

type Around = { answers: Answers; today: string; attached: readonly Attachment[] | undefined }

function cellOf(field: Field, token: string | undefined, { answers, today, attached }: Around): Cell | null {
  const absence = token?.startsWith('!') ? readAbsence(field, token) : null
  const text = answers.texts[field.name]
  const value = absence ? null : (textValue(text, today) ?? attached ?? readToken(field, token, { answers, today }))
  const comment = textValue(answers.comments[field.name], today)
  if (value === null && absence === null && comment === null) return null
  const isWritten = comment !== null || field.question.type === 'text' || field.question.type === 'long_text'
  return { field: field.name, value, absence, comment, typed: null, language: isWritten ? answers.language : null }
}

const textValue = (text: string | undefined, today: string) => (text === undefined ? null : withYears(text, today))

function readToken(
  field: Field,
  token: string | undefined,
  { answers, today }: Omit<Around, 'attached'>,
): Value | null {
  if (token === undefined || token === '-') return null
  switch (field.question.type) {
    case 'text':
    case 'long_text':
      return withYears(answers.words[token] ?? unknown(field, token), today)
    case 'number':
      return Number(token)
    case 'date':
      return dayFrom(today, token)
    case 'multi': {
      const chosen = token.split(',').map((one) => optionOf(field, one))
      return field.options.map((option) => option.key).filter((key) => chosen.includes(key))
    }
    case 'ranking':
      return token.split(',').map((one) => optionOf(field, one))
    case 'file':
      return unknown(field, token)
    default:
      return optionOf(field, token)
  }
}

function optionOf(field: Field, token: string): string {
  const option = field.options.find(
    ({ key, value }) => key === token || (value !== undefined && String(value) === token),
  )
  return option?.key ?? unknown(field, token)
}

function readAbsence(field: Field, token: string): Absence {
  return ABSENCES.find((absence) => `!${absence}` === token) ?? unknown(field, token)
}

function unknown(field: Field, token: string): never {
  throw new Error(`The demonstration answers “${token}” to ${field.name}, which is not an answer.`)
}

/** `question value` lines; `group.*.question` takes one value per item, in the order of the list. */
function linesOf(codebook: Codebook, block: string): [string, string][] {
  return wordsOf(block).flatMap(([name = '', ...values]) => {
    if (!name.includes('*')) return [[name, values.join(' ')] as [string, string]]
    const [group, , question] = name.split('.')
    const fields = codebook.fields.filter((field) => field.group?.group === group && field.question.key === question)
    if (fields.length !== values.length) throw new Error(`${name} has ${fields.length} items, not ${values.length}.`)
    return fields.map((field, index): [string, string] => [field.name, values[index] ?? '-'])
  })
}

/** A header of `group.question` names, `.question` being of the group before; then one line per item. */
function rowsOf(table: string): [string, string][] {
  const [[, ...header] = [], ...rows] = wordsOf(table)
  let group = ''
  const columns = header.map((name) => {
    const [of, question = ''] = name.split('.')
    group = of || group
    return { group, question }
  })
  return rows.flatMap(([item = '', ...values]) => {
    if (values.length !== columns.length) throw new Error(`${item} has ${values.length} values, not ${columns.length}.`)
    return columns.map(({ group: of, question }, index): [string, string] => [
      `${of}.${item}.${question}`,
      values[index] ?? '-',
    ])
  })
}

const wordsOf = (block: string) =>
  block
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first)
