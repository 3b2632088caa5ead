// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Value } from '#surveys/answering/model.ts'
import { evaluate, isAnswered, parseExpression } from '#surveys/definition/expression.ts'
import type { Field, Option, Question } from '#surveys/definition/model.ts'

const option = (key: string, value?: number): Option => ({
  key,
  label: { en: key },
  ...(value !== undefined && { value }),
})
const LEVELS = [option('low', 1), option('mid', 2), option('high', 3), option('unfit')]
const KINDS: Record<string, Question['type']> = {
  level: 'scale',
  other: 'scale',
  when: 'date',
  until: 'date',
  many: 'multi',
}

type Given = Value | Partial<Cell> | null

function judge(source: string, given: Record<string, Given>): boolean {
  return evaluate(parseExpression(source), {
    today: '2018-01-24',
    cellOf: ({ key }) => {
      const answer = given[key]
      if (answer === undefined) return undefined
      return { field: fieldOf(key), cell: cellOf(key, answer) }
    },
  })
}

function fieldOf(key: string): Field {
  const type = KINDS[key] ?? 'text'
  const options = type === 'scale' || type === 'multi' ? LEVELS : []
  return { name: key, section: 's', number: 'A1', required: false, options, question: { key, type } as Question }
}

function cellOf(field: string, answer: Given): Cell {
  const cell: Cell = { field, value: null, absence: null, comment: null, typed: null, language: null }
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return { ...cell, ...answer }
  return { ...cell, value: answer as Value | null }
}

describe('options', () => {
  test.each([
    ["${level} = 'mid'", true],
    ["${level} != 'mid'", false],
    ["${level} = 'high'", false],
    ['${level} = 2', true],
    ['${level} >= 2', true],
    ['${level} > 2', false],
    ['${level} < ${other}', true],
    ['${level} = ${other}', false],
    ['${other} - ${level} = 1', true],
    ['${level} * 2 div 4 = 1', true],
  ])('%s is %s', (source, expected) => {
    expect(judge(source, { level: 'mid', other: 'high' })).toBe(expected)
  })

  test('an option without a value is neither more nor less, nor any number', () => {
    const unfit = (source: string) => judge(source, { level: 'unfit', other: 'low' })
    expect(unfit("${level} = 'unfit'")).toBe(true)
    for (const source of [
      '${level} < ${other}',
      '${level} >= ${other}',
      '${level} = 0',
      '${level} != 0',
      '${level} + 1 > 0',
    ]) {
      expect(unfit(source), source).toBe(false)
    }
  })
})

test('dates compare as ISO dates, with each other, with today and with a date that is written out', () => {
  const given = { when: '2018-01-09', until: '2018-01-24' }
  expect(judge('${when} < ${until}', given)).toBe(true)
  expect(judge('${until} < today()', given)).toBe(false)
  expect(judge('${until} = today()', given)).toBe(true)
  expect(judge("${when} >= '2018-01-09' and ${when} < '2018-01-10'", given)).toBe(true)
})

test('numbers are calculated with, and nothing is divided by zero', () => {
  expect(judge('${a} + ${b} * 2 = 7', { a: 1, b: 3 })).toBe(true)
  expect(judge('${a} div ${b} = 0.5', { a: 2, b: 4 })).toBe(true)
  expect(judge('${a} div ${b} > 0', { a: 2, b: 0 })).toBe(false)
  expect(judge('${a} = 0', { a: 0 })).toBe(true)
})

test('of several options each can be asked for, and they can be counted', () => {
  const given = { many: ['low', 'high'] }
  expect(judge("selected(${many}, 'low')", given)).toBe(true)
  expect(judge("selected(${many}, 'mid')", given)).toBe(false)
  expect(judge('count-selected(${many}) = 2', given)).toBe(true)
})

describe('what is not answered', () => {
  const silent: [string, Given][] = [
    ['never asked', null],
    ['absent', { absence: 'na' }],
    ['an entry that cannot be read', { typed: '12 or so' }],
    ['an absence, whatever stands beside it', { absence: 'na', value: 1 }],
    ['an unreadable entry, whatever stands beside it', { typed: 'x', value: 1 }],
    ['a comment alone', { comment: 'later' }],
    ['nothing chosen', []],
    ['an empty text', ''],
  ]
  const comparisons = ['=', '!=', '<', '<=', '>', '>=']

  test.each(silent)('%s makes every comparison false', (_, answer) => {
    for (const op of comparisons) {
      for (const source of [
        `\${a} ${op} 1`,
        `1 ${op} \${a}`,
        `\${a} ${op} \${a}`,
        `\${a} + 1 ${op} 1`,
        `count-selected(\${a}) ${op} 0`,
      ]) {
        expect(judge(source, { a: answer }), source).toBe(false)
      }
    }
    expect(judge('answered(${a})', { a: answer })).toBe(false)
    expect(judge("selected(${a}, 'x')", { a: answer })).toBe(false)
    expect(judge('not(answered(${a}))', { a: answer })).toBe(true)
  })

  test('what does not apply, or is nowhere, does the same', () => {
    for (const op of comparisons) expect(judge(`\${gone} ${op} 1`, {}), op).toBe(false)
    expect(judge('answered(${gone})', {})).toBe(false)
    expect(judge("${gone} = 1 or ${here} = 'x'", { here: 'x' })).toBe(true)
  })

  test('zero is an answer', () => {
    expect(isAnswered(cellOf('a', 0))).toBe(true)
  })
})

test('exactly one of less, equal and more holds between answers that have a value', () => {
  const level = fc.constantFrom('low', 'mid', 'high')
  fc.assert(
    fc.property(level, level, (a, b) => {
      const given = { level: a, other: b }
      const held = ['<', '=', '>'].filter((op) => judge(`\${level} ${op} \${other}`, given))
      expect(held).toHaveLength(1)
      expect(judge('${level} <= ${other}', given)).toBe(!judge('${level} > ${other}', given))
      expect(judge('${level} != ${other}', given)).toBe(!judge('${level} = ${other}', given))
    }),
  )
})

test('and, or and not follow the laws of logic', () => {
  const fact = fc.constantFrom("${level} = 'mid'", '${level} > 2', 'answered(${a})', 'answered(${gone})')
  fc.assert(
    fc.property(fact, fact, (p, q) => {
      const holds = (source: string) => judge(source, { level: 'mid', a: 'x' })
      expect(holds(`not(${p} and ${q})`)).toBe(holds(`not(${p}) or not(${q})`))
      expect(holds(`not(not(${p}))`)).toBe(holds(p))
      expect(holds(`${p} or ${q}`)).toBe(holds(p) || holds(q))
    }),
  )
})
