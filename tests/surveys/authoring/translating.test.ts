// Translations: one changed source outdates exactly its own; files go to translators and come back as they were.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { applyEdit } from '#surveys/authoring/edits.ts'
import { hintsFor } from '#surveys/authoring/glossary.ts'
import { textsOfDraft, withWords } from '#surveys/authoring/texts.ts'
import { progressOf, translationOf } from '#surveys/authoring/translating.ts'
import { readXliff, type Unit, writeXliff } from '#surveys/authoring/xliff.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { contentCodebook } from '../../support/content.ts'
import { diceOf } from '../../support/dice.ts'

const NEEDS = contentCodebook('taf-regional-needs@1.1.0').questionnaire
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const PLACE = 'question:needs.priority/label'

const said = (draft: Questionnaire, place: string, language: string, words: string) => {
  const written = withWords(draft, place, language, words)
  const edited = written && applyEdit(draft, { act: 'write', ...written })
  return edited && 'draft' in edited ? edited.draft : expect.fail(place)
}
const french = (draft: Questionnaire, beginning = NEEDS) =>
  translationOf({ draft, beginning, isFromPublished: true, language: 'fr', bases: new Map(), sha256 })

test('every text of a questionnaire has one place, and what was published is checked', () => {
  const places = textsOfDraft(NEEDS).map(({ place }) => place)
  expect(new Set(places).size).toBe(places.length)
  expect(progressOf(french(NEEDS))).toEqual({ missing: 0, outdated: 0, to_check: 0, checked: places.length })
})

test('another source outdates exactly its translations, wherever its question is moved', () => {
  const changed = said(NEEDS, PLACE, 'en', 'How urgent is it?')
  const moved = applyEdit(changed, { act: 'move_to', address: 'group:needs', section: NEEDS.sections[0]?.key ?? '' })
  const outdated = french('draft' in moved ? moved.draft : NEEDS).filter(({ state }) => state !== 'checked')
  expect(outdated).toMatchObject([{ place: PLACE, state: 'outdated' }])
  const back = said(
    changed,
    PLACE,
    'en',
    NEEDS.sections.length > 0 ? (textsOfDraft(NEEDS).find(({ place }) => place === PLACE)?.text.en ?? '') : '',
  )
  expect(progressOf(french(back)).outdated).toBe(0)
  expect(french(said(NEEDS, PLACE, 'fr', '')).find(({ place }) => place === PLACE)?.state).toBe('missing')
})

test('words of every kind survive XLIFF, also those that XML cannot say', () => {
  const { pick } = diceOf(7)
  const alphabet = ['<', '>', '&', '"', "'", '\n', '\t', '\u0001', 'é', 'ش', '‏', '😀', ']]>', '&amp;', '<b>', ' ']
  const words = () => `x${Array.from({ length: 12 }, () => pick(alphabet)).join('')}x`
  const units = Array.from(
    { length: 60 },
    (_, index): Unit => ({
      name: `question:q${index}/label`,
      source: words(),
      target: words(),
      state: 'translated',
      note: words(),
    }),
  )
  const read = readXliff(writeXliff({ id: 'small@1.0.0', from: 'en', to: 'ar', units }))
  expect(read).toEqual({ from: 'en', to: 'ar', units: units.map(({ note: _, ...unit }) => unit) })
})

test('what is no XLIFF 2 is refused, and what programs add is passed over', () => {
  const file = writeXliff({
    id: 'a',
    from: 'en',
    to: 'fr',
    units: [{ name: 'head/title', source: 'A', target: 'B', state: 'reviewed', note: '' }],
  })
  expect(readXliff(file.replace('version="2.0"', 'version="1.2"'))).toBeUndefined()
  expect(readXliff(file.replace('</file>', ''))).toBeUndefined()
  expect(readXliff(`<!DOCTYPE x [<!ENTITY a "b">]>${file}`)).toBeUndefined()
  expect(readXliff('')).toBeUndefined()
  const inline = file.replace(
    '<target>B</target>',
    '<target>B <mrk id="m1">and <![CDATA[<C>]]></mrk><ph id="p"/></target>',
  )
  expect(readXliff(inline)?.units).toMatchObject([{ name: 'head/title', target: 'B and <C>', state: 'reviewed' }])
})

test('the glossary knows a term by both of its names, and in the plural', () => {
  const hints = hintsFor('Are MLA requests and letters rogatory sent to contact points?', 'en', 'ar')
  expect(hints.map(({ term }) => term)).toEqual(['mutual legal assistance (MLA)', 'letters rogatory', 'contact point'])
  expect(hintsFor('Nothing of that', 'en', 'fr')).toEqual([])
})
