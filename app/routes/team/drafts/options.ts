// The options of a list and their form: a row for each, with buttons for the order, and one more row to add.
import { readNumber } from '#surveys/answering/entries.ts'
import { shifted } from '#surveys/authoring/edits.ts'
import type { Option, Questionnaire, Text } from '#surveys/definition/model.ts'
import type { FormReading } from '../reading.ts'

const MOST = 300

/** @param act `option_up:key`, `option_down:key`, `option_remove:key`, `option_add:`, or nothing but to keep what was typed */
export function listFrom(
  form: FormReading,
  before: readonly Option[],
  { languages }: Questionnaire,
  act: string,
): readonly Option[] {
  const [deed = '', key = ''] = act.split(':')
  const options = before.map((option) => optionFrom(form, option, languages))
  const at = options.findIndex((option) => option.key === key)
  switch (deed) {
    case 'option_up':
      return shifted(options, at, -1)
    case 'option_down':
      return shifted(options, at, 1)
    case 'option_remove':
      return options.filter((option) => option.key !== key)
    case 'option_add':
      return [...options, newOption(form, options, languages)]
    default:
      return options
  }
}

function optionFrom(form: FormReading, { key, pillar }: Option, languages: readonly string[]): Option {
  const value = valueFrom(form, `${key}~value`)
  const description = wordsFrom(form, `${key}~description`, languages, true)
  return {
    key,
    ...(value !== undefined && { value }),
    label: wordsFrom(form, `${key}~label`, languages, false),
    ...(Object.keys(description).length > 0 && { description }),
    ...(pillar !== undefined && { pillar }),
  }
}

function newOption(form: FormReading, options: readonly Option[], languages: readonly string[]): Option {
  const key = form.raw('new_key').trim().toLowerCase()
  if (!/^[a-z][a-z0-9_]*$/.test(key) || key.length > 60) form.refuse('new_key', 'draft_key')
  if (options.some((option) => option.key === key)) form.refuse('new_key', 'draft_key_taken')
  const value = valueFrom(form, 'new_value')
  return { key, ...(value !== undefined && { value }), label: wordsFrom(form, 'new_label', languages, false) }
}

function valueFrom(form: FormReading, name: string): number | undefined {
  const read = readNumber(form.raw(name), { decimals: 6, language: 'en' })
  if ('problem' in read) form.refuse(name, read.problem, read.values)
  return 'value' in read ? (read.value ?? undefined) : undefined
}

function wordsFrom(form: FormReading, name: string, languages: readonly string[], isOptional: boolean): Text {
  const words: Record<string, string> = {}
  for (const [index, language] of languages.entries()) {
    const said = form.text(`${name}.${language}`, { max: MOST * (isOptional ? 4 : 1), isOptional: true })
    if (said !== '') words[language] = said
    else if (index === 0 && !isOptional) form.refuse(`${name}.${language}`, 'draft_source')
  }
  return words
}

/** What stands in the rows. */
export function optionValues(options: readonly Option[], languages: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { key, value, label, description } of options) {
    values[`${key}~value`] = value === undefined ? '' : String(value)
    for (const language of languages) {
      values[`${key}~label.${language}`] = label[language] ?? ''
      values[`${key}~description.${language}`] = description?.[language] ?? ''
    }
  }
  return values
}
