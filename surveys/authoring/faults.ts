// The common faults of a draft by a code, so that each reader hears of them in their own language.

/** What the rules say for files, by the sentence; the parts in brackets are what the sentence is about. */
const FAULTS: readonly (readonly [code: string, pattern: RegExp, names: readonly string[]])[] = [
  ['no_question', /^there is no question `([^`]+)`/, ['name']],
  ['no_question', /^group `[^`]+` has no question `([^`]+)`/, ['name']],
  ['no_group', /^there is no group `([^`]+)`/, ['name']],
  ['no_list', /^there is no list `([^`]*)`/, ['name']],
  ['no_option', /^`([^`]+)` is not an option of `([^`]+)`/, ['name', 'list']],
  ['stands_later', /^`([^`]+)` stands later/, ['name']],
  ['itself', /^`([^`]+)` is the question itself/, ['name']],
  ['circle', /^this goes in a circle: (.+)$/, ['name']],
  ['used_twice', /^`([^`]+)` is used twice/, ['name']],
  ['no_values', /^every option of `([^`]+)` needs a `value`/, ['name']],
  ['no_descriptions', /^a scale says each level in words; `([^`]+)`/, ['name']],
  ['not_read', /^found (.+?); expected (?:\$\{key\}|`and`|\(|\)|one of not)/, ['name']],
  ['not_closed', /^a (?:reference|text) is not closed/, []],
  ['not_true_or_false', /^expected something that is true or false/, []],
  ['no_key', /expected a key:/, []],
  ['missing', /^is missing;/, []],
  ['at_least_one', /expected at least one$/, []],
]

/** @returns undefined where the sentence is none of the common ones */
export function faultIn(
  message: string,
): { readonly code: string; readonly values: Readonly<Record<string, string>> } | undefined {
  for (const [code, pattern, names] of FAULTS) {
    const found = pattern.exec(message)
    if (found) return { code, values: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) }
  }
  return undefined
}
