// Every text exists in English, French and Arabic, with exactly the plural forms that each language has.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#app/languages.ts'
import { CODE } from './sources.ts'

type Sentences = ReadonlyMap<string, string>
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']
const PLURAL = new RegExp(`_(${FORMS.join('|')})$`)

/** A comma or a colon, between two things, brings its space along. */
const MARK = /^[\s،,:;·–]+$/

const namespaces = [...new Set(LANGUAGES.flatMap((language) => readdirSync(`locales/${language}`)))].sort()
const said = new Map(LANGUAGES.map((language) => [language, sentencesOf(language)]))
const sentences = (language: Language): Sentences => said.get(language) ?? new Map()

function sentencesOf(language: Language): Sentences {
  const files = namespaces.filter((file) => existsSync(`locales/${language}/${file}`))
  return new Map(
    files.flatMap((file) =>
      flat(JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')), `${file.replace('.json', '')}:`),
    ),
  )
}

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither a sentence nor a group of them`)
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, path.endsWith(':') ? path + key : `${path}.${key}`),
  )
}

const stem = (key: string) => key.replace(PLURAL, '')
/** A key is a plural only if it has an `_other`: a word may end in `_two` by chance. */
const isPlural = (key: string, all: Sentences) => PLURAL.test(key) && all.has(`${stem(key)}_other`)
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name).sort()

test('every namespace is there in every language', () => {
  for (const language of LANGUAGES) expect(readdirSync(`locales/${language}`).sort(), language).toEqual(namespaces)
})

test('every language has the same keys', () => {
  const stems = (language: Language) => {
    const all = sentences(language)
    return [...new Set([...all.keys()].map((key) => (isPlural(key, all) ? stem(key) : key)))].sort()
  }
  for (const language of LANGUAGES) expect(stems(language), language).toEqual(stems('en'))
})

for (const language of LANGUAGES) {
  test(`plurals in ${language} have exactly the forms of the language`, () => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
    const all = sentences(language)
    const found = Map.groupBy(
      [...all.keys()].filter((key) => isPlural(key, all)),
      stem,
    )
    const wrong = [...found].filter(([, keys]) => {
      return (
        keys
          .map((key) => PLURAL.exec(key)?.[1])
          .sort()
          .join() !== forms.join()
      )
    })
    expect(wrong.map(([key, keys]) => `${key}: ${keys.map((one) => PLURAL.exec(one)?.[1])}`)).toEqual([])
  })

  test(`no sentence in ${language} is empty, or has a space at its edges`, () => {
    const wrong = [...sentences(language)].filter(
      ([, text]) => (text.trim() !== text && !MARK.test(text)) || text === '',
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })
}

test('a sentence has the same gaps in every language', () => {
  const english = sentences('en')
  const wrong = (['fr', 'ar'] as const).flatMap((language) =>
    [...sentences(language)].flatMap(([key, text]) => {
      const model = placeholders(english.get(key) ?? english.get(`${stem(key)}_other`) ?? '')
      const gaps = placeholders(text)
      // Of nothing, of one and of two things, a sentence may speak in words.
      const isFree = isPlural(key, sentences(language)) && /_(?:zero|one|two)$/.test(key)
      const fits = isFree ? gaps.every((gap) => model.includes(gap)) : gaps.join() === model.join()
      return fits ? [] : [`${language} ${key}: ${gaps} for ${model}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('Arabic is written in Arabic, and no sentence was left in English', () => {
  const english = sentences('en')
  const copied = [...sentences('ar')].filter(
    ([key, text]) => text === english.get(key) && /[a-z]{4}/i.test(text.replace(/\{\{[^}]*\}\}/g, '')),
  )
  // The product's own name, and what is written in Latin letters everywhere.
  const names = /^(?:\{\{\w+\}\} – )?Tour de Table$|^[A-Z0-9 .:/-]+$/
  expect(copied.filter(([, text]) => !names.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([])
})

test('every key that the code says is there', () => {
  const all = sentences('en')
  const known = (key: string) => all.has(key) || all.has(`${key}_other`)
  const missing = CODE.filter(({ path }) => path.startsWith('app/')).flatMap(({ path, text }) =>
    [...text.matchAll(/\bt\(\s*'([a-z_]+:)?([\w./-]+)'/gi)]
      .map(([, namespace = 'common:', key = '']) => namespace + key)
      .filter((key) => !known(key))
      .map((key) => `${path}: ${key}`),
  )
  expect(missing).toEqual([])
})
