// Better words for a published version: every text by its place, and the same questionnaire with some of them put right.
import type { Questionnaire, Text } from './model.ts'
import { addressOf, isPlain, TEXT_KEYS } from './sealing.ts'

/** A text and where it stands, by keys: `sections/legal/items/legal_basis/label`. */
export type PlacedText = { readonly place: string; readonly text: Text }

/** Every text that people read, in the order in which it is written; moving an element changes no other place. */
export function textsOf(questionnaire: Questionnaire): PlacedText[] {
  const found: PlacedText[] = []
  walk(questionnaire, questionnaire.languages, (place, text) => {
    found.push({ place, text })
    return text
  })
  return found
}

/**
 * The questionnaire with other words at some places: nothing but texts can change, so its structure keeps its hash.
 * @param words by place; places that there are not are left out
 */
export function withTexts(questionnaire: Questionnaire, words: ReadonlyMap<string, Text>): Questionnaire {
  const revised = walk(questionnaire, questionnaire.languages, (place, text) => ({ ...text, ...words.get(place) }))
  return revised as Questionnaire
}

type Visit = (place: string, text: Text) => Text

function walk(document: object, languages: readonly string[], visit: Visit): unknown {
  const inside = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => inside(item, `${place}/${addressOf(item, index)}`))
    if (!isPlain(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        const here = place === '' ? key : `${place}/${key}`
        return [key, TEXT_KEYS.has(key) && isText(member, languages) ? visit(here, member) : inside(member, here)]
      }),
    )
  }
  return inside(document, '')
}

/** An option may be called `title`, a list `note`: only a map from the questionnaire's languages to words is a text. */
function isText(value: unknown, languages: readonly string[]): value is Text {
  if (!isPlain(value)) return false
  return Object.entries(value).every(([key, words]) => languages.includes(key) && typeof words === 'string')
}

/** The parts in which texts are shown: the questionnaire itself, each section, each list, the rest. */
export function partOf(place: string): string {
  const [first = '', second] = place.split('/')
  return (first === 'sections' || first === 'lists') && second !== undefined ? `${first}/${second}` : first
}
