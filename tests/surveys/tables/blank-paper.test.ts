// An empty paper asks every question once, offers every option, and gives each item of a group its line.
import { expect, test } from 'vitest'
import { itemsOf } from '#surveys/definition/codebook.ts'
import { type BlankWords, blankSections } from '#surveys/tables/blank-paper.ts'
import type { PaperTable } from '#surveys/tables/paper.ts'
import { wordsIn } from '#surveys/tables/workbook-choices.ts'
import { contentCodebook } from '../../support/content.ts'

const WORDS: BlankWords = {
  absences: { na: 'n/a', nap: 'none', pns: 'private' },
  ...{ required: 'Required', one: 'One', several: 'Several', rank: 'Rank', date: 'Date', documents: 'Documents' },
  ...{ comment: 'Comment', table: 'Table' },
  unit: (unit) => `in ${unit}`,
  longest: (count) => `at most ${count} letters`,
  most: (count) => `at most ${count}`,
  between: (min, max) => `${min}-${max}`,
  decided: (numbers) => `if ${numbers}`,
}
const codebook = contentCodebook('taf-regional-needs@1.1.0')
const { questionnaire } = codebook

test.each(['en', 'fr', 'ar'])('in %s it has every question, every option and every item', (language) => {
  const sections = blankSections(codebook, language, WORDS)
  const text = JSON.stringify(sections)
  for (const { question, options, item } of codebook.fields) {
    expect(text).toContain(JSON.stringify(wordsIn(question.label, language)).slice(1, -1))
    for (const { label } of options) expect(text).toContain(JSON.stringify(wordsIn(label, language)).slice(1, -1))
    if (item) expect(text).toContain(JSON.stringify(wordsIn(item.label, language)).slice(1, -1))
  }
})

test('a group is a table with a line for each item and a column for each question', () => {
  const blocks = blankSections(codebook, 'en', WORDS).flatMap((section) => section.blocks)
  const tables = blocks.filter((block): block is PaperTable => block.kind === 'table')
  const groups = questionnaire.sections.flatMap(({ items }) => items).filter((item) => 'group' in item)
  expect(tables.map(({ rows, head }) => [rows.length, head.length])).toEqual(
    groups.map((group) => [itemsOf(questionnaire, group.for_each).length, 1 + group.questions.length]),
  )
})

test('what has to be known stands with the question: on what it depends, how much is taken, why not', () => {
  const all = blankSections(codebook, 'en', WORDS).flatMap((section) => section.blocks)
  const lines = (start: string) => {
    const found = all.find((block) => block.kind === 'answer' && block.question.startsWith(start))
    return found?.kind === 'answer' ? found.lines.map(({ words }) => words) : []
  }
  expect(lines('References of the main texts')).toEqual(expect.arrayContaining(['if B1', 'at most 1500 letters']))
  expect(lines('Which authorities may exchange')).toEqual(expect.arrayContaining(['Several', '☐ Police', 'Required']))
  expect(lines('Usual number of days from')).toEqual(expect.arrayContaining(['in days', '0-3650']))
})
