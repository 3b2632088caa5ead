// Whether a text is written in one of the languages of a round: by its letters, and for Latin ones by their small words.

/** Shorter texts are names and numbers; nothing can be said of them. Letters. */
const LEAST_LETTERS = 24
/** From this many small words of a language on, it may be that one. */
const LEAST_WORDS = 3

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** What neighbours write in Latin letters; a language that is not here is never suspected. */
const SMALL: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the of and to in is are for by with not was has have been from this that at as be or which it on an a'),
  fr: words(
    'de la le les des du et en est sont pour par dans une un aux que qui sur avec ou ne pas au ce cette ces ont nous nos leur leurs se sa son plus mais il elle d l à été',
  ),
  es: words('de la el los las y en es son para por una un que con no se su del al más o como lo ha sido'),
  it: words('di la il lo gli le e è sono per una un che con non si della del dei delle nel al alla da in'),
  pt: words('de a o os as e em é são para por uma um que com não se do da dos das no na ao foi'),
  de: words('der die das und ist sind für von mit nicht ein eine einer den dem des zu im auf wird werden in'),
}

/**
 * True when a text is clearly in none of the languages. What cannot be told is false: this is a hint, and the name of
 * an institution is no text.
 * @param languages codes, such as `['en', 'fr', 'ar']`
 */
export function isForeign(text: string, languages: readonly string[]): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return false
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters
  if (share(/\p{Script=Arabic}/gu) >= 0.5) return !languages.includes('ar')
  if (share(/\p{Script=Latin}/gu) < 0.5) return true
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = Object.entries(SMALL).map(([language, small]) => {
    return { isKnown: languages.includes(language), count: said.filter((word) => small.has(word)).length }
  })
  const most = (isKnown: boolean) =>
    Math.max(0, ...scores.filter((one) => one.isKnown === isKnown).map(({ count }) => count))
  return most(false) >= LEAST_WORDS && most(false) > most(true)
}
