// The seal of a published version: one hash over its structure, one over its texts in each language.
import type { Questionnaire } from './model.ts'

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. Passed in: this module also runs in browsers. */
export type Sha256 = (text: string) => string

export type Seal = {
  readonly structureHash: string
  /** by language code */
  readonly textHashes: Readonly<Record<string, string>>
}

/**
 * JSON that does not depend on the order in which keys were written (RFC 8785): keys sorted by UTF-16 code units, no
 * spaces, members that are undefined left out.
 * @throws TypeError for what JSON cannot say: NaN, Infinity, functions, bigints, dates, an undefined item of an array
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isPlain(value)) throw new TypeError(`canonical JSON cannot say ${String(value)}`)
  const members = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

/**
 * A new translation or a better wording changes the hash of its language and no other; anything else changes the
 * structure's. The languages themselves are texts: adding one leaves the structure as it is.
 */
export function seal(questionnaire: Questionnaire, sha256: Sha256): Seal {
  const { languages, ...rest } = questionnaire
  const { structure, texts } = separate(rest, languages)
  const textHashes: Record<string, string> = {}
  for (const language of languages) {
    const words = Object.entries(texts).map(([place, text]) => [place, text[language]])
    textHashes[language] = sha256(canonicalJson(Object.fromEntries(words)))
  }
  return { structureHash: sha256(canonicalJson(structure)), textHashes }
}

type Texts = Record<string, Record<string, string>>

/** The keys whose value is read by people; nothing else in a questionnaire is a map by language. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  'title',
  'intro',
  'label',
  'help',
  'unit',
  'note',
  'description',
  'message',
  'reason',
])

function separate(document: object, languages: readonly string[]): { structure: unknown; texts: Texts } {
  const texts: Texts = {}
  const walk = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${place}/${addressOf(item, index)}`))
    if (!isPlain(value)) return value
    const kept: Record<string, unknown> = {}
    for (const [key, member] of Object.entries(value)) {
      if (TEXT_KEYS.has(key) && isText(member, languages)) texts[`${place}/${key}`] = member
      else kept[key] = walk(member, `${place}/${key}`)
    }
    return kept
  }
  return { structure: walk(document, ''), texts }
}

/** How an item of a list is called in an address: by its key, so that moving it changes no other address. */
export function addressOf(item: unknown, index: number): string {
  if (!isPlain(item)) return String(index)
  const name = item.key ?? item.group
  return typeof name === 'string' ? name : String(index)
}

/** An option may be called `title`, a list `note`: only a map from the questionnaire's languages to words is a text. */
function isText(value: unknown, languages: readonly string[]): value is Record<string, string> {
  if (!isPlain(value)) return false
  return Object.entries(value).every(([key, words]) => languages.includes(key) && typeof words === 'string')
}

/** A map as JSON and YAML have it: not a list, not a date, not an instance of a class. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
