// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bind, parseExpression, references } from '#surveys/definition/expression.ts'
import type { Expression, Ref } from '#surveys/definition/model.ts'
import { ExpressionError } from '#surveys/definition/tokens.ts'

/** Every pair of brackets written out, so that precedence can be read. */
function print(expression: Expression): string {
  switch (expression.op) {
    case 'text':
      return `'${expression.value}'`
    case 'number':
      return String(expression.value)
    case 'today':
      return 'today()'
    case 'ref':
      return printRef(expression)
    case 'answered':
      return `answered(${printRef(expression.ref)})`
    case 'selected':
      return `selected(${printRef(expression.ref)}, '${expression.option}')`
    case 'count_selected':
      return `count-selected(${printRef(expression.ref)})`
    case 'not':
      return `not(${print(expression.of)})`
    default:
      return `(${print(expression.left)} ${expression.op} ${print(expression.right)})`
  }
}

function printRef({ source, group, item, key }: Ref): string {
  return `\${${source ? `${source}:` : ''}${group ? `${group}[${item}].` : ''}${key}}`
}

test.each([
  ['1 + 2 * 3 - 4 div 5', '((1 + (2 * 3)) - (4 div 5))'],
  ['1 - 2 - 3', '((1 - 2) - 3)'],
  ['${a} = 1 or ${b} = 2 and ${c} = 3', '((${a} = 1) or ((${b} = 2) and (${c} = 3)))'],
  ['(${a} = 1 or ${b} = 2) and ${c} = 3', '(((${a} = 1) or (${b} = 2)) and (${c} = 3))'],
  ['answered(${a}) and answered(${b}) and answered(${c})', '((answered(${a}) and answered(${b})) and answered(${c}))'],
  ['${a} - ${b} >= 2', '((${a} - ${b}) >= 2)'],
  ['${a}-${b}>=-2', '((${a} - ${b}) >= (0 - 2))'],
  ["not(selected(${a},'x')) and answered(${b})", "(not(selected(${a}, 'x')) and answered(${b}))"],
  ['count-selected(${a}) < 3', '(count-selected(${a}) < 3)'],
  ['${when} < today()', '(${when} < today())'],
  ["${a} != 'or and not'", "(${a} != 'or and not')"],
  ['${slug-of-another:group[item].key} = 0.5', '(${slug-of-another:group[item].key} = 0.5)'],
  ['  ${a}\n  =\n  1 ', '(${a} = 1)'],
])('%s is read as %s', (source, read) => {
  expect(print(parseExpression(source))).toBe(read)
})

test.each([
  ['', 0],
  ['${a} =', 6],
  ['${a} = 1 and', 12],
  ['(${a} = 1', 9],
  ['not ${a}', 4],
  ['selected(${a})', 13],
  ['selected(${a}, 3)', 15],
  ["answered('a')", 9],
  ['today', 5],
  ['today(1)', 6],
  ['${A} = 1', 0],
  ['${} = 1', 0],
  ['${a b} = 1', 0],
  ['${a} ! 1', 5],
  ['${a} = 1;', 8],
  ['$a = 1', 0],
  ['${a} <> 1', 6],
])('%s is refused at character %d', (source, offset) => {
  try {
    parseExpression(source)
    expect.unreachable(source)
  } catch (error) {
    expect(error).toBeInstanceOf(ExpressionError)
    expect((error as ExpressionError).offset).toBe(offset)
    expect((error as ExpressionError).message).toMatch(/expected|written/)
  }
})

test('what is nested without end is refused, not followed', () => {
  expect(() => parseExpression(`${'('.repeat(5000)}1${')'.repeat(5000)}`)).toThrow('nested too deeply')
  expect(() => parseExpression(`${'-'.repeat(5000)}1`)).toThrow('nested too deeply')
})

test('a thousand conditions in a row are read', () => {
  const source = Array.from({ length: 1000 }, (_, index) => `\${a} = ${index}`).join(' or ')
  expect(references(parseExpression(source))).toHaveLength(1000)
})

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/)
const ref: fc.Arbitrary<Ref> = fc.oneof(
  fc.record({ key }),
  fc.record({ group: key, item: key, key }),
  fc.record({ source: fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/), key }),
)
const number = fc.oneof(
  fc.nat(1000),
  fc.nat(100).map((value) => value / 4),
)
const { expression } = fc.letrec<{ expression: Expression; term: Expression }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small' },
    fc.stringMatching(/^[a-z ]{0,5}$/).map((value): Expression => ({ op: 'text', value })),
    number.map((value): Expression => ({ op: 'number', value })),
    fc.constant<Expression>({ op: 'today' }),
    ref.map((value): Expression => ({ op: 'ref', ...value })),
    ref.map((value): Expression => ({ op: 'count_selected', ref: value })),
    fc
      .record({ op: fc.constantFrom('+', '-', '*', 'div'), left: tie('term'), right: tie('term') })
      .map((parts) => parts as Expression),
  ),
  expression: fc.oneof(
    { depthSize: 'small' },
    ref.map((value): Expression => ({ op: 'answered', ref: value })),
    fc.record({ ref, option: key }).map((parts): Expression => ({ op: 'selected', ...parts })),
    fc
      .record({ op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), left: tie('term'), right: tie('term') })
      .map((parts) => parts as Expression),
    tie('expression').map((of): Expression => ({ op: 'not', of })),
    fc
      .record({ op: fc.constantFrom('and', 'or'), left: tie('expression'), right: tie('expression') })
      .map((parts) => parts as Expression),
  ),
}))

test('what is printed is read back as it was', () => {
  fc.assert(
    fc.property(expression, (written) => {
      expect(parseExpression(print(written))).toEqual(written)
    }),
  )
})

test('whatever is typed is either read, or refused at a place inside', () => {
  const piece = fc.constantFrom(
    '${a}',
    '${b[item].c}',
    "'x'",
    '1',
    '(',
    ')',
    'and',
    'or',
    'not(',
    '=',
    '<',
    '-',
    ',',
    ' ',
    '$',
    "'",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = pieces.join('')
      try {
        parseExpression(source)
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError)
        expect((error as ExpressionError).offset).toBeGreaterThanOrEqual(0)
        expect((error as ExpressionError).offset).toBeLessThanOrEqual(source.length)
      }
    }),
  )
})

test('references come in the order in which they are written, and are bound one by one', () => {
  const read = parseExpression("${a} = ${b} or not(answered(${c}) and selected(${d}, 'x')) or count-selected(${e}) > 1")
  expect(references(read).map((found) => found.key)).toEqual(['a', 'b', 'c', 'd', 'e'])
  const bound = bind(read, (found) => `field_${found.key}`)
  expect(references(bound).map((found) => found.field)).toEqual(['field_a', 'field_b', 'field_c', 'field_d', 'field_e'])
  expect(references(read).every((found) => found.field === undefined)).toBe(true)
})
