import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Path, printProblem, problemOf, readYaml } from '#surveys/definition/reading.ts'

const at = (text: string, path: Path, offset?: number) => {
  const { reading } = readYaml({ path: 'a.yaml', text })
  if (!reading) throw new Error('no reading')
  const { line, column } = problemOf(reading, { path, message: '', ...(offset !== undefined && { offset }) })
  return [line, column]
}

test('a file that is no YAML is refused where it breaks', () => {
  const { reading, problems } = readYaml({ path: 'a.yaml', text: 'title: "open\nnext: 1\n' })
  expect(reading).toBeUndefined()
  expect(problems[0]).toMatchObject({ path: 'a.yaml', line: 3, column: 1 })
  expect(printProblem(readYaml({ path: 'a.yaml', text: 'a: {b: 1' }).problems[0] as never)).toMatch(
    /^a\.yaml:1:9 Flow map/,
  )
})

test('yes, no and dates are texts, as in YAML 1.2', () => {
  const { reading } = readYaml({ path: 'a.yaml', text: 'a: yes\nb: NO\nc: 2018-01-24\nd: 1.0.0\n' })
  expect(reading?.value).toEqual({ a: 'yes', b: 'NO', c: '2018-01-24', d: '1.0.0' })
})

test('a place is found in maps and lists, in flow and in block, with comments between', () => {
  const text = '# first\na:\n  # second\n  - {x: 1, y: 2}\n  - x: 3\n    y: 4\n'
  expect(at(text, ['a', 0, 'y'])).toEqual([4, 15])
  expect(at(text, ['a', 1, 'y'])).toEqual([6, 8])
  expect(at(text, ['a', 1])).toEqual([5, 5])
})

test('what is missing is placed where it should be', () => {
  expect(at('a:\n  b: 1\n', ['a', 'c'])).toEqual([2, 3])
  expect(at('a:\n', ['a', 'c', 'd'])).toEqual([1, 3])
  expect(at('', ['a'])).toEqual([1, 1])
})

test('a character of a text is found behind quotes, escapes and folds', () => {
  expect(at('a: one two', ['a'], 4)).toEqual([1, 8])
  expect(at('a: "one two"', ['a'], 4)).toEqual([1, 9])
  expect(at("a: 'it''s two'", ['a'], 5)).toEqual([1, 11])
  expect(at('a: "say \\"x\\" two"', ['a'], 8)).toEqual([1, 15])
  expect(at('a: >-\n  one two\n  three four\n', ['a'], 8)).toEqual([3, 3])
  expect(at('a: >-\n  one two\n  three four\n', ['a'], 14)).toEqual([3, 9])
  expect(at('a: |\n  one\n  two\n', ['a'], 4)).toEqual([3, 3])
})

test('an alias is followed', () => {
  expect(at('a: &here {x: 1}\nb: *here\n', ['b'])).toEqual([2, 4])
})

test('however a text is folded, each word is found where it stands', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = `a:\n  b: >-\n${rows.map((row) => `      ${row.join(' ')}\n`).join('')}`
      let offset = 0
      for (const [line, row] of rows.entries()) {
        let column = 7
        for (const entry of row) {
          expect(at(text, ['a', 'b'], offset)).toEqual([line + 3, column])
          offset += entry.length + 1
          column += entry.length + 1
        }
      }
    }),
  )
})
