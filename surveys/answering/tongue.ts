// Whether a text is written in one of the languages of a round; by its letters, and for Latin ones by its small words.

/** Shorter texts are names and numbers; nothing can be said of them. Letters. */
const LEAST_LETTERS = 24
/** From this many words on, a text in English or French has some of their small words. */
const LEAST_WORDS = 8
const LEAST_SHARE = 0.08

/** Small words that are no words of Spanish, Italian, Portuguese or German as well, or hardly. */
const SMALL: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to is are for by with not was has have been from this that at as be or which it'.split(' ')),
  fr: new Set(
    'le les des du et est sont pour par dans une aux que qui sur avec ou ne pas au ce cette ces ont'.split(' '),
  ),
}

/**
 * True when a text is clearly in none of the languages. What cannot be told is false: this is a hint, and a name of an
 * institution is no text.
 * @param languages codes, such as `['en', 'fr', 'ar']`
 */
export function isForeign(text: string, languages: readonly string[]): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return false
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters
  const [latin, arabic] = [share(/\p{Script=Latin}/gu), share(/\p{Script=Arabic}/gu)]
  if (arabic >= 0.5) return !languages.includes('ar')
  if (latin < 0.5) return true
  return hasNoSmallWord(text, languages)
}

function hasNoSmallWord(text: string, languages: readonly string[]): boolean {
  const known = languages.flatMap((language) => SMALL[language] ?? [])
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (known.length === 0 || words.length < LEAST_WORDS) return false
  const small = words.filter((word) => known.some((set) => set.has(word))).length
  return small / words.length < LEAST_SHARE
}
