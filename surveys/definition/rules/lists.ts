// Lists and catalogues: that they exist, and fit the questions that use them.
import { BUILTIN_LISTS } from '../builtin.ts'
import { itemsOf } from '../codebook.ts'
import type { ChoiceQuestion, Option, Question, Questionnaire } from '../model.ts'
import type { Path, Refusal } from '../reading.ts'
import type { Judged } from './all.ts'
import { type Placed, placesOf } from './places.ts'

/** Catalogues that are missing or not translated, lists that are missing, options that do not fit their question. */
export function refusalsOfLists(judged: Judged): Refusal[] {
  const { all, groups } = placesOf(judged.questionnaire)
  return [
    ...judged.file.catalogues.flatMap((name, index) => refusalsOfCatalogueUse(judged, name, ['catalogues', index])),
    ...untranslatedBuiltins(judged.questionnaire),
    ...all.flatMap((placed) => refusalsOfQuestion(judged, placed)),
    ...firstScales(all).flatMap(({ question, path }) =>
      refusalsOfScale(judged.questionnaire, question.list, [...path, 'list']),
    ),
    ...[...groups.values()].flatMap(({ group, path }) =>
      refusalsOfItems(judged, group.for_each, [...path, 'for_each']),
    ),
  ]
}

function refusalsOfCatalogueUse({ file, catalogues, questionnaire }: Judged, name: string, path: Path): Refusal[] {
  if (!catalogues.has(name)) {
    return [{ path, message: `there is no catalogue \`${name}\`; ${expected([...catalogues.keys()])}` }]
  }
  if (file.catalogues.indexOf(name) < Number(path.at(-1))) return [{ path, message: `\`${name}\` is named twice` }]
  return untranslated(questionnaire, name, path)
}

function untranslatedBuiltins(questionnaire: Questionnaire): Refusal[] {
  return Object.keys(BUILTIN_LISTS).flatMap((name) => untranslated(questionnaire, name, ['languages']))
}

function untranslated(questionnaire: Questionnaire, name: string, path: Path): Refusal[] {
  const { lists, languages } = questionnaire
  if (!Object.hasOwn(lists, name)) return []
  const texts = itemsOf(questionnaire, name).flatMap(({ label, description }) =>
    description ? [label, description] : [label],
  )
  const missing = languages.filter((language) => texts.some((text) => !text[language]?.trim()))
  return missing.map((language) => ({
    path,
    message: `\`${name}\` lacks a text in \`${language}\``,
    isForPublishing: language !== languages[0],
  }))
}

function refusalsOfQuestion(judged: Judged, { question, path }: Placed): Refusal[] {
  if (!('list' in question) || question.list === question.type) return []
  if (!isWritten(judged, question.list)) return [noSuchList(judged, question.list, [...path, 'list'])]
  const options = itemsOf(judged.questionnaire, question.list)
  return refusalsOfChoices(question, options, path)
}

/** The first scale over each list: what is wrong with a list is said once. */
function firstScales(all: readonly Placed[]): (Placed & { readonly question: ChoiceQuestion })[] {
  const seen = new Set<string>()
  return all.flatMap((placed) => {
    const { question } = placed
    if (question.type !== 'scale' || seen.has(question.list)) return []
    seen.add(question.list)
    return [{ ...placed, question }]
  })
}

function refusalsOfItems(judged: Judged, list: string, path: Path): Refusal[] {
  if (!isWritten(judged, list)) return [noSuchList(judged, list, path)]
  const isReserved = itemsOf(judged.questionnaire, list).some((item) => item.key === 'item')
  return isReserved ? [{ path, message: '`item` in an expression means the same item; no item can be called so' }] : []
}

/** A list of the file, or a catalogue that the file names. */
function isWritten({ file, catalogues }: Judged, name: string): boolean {
  return Object.hasOwn(file.lists, name) || (file.catalogues.includes(name) && catalogues.has(name))
}

function noSuchList({ file, catalogues }: Judged, name: string, path: Path): Refusal {
  if (Object.hasOwn(BUILTIN_LISTS, name)) return { path, message: `\`${name}\` is written as the type: type: ${name}` }
  if (catalogues.has(name))
    return { path, message: `\`${name}\` is a catalogue; name it under \`catalogues\` to use it` }
  const names = [...Object.keys(file.lists), ...file.catalogues]
  return { path, message: `there is no list \`${name}\`; ${expected(names)}` }
}

/** A scale is ordered, and says each level in words. */
function refusalsOfScale(questionnaire: Questionnaire, list: string, path: Path): Refusal[] {
  const options = itemsOf(questionnaire, list)
  const values = options.map((option) => option.value)
  const isOrdered = !values.includes(undefined) && new Set(values).size === values.length
  const undescribed = options.filter((option) => !option.description).map((option) => option.key)
  return [
    ...(isOrdered ? [] : [{ path, message: `every option of \`${list}\` needs a \`value\` of its own to be a scale` }]),
    ...(undescribed.length === 0
      ? []
      : [
          {
            path,
            message: `a scale says each level in words; \`${list}\` has no description of ${undescribed.join(', ')}`,
          },
        ]),
  ]
}

function refusalsOfChoices(question: Question, options: readonly Option[], path: Path): Refusal[] {
  const refusals: Refusal[] = []
  if ('max_choices' in question && (question.max_choices ?? 0) > options.length) {
    refusals.push({ path: [...path, 'max_choices'], message: `there are only ${options.length} options` })
  }
  if (question.type === 'multi') {
    for (const [index, key] of question.exclusive.entries()) {
      if (options.some((option) => option.key === key)) continue
      refusals.push({ path: [...path, 'exclusive', index], message: noSuchOption(key, question.list, options) })
    }
  }
  return refusals
}

/** Says which options there are. */
export function noSuchOption(key: string, list: string, options: readonly Option[]): string {
  return `\`${key}\` is not an option of \`${list}\`; ${expected(options.map((option) => option.key))}`
}

function expected(names: readonly string[]): string {
  return names.length === 0 ? 'there are none' : `expected one of ${names.join(', ')}`
}
