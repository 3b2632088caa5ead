// How answers are shown: described in words, compared after a conflict, with their attachments.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attach, attachLink, detach } from '#surveys/answering/attachments.ts'
import { sameCell, sameValue } from '#surveys/answering/cells.ts'
import { differences } from '#surveys/answering/differences.ts'
import { judgeValue } from '#surveys/answering/judging.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { describeCell } from '#surveys/answering/summary.ts'
import { mergeTexts } from '#surveys/answering/together.ts'
import type { FileQuestion } from '#surveys/definition/model.ts'
import { cellsOf, fieldOf, TODAY } from './small.ts'

function described(name: string, said: Cell['value'] | Partial<Cell>, language = 'fr') {
  return describeCell(fieldOf(name), cellsOf({ [name]: said }).get(name), language)
}

test('each type of answer is described in the words of the questionnaire', () => {
  const statute = { key: 'statute', value: null, words: 'statute (fr)', language: 'fr', isMissing: false }
  expect(described('basis', 'statute')).toEqual({ kind: 'choice', option: statute })
  expect(described('unit', { value: 'الوحدة', language: 'ar' })).toEqual({
    kind: 'text',
    text: 'الوحدة',
    language: 'ar',
  })
  expect(described('days', 30)).toMatchObject({ kind: 'number', value: 30, unit: { words: 'days (fr)' } })
  expect(described('rate', 0.5)).toEqual({ kind: 'number', value: 0.5, unit: null })
  expect(described('informed', '2026-11-24')).toEqual({ kind: 'date', date: '2026-11-24' })
  expect(described('reach', ['airports', 'customs'])).toMatchObject({
    kind: 'choices',
    options: [{ key: 'airports' }, { key: 'customs' }],
  })
  expect(described('topics', ['evidence', 'drafting'])).toMatchObject({
    kind: 'ranking',
    options: [{ key: 'evidence' }, { key: 'drafting' }],
  })
  expect(described('needs.evidence.priority', 'p3')).toMatchObject({ kind: 'choice', option: { value: 3 } })
  expect(described('papers', [{ kind: 'link', url: 'https://a.example' }])).toMatchObject({
    kind: 'files',
    attachments: [{ kind: 'link' }],
  })
  expect(described('sure', 'yes')).toEqual({ kind: 'confirmed' })
  expect(described('contact', 'no')).toMatchObject({ kind: 'choice', option: { words: 'Non' } })
})

test('absences, unreadable entries and blanks are described as such', () => {
  expect(described('basis', { absence: 'nap' })).toEqual({ kind: 'absence', absence: 'nap' })
  expect(described('informed', { typed: '31\n2\n2026' })).toEqual({ kind: 'typed', entries: ['31', '2', '2026'] })
  expect(described('story', { typed: 'two\nlines' })).toEqual({ kind: 'typed', entries: ['two\nlines'] })
  expect(described('basis', { comment: 'a comment alone' })).toEqual({ kind: 'blank' })
  expect(describeCell(fieldOf('basis'), undefined, 'fr')).toEqual({ kind: 'blank' })
})

test('a language without words falls back to the source, marked; an option that is gone shows its key', () => {
  expect(described('basis', 'statute', 'es')).toMatchObject({
    option: { words: 'statute', language: 'en', isMissing: true },
  })
  expect(described('basis', 'custom')).toMatchObject({ option: { words: 'custom', isMissing: true } })
})

const marked = (first: string, second: string) => {
  const found = differences(first, second)
  const show = (runs: { text: string; isDifferent: boolean }[]) =>
    runs.map((run) => (run.isDifferent ? `[${run.text}]` : run.text)).join('')
  return [show(found.first), show(found.second)]
}

test('differences are marked word by word', () => {
  expect(marked('Calls are answered fast', 'Calls are answered slowly')).toEqual([
    'Calls are answered [fast]',
    'Calls are answered [slowly]',
  ])
  expect(marked('one two three', 'one three')).toEqual(['one [two ]three', 'one three'])
  expect(marked('a b c d', 'a x y d')).toEqual(['a [b c] d', 'a [x y] d'])
  expect(marked('same', 'same')).toEqual(['same', 'same'])
  expect(marked('', 'new')).toEqual(['', '[new]'])
})

test('the runs of a text, put together, are the text', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', 'قانون'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const found = differences(first, second)
      const whole = (runs: { text: string }[]) => runs.map((run) => run.text).join('')
      expect([whole(found.first), whole(found.second)]).toEqual([first, second])
      const same = (runs: { text: string; isDifferent: boolean }[]) =>
        runs
          .filter((run) => !run.isDifferent)
          .map((run) => run.text)
          .join('')
          .replace(/\s/g, '')
      expect(same(found.first)).toBe(same(found.second))
    }),
  )
})

test('two long texts without a common word are told apart at once', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
  const found = differences(long('a'), long('b'))
  expect(found.first).toHaveLength(1)
})

test('both texts together hold both, and neither twice', () => {
  expect(mergeTexts('one', 'two')).toBe('one\n\ntwo')
  expect(mergeTexts('one and two', 'two')).toBe('one and two')
  expect(mergeTexts('two', 'one and two')).toBe('one and two')
})

const PAPERS = fieldOf('papers').question as FileQuestion
const file = (name: string, bytes = 10) => ({ kind: 'file', id: name, name, bytes, sha256: 'ab' }) as const

test('documents are accepted by ending, size and number', () => {
  expect(attach(PAPERS, [], file('law.PDF'))).toEqual({ list: [file('law.PDF')] })
  expect(attach(PAPERS, [], file('scan.jpeg'))).toEqual({ list: [file('scan.jpeg')] })
  expect(attach(PAPERS, [], file('law.exe'))).toMatchObject({ wrong: { code: 'file_type' } })
  expect(attach(PAPERS, [], file('pdf'))).toMatchObject({ wrong: { code: 'file_type' } })
  expect(attach(PAPERS, [], file('law.pdf', 1_048_577))).toEqual({
    wrong: { code: 'file_too_large', values: { max: 1 } },
  })
  const two = [file('a.pdf'), file('b.pdf')]
  expect(attach(PAPERS, two, file('c.pdf'))).toEqual({
    wrong: { code: 'too_many_files', values: { max: 2, count: 3 } },
  })
  expect(attach(PAPERS, two, file('a.pdf'))).toEqual({ list: two })
})

test('links are added once and taken out by their address', () => {
  const link = { kind: 'link', url: 'https://a.example' } as const
  expect(attachLink(PAPERS, [link], ' https://a.example ')).toEqual({ list: [link] })
  expect(attachLink(PAPERS, [], '')).toEqual({ list: [] })
  expect(detach([link, file('a.pdf')], 'https://a.example')).toEqual([file('a.pdf')])
})

test('a value of another shape than its question asks for is never accepted', () => {
  for (const [name, value] of [
    ['unit', 3],
    ['days', '3'],
    ['days', Number.NaN],
    ['informed', 20261124],
    ['basis', ['statute']],
    ['reach', 'airports'],
    ['reach', [{ kind: 'link', url: 'https://a.example' }]],
    ['topics', ['drafting', 'drafting']],
    ['papers', ['f1']],
    ['sure', 'no'],
  ] as [string, NonNullable<Cell['value']>][]) {
    expect(judgeValue(fieldOf(name), value, TODAY), name).toBeDefined()
  }
})

test('two cells are the same when they say the same', () => {
  const cell = cellsOf({ unit: 'NCB' }).get('unit') as Cell
  expect(sameCell(cell, { ...cell, language: 'fr' })).toBe(true)
  expect(sameCell(cell, { ...cell, comment: 'x' })).toBe(false)
  expect(sameCell(undefined, { ...cell, value: null })).toBe(true)
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(sameValue([file('a.pdf')], [file('a.pdf')])).toBe(true)
  expect(sameValue([file('a.pdf')], [{ kind: 'link', url: 'a.pdf' }])).toBe(false)
  expect(sameValue(['a'], 'a')).toBe(false)
})
