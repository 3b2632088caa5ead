// Keys: used once in their scope, and none of the words that the format keeps for itself.
import { BUILTIN_LISTS } from '../builtin.ts'
import type { Refusal } from '../reading.ts'
import type { Judged } from './all.ts'
import { misplaced } from './catalogues.ts'
import { type Keyed, keyed, refusalsOfRepeated } from './repeated.ts'

/** Keys of sections, questions, groups, lists, options, checks and changes; and the file's own place. */
export function refusalsOfKeys({ path, file }: Judged): Refusal[] {
  const groups = file.sections.flatMap((section, at) =>
    section.items.flatMap((item, index) => {
      const place = ['sections', at, 'items', index, 'questions']
      return 'questions' in item
        ? [
            keyed(
              item.questions.map((question) => question.key),
              place,
              'key',
            ),
          ]
        : []
    }),
  )
  const lists = Object.entries(file.lists).map(([name, options]) =>
    keyed(
      options.map((option) => option.key),
      ['lists', name],
      'key',
    ),
  )
  const scopes: Keyed[][] = [
    keyed(
      file.sections.map((section) => section.key),
      ['sections'],
      'key',
    ),
    answerKeys(file),
    ...groups,
    ...lists,
    keyed(
      file.checks.map((check) => check.key),
      ['checks'],
      'key',
    ),
    keyed(
      file.changes.map((change) => change.key),
      ['changes'],
      'key',
    ),
    file.languages.map((key, index) => ({ key, path: ['languages', index] })),
  ]
  return [
    ...misplaced(path, `questionnaires/${file.questionnaire}/${file.version}.yaml`, 'version'),
    ...scopes.flatMap(refusalsOfRepeated),
    ...reservedLists(file),
  ]
}

/** Questions outside groups and the groups themselves name variables side by side, over all sections. */
function answerKeys(file: Judged['file']): Keyed[] {
  return file.sections.flatMap((section, at) =>
    section.items.flatMap((item, index): Keyed[] => {
      const place = ['sections', at, 'items', index]
      if ('group' in item) return [{ key: item.group, path: [...place, 'group'] }]
      return 'key' in item ? [{ key: item.key, path: [...place, 'key'] }] : []
    }),
  )
}

function reservedLists(file: Judged['file']): Refusal[] {
  return Object.keys(file.lists).flatMap((name) => {
    const path = ['lists', name]
    if (Object.hasOwn(BUILTIN_LISTS, name)) return [{ path, isAtKey: true, message: `\`${name}\` is a built-in list` }]
    const isCatalogue = file.catalogues.includes(name)
    return isCatalogue ? [{ path, isAtKey: true, message: `\`${name}\` is also a catalogue of this file` }] : []
  })
}
