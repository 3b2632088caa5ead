// Styles mirror by themselves: only logical properties, and style attributes carry nothing but data.
import { expect, test } from 'vitest'
import { CODE, pathsIn, read } from './sources.ts'

const styles = pathsIn(['app/styles'], /\.css$/).map(read)

/** Comments and the names of custom properties say nothing about direction. */
const rulesOf = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/--[\w-]+/g, '')

const PHYSICAL = [
  /(?:^|[\s;{(])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/,
  /(?:^|[\s;{])(?:left|right|top|bottom)\s*:/,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:^|[\s;{(])(?:min-|max-)?(?:width|height)\s*:/,
]

test('no physical direction in any style sheet', () => {
  const wrong = styles.flatMap(({ path, text }) =>
    rulesOf(text)
      .split('\n')
      .filter((line) => PHYSICAL.some((pattern) => pattern.test(line)))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(wrong).toEqual([])
})

test('no data URI and no address of anybody else in any style sheet', () => {
  const wrong = styles.flatMap(({ path, text }) => (/url\(\s*["']?(?:data:|https?:|\/\/)/.test(text) ? [path] : []))
  expect(wrong).toEqual([])
})

test('a style attribute only carries data, as custom properties', () => {
  const wrong = CODE.filter(({ path }) => path.endsWith('.tsx')).flatMap(({ path, text }) =>
    [...text.matchAll(/style=\{\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
      inside
        .split(/,(?![^(]*\))/)
        .filter((part) => part.trim() && !/^\s*(?:['"]--[\w-]+['"]|\[)/.test(part))
        .map((part) => `${path}: ${part.trim()}`),
    ),
  )
  expect(wrong).toEqual([])
})
