import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Everything that a module of `surveys/` brings along; types are not brought along. */
function broughtBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm)) {
    if (specifier.startsWith('.')) broughtBy(join(dirname(path), specifier), seen)
    else if (specifier.startsWith('#')) broughtBy(specifier.slice(1), seen)
    else seen.add(specifier)
  }
  return seen
}

test.each(['model', 'codebook', 'expression', 'texts', 'sealing', 'builtin', 'differences', 'publishing', 'summary'])(
  'a browser can load %s: neither zod nor yaml nor anything of Node comes with it',
  (name) => {
    const packages = [...broughtBy(`surveys/definition/${name}.ts`)].filter((found) => !found.endsWith('.ts'))
    expect(packages).toEqual([])
  },
)

test('reading files does bring zod and yaml along, so this test can tell', () => {
  const packages = [...broughtBy('surveys/definition/library.ts')].filter((found) => !found.endsWith('.ts'))
  expect(packages.sort()).toEqual(['yaml', 'zod'])
})
