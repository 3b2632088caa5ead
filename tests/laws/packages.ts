// What is installed: pinned, whole, from no named host, and older than no advisory that we know of.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Advisory = { readonly id: string; readonly package: string; readonly affected: string }

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const locked = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
)
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '')

/** By numbers; what stands behind a hyphen comes before the version itself. */
function isBelow(version: string, limit: string): boolean {
  const [numbers = '', early] = version.split('-')
  const [one, other] = [numbers, limit].map((text) => text.split('.').map(Number))
  for (const [index, part] of (one ?? []).entries()) {
    const against = other?.[index] ?? 0
    if (part !== against) return part < against
  }
  return early !== undefined
}

test('no installed package is one that an advisory names', () => {
  const advisories: Advisory[] = readJson('tests/advisories.json')
  const hit = advisories.flatMap((advisory) =>
    locked
      .filter(([path]) => nameOf(path) === advisory.package)
      .filter(
        ([, { version = '0' }]) => advisory.affected === '*' || isBelow(version, advisory.affected.replace('<', '')),
      )
      .map(([path, { version }]) => `${advisory.id}: ${path} ${version}`),
  )
  expect(hit).toEqual([])
})

test('the order of versions is that of numbers, and a preview comes before its version', () => {
  expect(isBelow('1.9.0', '1.10.0')).toBe(true)
  expect(isBelow('2.0.0', '1.10.0')).toBe(false)
  expect(isBelow('1.10.0', '1.10.0')).toBe(false)
  expect(isBelow('1.10.0-rc.1', '1.10.0')).toBe(true)
})

test('the lock file names no host, and vouches for the content of each package', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  // What other systems would install is listed, so that `npm ci` works there and here; it was not at hand to be measured.
  const here = locked.filter(([, one]) => !(one.optional && one.os))
  expect(here.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([])
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
    /https?:\/\/(?!opencollective|github|tidelift|www\.patreon|feross|paypal|polar|ko-fi|buymeacoffee|liberapay|dotenvx|eslint|jimmy)[\w.-]*\/[^"]*\.tgz/,
  )
})

test('every system finds its optional packages in the lock file: without them `npm ci` refuses to start', () => {
  const names = new Set(locked.map(([path]) => nameOf(path)))
  const missing = locked.flatMap(([, one]) =>
    Object.keys(one.optionalDependencies ?? {}).filter((name) => !names.has(name)),
  )
  expect(missing).toEqual([])
})

test('what replaces a version of Remix is the version that is installed', () => {
  const overrides = readJson('package.json').overrides as Record<string, string>
  for (const [name, version] of Object.entries(overrides)) {
    const versions = locked.filter(([path]) => nameOf(path) === name).map(([, one]) => one.version)
    expect([...new Set(versions)], name).toEqual([version])
  }
})

test('security code is pinned to the exact version', () => {
  const { dependencies } = readJson('package.json') as { dependencies: Record<string, string> }
  for (const name of ['better-auth', '@better-auth/passkey', '@remix-run/node', '@remix-run/react']) {
    expect(dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('the flag that would let strangers keep the server busy stays off', () => {
  expect(readFileSync('vite.config.ts', 'utf8')).toMatch(/v3_lazyRouteDiscovery: false/)
})
