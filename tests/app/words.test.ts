// The words: said in three languages, with the right plural, the right digits, and nothing missing without a sound.
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#app/languages.ts'
import { type Messages, translator } from '#app/translate.ts'
import { createWords } from '#app/words.ts'

function wordsOf(files: Record<string, object>) {
  const folder = mkdtempSync(join(tmpdir(), 'tour-de-table-words-'))
  for (const language of ['en', 'fr', 'ar']) {
    mkdirSync(join(folder, language))
    writeFileSync(join(folder, language, 'common.json'), JSON.stringify(files[language] ?? {}))
  }
  const missing: string[] = []
  const words = createWords((language, key) => missing.push(`${language} ${key}`), pathToFileURL(`${folder}/`))
  return { words, missing }
}

const REPLIES = {
  en: { replies_one: '{{count}} reply', replies_other: '{{count}} replies' },
  fr: { replies_one: '{{count}} réponse', replies_many: '{{count}} de réponses', replies_other: '{{count}} réponses' },
  ar: {
    replies_zero: 'لا رد',
    replies_one: 'رد واحد',
    replies_two: 'ردّان',
    replies_few: '{{count}} ردود',
    replies_many: '{{count}} رداً',
    replies_other: '{{count}} رد',
  },
}

test('each language counts in its own forms', () => {
  const { words, missing } = wordsOf(REPLIES)
  const say = (language: 'en' | 'fr' | 'ar') =>
    [0, 1, 2, 3, 11, 100].map((count) => words.t(language)('replies', { count }))
  expect(say('en')).toEqual(['0 replies', '1 reply', '2 replies', '3 replies', '11 replies', '100 replies'])
  expect(say('fr').slice(0, 3)).toEqual(['0 réponse', '1 réponse', '2 réponses'])
  expect(say('ar')).toEqual(['لا رد', 'رد واحد', 'ردّان', '3 ردود', '11 رداً', '100 رد'])
  expect(missing).toEqual([])
})

test('numbers are written as the language writes them, texts as they are', () => {
  const { words } = wordsOf({ en: { n: '{{n}}' }, fr: { n: '{{n}}' }, ar: { n: '{{n}}' } })
  expect(words.t('en')('n', { n: 12345.5 })).toBe('12,345.5')
  expect(words.t('fr')('n', { n: 12345.5 })).toBe('12\u202f345,5')
  expect(words.t('ar')('n', { n: 12 })).toBe('12')
  expect(words.t('ar', 'arab')('n', { n: 12 })).toBe('١٢')
  expect(words.t('ar', 'arab')('n', { n: '2027' })).toBe('2027')
})

test('what somebody typed is neither escaped nor taken for a sentence of ours', () => {
  const { words } = wordsOf({ en: { hello: 'Hello {{name}}', secret: 'no' } })
  expect(words.t('en')('hello', { name: '<b>$t(secret) {{secret}}</b>' })).toBe('Hello <b>$t(secret) {{secret}}</b>')
})

test('a key that only English has is said in English; one that nobody has is heard of, unless there is a default', () => {
  const { words, missing } = wordsOf({ en: { only: 'Only here' } })
  expect(words.t('fr')('only')).toBe('Only here')
  expect(words.t('fr')('no.where')).toBe('no.where')
  expect(words.t('fr')('nowhere', { defaultValue: 'Dubai' })).toBe('Dubai')
  expect(missing).toEqual(['fr common:no.where'])
})

test('the words that travel to a browser are those of one language', () => {
  const { words } = wordsOf({ en: { a: 'one' }, fr: { a: 'un' } })
  expect(words.messages('fr', ['common', 'none'])).toEqual({ common: { a: 'un' }, none: {} })
})

test('every sentence with blanks is filled in as i18next itself would, in every form', () => {
  for (const language of LANGUAGES) {
    const words = createWords(() => {})
    const namespaces = readdirSync(`locales/${language}`).map((file) => file.replace('.json', ''))
    const resources = words.messages(language, namespaces)
    const own = words.t(language)
    const theirs = i18next.createInstance()
    // Set up as ours is, and then asked itself.
    translator(theirs, { language, digits: 'latn', resources: { [language]: resources }, onMissing() {} })
    for (const [key, sentence] of sentencesOf(resources)) {
      const blanks = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => [name, `${name} {{x}} $1`])
      if (blanks.length === 0) continue
      for (const count of [0, 1, 2, 3, 11, 100, 1234.5]) {
        const values = { ...Object.fromEntries(blanks), count }
        const asked = key.replace(/_(?:zero|one|two|few|many|other)$/, '')
        expect(own(asked, values), `${language} ${asked} ${count}`).toBe(theirs.t(asked, values))
      }
    }
  }
})

/** Every sentence of some files, by the key that it is asked for with. */
function sentencesOf(messages: Messages): [string, string][] {
  const below = (prefix: string, value: unknown): [string, string][] =>
    typeof value === 'string'
      ? [[prefix, value]]
      : Object.entries(value as object).flatMap(([name, inner]) => below(`${prefix}.${name}`, inner))
  return Object.entries(messages).flatMap(([namespace, keys]) =>
    Object.entries(keys).flatMap(([name, value]) => below(`${namespace}:${name}`, value)),
  )
}
