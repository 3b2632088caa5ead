// Which language answers: the one chosen, else the account's, else the browser's, else English.
import { expect, test } from 'vitest'
import { directionOf, isLanguage, languageCookie, languageOf } from '#app/languages.ts'

const from = (headers: Record<string, string>, language: string | null = null) =>
  languageOf(new Headers(headers), { language })

test('the language chosen on the page comes before the account, the account before the browser', () => {
  const browser = { 'accept-language': 'fr-BE,fr;q=0.9' }
  expect(from({ ...browser, cookie: 'a=b; language=ar; c=d' }, 'en')).toBe('ar')
  expect(from(browser, 'en')).toBe('en')
  expect(from(browser)).toBe('fr')
  expect(from({})).toBe('en')
})

test('the browser’s first wish that we speak is taken, by weight', () => {
  expect(from({ 'accept-language': 'de, ar-EG;q=0.7, fr;q=0.8' })).toBe('fr')
  expect(from({ 'accept-language': 'ar-DZ' })).toBe('ar')
  expect(from({ 'accept-language': 'fr;q=0, en-GB' })).toBe('en')
})

test('rubbish in a cookie or a header is English, not an error', () => {
  expect(from({ cookie: 'language=xx', 'accept-language': ';;q=,*' })).toBe('en')
  expect(from({ cookie: 'sublanguage=ar' })).toBe('en')
  expect(isLanguage('__proto__')).toBe(false)
})

test('Arabic runs from right to left', () => {
  expect([directionOf('ar'), directionOf('fr')]).toEqual(['rtl', 'ltr'])
})

test('the choice is kept for a year, out of reach of scripts, and over https only where there is https', () => {
  expect(languageCookie('ar', { isSecure: true })).toBe(
    'language=ar; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure',
  )
  expect(languageCookie('fr', { isSecure: false })).not.toContain('Secure')
})
