// What every file must be: short, introduced in its first line, finished, and silent about the machine it was written on.
import { expect, test } from 'vitest'
import { CODE, pathsIn, read } from './sources.ts'

const product = CODE.filter(({ path }) => !path.startsWith('tests/'))
const styles = pathsIn(['app/styles'], /\.css$/).map(read)
const texts = pathsIn(['.'], /\.(?:tsx?|css|json|md|yaml|html|svg)$|run$|Dockerfile$/).filter(
  (path) => path !== 'package-lock.json',
)

/** `path:line` of each line that matches. */
function linesWith(sources: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
}

test('every file says in its first line what it is for', () => {
  // A test says it by its place and by its name.
  const files = [...CODE.filter(({ path }) => !/\.test\.tsx?$/.test(path)), ...styles]
  const silent = files.filter(({ text }) => !/^(?:\/\/|\/\*) \S.{15,}/.test(text))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('no file has more than 300 lines, and nine in ten have fewer than 200', () => {
  const lengths = product.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  const long = lengths.filter(({ lines }) => lines >= 200)
  expect(long.length, long.map(({ path }) => path).join(' ')).toBeLessThanOrEqual(lengths.length / 10)
})

test('nothing is left for later, and no check is switched off', () => {
  const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK']
  const left = new RegExp(`\\b(?:${marks.join('|')})\\b|@ts-(?:ignore|nocheck)|\\bas any\\b|\\.(?:only|skip|todo)\\(`)
  expect(linesWith(CODE, left)).toEqual([])
})

test('HTML is never put in as a string', () => {
  expect(
    linesWith(product, /dangerouslySetInnerHTML|\binnerHTML\b|outerHTML|insertAdjacentHTML|document\.write/),
  ).toEqual([])
})

test('SQL is never put together from what somebody sent', () => {
  const raw = linesWith(product, /\bsql\.(?:raw|lit|ref|id|table)\(|\.dynamic\b/)
  expect(raw.filter((line) => !line.startsWith('db/ddl.ts'))).toEqual([])
})

test('no clock and no chance in surveys: the same answers give the same findings', () => {
  const surveys = product.filter(({ path }) => path.startsWith('surveys/'))
  expect(linesWith(surveys, /new Date\(\)|Date\.now\(|Math\.random\(|performance\.now\(|randomUUID/)).toEqual([])
})

test('routes ask the house for the time, so that tests can set it', () => {
  const routes = product.filter(({ path }) => /^(?:app\/routes|app\/access|db)\//.test(path))
  const wrong = linesWith(routes, /new Date\(\)|Date\.now\(/)
  // A migration notes when it ran; nothing is decided by it.
  expect(wrong.filter((line) => !line.startsWith('db/migrate.ts'))).toEqual([])
})

test('no file knows the machine it was written on, or where packages were fetched', () => {
  const places = [
    `/${'work'}/`,
    `/${'root'}/`,
    `/${'home'}/`,
    `/tmp/${'bash'}`,
    `registry.${'npmjs'}`,
    'verdac' + 'cio',
    'artifact' + 'ory',
  ]
  const pattern = new RegExp(places.map((place) => place.replaceAll('/', '\\/').replaceAll('.', '\\.')).join('|'))
  expect(linesWith(texts.map(read), pattern)).toEqual([])
})

test('no request leaves the house: no page, style or script names another address', () => {
  const sources = [...product.filter(({ path }) => path.startsWith('app/')), ...styles]
  const named = linesWith(sources, /(?:src|href|action|url|import|fetch)\s*[=(]\s*[{'"`(]*(?:https?:)?\/\/(?!\$)/)
  expect(named).toEqual([])
})
