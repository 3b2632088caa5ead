// Better words for a published version: every text is found, each is put right alone, and the structure keeps its hash.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partOf, textsOf, withTexts } from '#surveys/definition/revising.ts'
import { seal } from '#surveys/definition/sealing.ts'
import { contentLibrary } from '../../support/content.ts'

const TAF = contentLibrary().questionnaires.get('taf-regional-needs@1.1.0') ?? expect.fail()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const texts = textsOf(TAF)

test('every text has a place of its own, in a part of its own', () => {
  expect(new Set(texts.map(({ place }) => place)).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThan(200)
  expect(new Set(texts.map(({ place }) => partOf(place)))).toContain('sections/delegation')
  expect(partOf('lists/priority/low/label')).toBe('lists/priority')
})

test('one text in one language changes the hash of that language, and no other; what is not a text cannot be touched', () => {
  const before = seal(TAF, sha256)
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...TAF.languages), ({ place }, language) => {
      const words = new Map([
        [place, { [language]: 'Better words' }],
        ['sections/none/title', { [language]: 'x' }],
      ])
      const revised = withTexts(TAF, words)
      const after = seal(revised, sha256)
      expect(after.structureHash).toBe(before.structureHash)
      for (const other of TAF.languages) {
        expect(after.textHashes[other] === before.textHashes[other]).toBe(other !== language)
      }
      const changed = textsOf(revised).filter(
        ({ text }, index) => text !== undefined && text[language] !== texts[index]?.text[language],
      )
      expect(changed.map((one) => one.place)).toEqual([place])
    }),
    { numRuns: 20 },
  )
})
