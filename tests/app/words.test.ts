// The words: said in three languages, with the right plural, the right digits, and nothing missing without a sound.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
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
