import { expect, test } from 'vitest'
import { nameOf, readLibrary } from '#surveys/definition/library.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { missingTexts, refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { files, PATH, placeOf, SMALL, spoiled } from './small.ts'

const small = (text = SMALL): Questionnaire => {
  const questionnaire = readLibrary(files({ [PATH]: text })).questionnaires.get('small-one@1.0.0')
  if (!questionnaire) throw new Error('refused')
  return questionnaire
}

test('a draft may lack a translation, and is told so; publishing may not', () => {
  const { library, text } = spoiled(PATH, 'fr: Annexe', 'fr: ""')
  expect(library.problems).toMatchObject([
    { ...placeOf(text, '""'), isForPublishing: true, message: 'the text in `fr` is missing' },
  ])
  const draft = library.questionnaires.get('small-one@1.0.0')
  expect(draft && missingTexts(draft)).toEqual(['sections.second.items.annex.label.fr: the text in `fr` is missing'])
  expect(draft && refusalsOfPublishing(draft, [])).toMatchObject([{ code: 'text_missing' }])
})

test('the source language is never missing', () => {
  const { library } = spoiled(PATH, 'en: Annex, ', '')
  expect(library.problems.map(printProblem)).toEqual([
    expect.stringContaining('sections.second.items.annex.label: the text in `en` is missing, the source language'),
  ])
  expect([...library.questionnaires.keys()]).toEqual(['other-one@1.0.0'])
})

test('a language that the file does not name is refused', () => {
  const { library, text } = spoiled(PATH, 'fr: Annexe', 'fr: Annexe, es: Anexo')
  expect(library.problems).toMatchObject([
    {
      ...placeOf(text, 'es: Anexo'),
      isForPublishing: false,
      message: expect.stringContaining('languages of this file: en, fr'),
    },
  ])
})

test('a catalogue and the words for yes and no must have the languages of the questionnaire', () => {
  const { library } = spoiled(PATH, 'languages: [en, fr]', 'languages: [en, fr, es]')
  const messages = library.problems.filter((problem) => problem.key !== '').map(printProblem)
  expect(messages).toContainEqual(expect.stringContaining('catalogues.1: `area` lacks a text in `es`'))
  expect(messages).toContainEqual(expect.stringContaining('languages: `yes_partly_no` lacks a text in `es`'))
  expect(library.problems.every((problem) => problem.isForPublishing)).toBe(true)
})

test('a version that is published already is published again only as it was', () => {
  expect(refusalsOfPublishing(small(), [small()])).toEqual([])
  const changed = small(SMALL.replace('en: Annex,', 'en: Annexes,'))
  expect(refusalsOfPublishing(changed, [small()])).toEqual([
    {
      code: 'changed',
      differences: [{ place: 'sections.second.items.annex.label.en', was: '"Annex"', is: '"Annexes"' }],
    },
  ])
})

test('a version must be higher than the last one, by numbers and not by letters', () => {
  const version = (number: string) => ({ ...small(), version: number, changes: [] })
  const published = [version('1.9.0'), version('1.10.0'), version('1.2.0')]
  expect(refusalsOfPublishing(version('1.10.1'), published)).toEqual([])
  expect(refusalsOfPublishing(version('1.9.9'), published)).toEqual([{ code: 'not_higher', last: '1.10.0' }])
  expect(nameOf(version('1.9.9'))).toBe('small-one@1.9.9')
})
