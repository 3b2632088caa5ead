// Every page in every language, as it is served: valid HTML, in the language it says, each address once under one title.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemonstration } from '../support/demonstration.ts'
import { ON_THE_WAY, PAGES } from '../support/pages.ts'
import { signIn, stranger, type Visitor } from '../support/people.ts'
import { filled, type Places, placesOf } from '../support/places.ts'
import type { TestServer } from '../support/server.ts'
import { invalidIn } from '../support/valid.ts'
import { builtRoutes } from './matrix/built-routes.ts'

let server: TestServer
let places: Places
const visitors = new Map<string, Promise<Visitor>>()

beforeAll(async () => {
  server = await startDemonstration()
  places = await placesOf(server)
})
afterAll(() => server?.stop())

function visitorOf(person: string, language: 'en' | 'fr' | 'ar'): Promise<Visitor> {
  const key = `${person} ${language}`
  const visitor =
    visitors.get(key) ??
    (person === 'anonymous' ? Promise.resolve(stranger(server, language)) : signIn(server, person, language))
  visitors.set(key, visitor)
  return visitor
}

test('every route that shows a page has its place in the walk of pages', async () => {
  const pages = (await builtRoutes()).filter(({ isPage }) => isPage).map(({ path }) => path)
  const walked = new Set([...PAGES.map(({ route }) => route), ...ON_THE_WAY])
  expect(pages.filter((path) => !walked.has(path))).toEqual([])
  expect([...walked].filter((path) => !pages.includes(path))).toEqual([])
})

for (const language of ['en', 'fr', 'ar'] as const) {
  test.each(PAGES.filter(({ refuse }) => !refuse))(`$title in ${language}`, async ({ person, path, status }) => {
    const visitor = await visitorOf(person, language)
    const answer = await visitor.get(filled(path, places))
    const html = await answer.text()
    expect(answer.status).toBe(status)
    expect(await invalidIn(html)).toEqual([])
    expect(/<html[^>]*>/.exec(html)?.[0]).toBe(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(/<title>(.+)<\/title>/.exec(html)?.[1]).toMatch(/^.{3,} – Tour de Table$/)
  })
}
