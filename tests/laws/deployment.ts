// What deploys the house names only what there is: settings, commands, files; and runs as nobody who may write everywhere.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { pathsIn } from './sources.ts'

const text = (path: string) => readFileSync(path, 'utf8')
const FILES = ['Dockerfile', 'compose.yaml', ...pathsIn(['deploy'], /\.(?:service|timer)$/)]
const PEOPLE = [...FILES, 'README.md', 'CONTRIBUTING.md']
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

/** Names of settings, as app/config.ts lists them. */
const SETTINGS = [...text('app/config.ts').matchAll(/^ {2}([A-Z_]+): \{(?: shape|$)/gm)].map(([, name = '']) => name)
/** Of Node, and of the build. */
const OTHERS = ['NODE_ENV', 'BUILD_FOLDER', 'FAULTS']

test('every setting that a deployment gives is one that is read', () => {
  expect(SETTINGS).toContain('DATABASE_URL')
  const given = [
    ...Object.keys(parse(text('compose.yaml')).services.house.environment),
    ...namesIn('Dockerfile', /^ENV (.+)$/gm),
    ...FILES.filter((path) => path.endsWith('.service')).flatMap((path) => namesIn(path, /^Environment=(.+)$/gm)),
  ]
  expect(given.length).toBeGreaterThan(12)
  expect(given.filter((name) => !SETTINGS.includes(name) && !OTHERS.includes(name))).toEqual([])
})

test('every setting stands in the README, and the README names no other', () => {
  const readme = text('README.md')
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = '']) => name)
  expect([...rows].sort()).toEqual([...SETTINGS].sort())
})

test('every command that somebody is told to run is there', () => {
  const told = PEOPLE.flatMap((path) => [...text(path).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name))
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter((name) => !scripts[name])).toEqual([])
})

test('every file of ours that is copied or started is there, and every script starts one', () => {
  const started = FILES.flatMap((path) =>
    [...text(path).matchAll(/\b(app\/[\w/-]+\.(?:ts|js))\b/g)].map(([, name = '']) => name),
  )
  const copied = [...text('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, name = '']) => name)
  const scripted = Object.values(scripts).map((script) => script.split(' ').at(-1) ?? '')
  const made = ['build', 'node_modules']
  expect([...started, ...copied, ...scripted].filter((path) => !made.includes(path) && !existsSync(path))).toEqual([])
  expect(started).toContain('app/start.js')
})

test('the server never runs as root, and can write into its own folder only', () => {
  const docker = text('Dockerfile')
  expect(docker.lastIndexOf('\nUSER node\n')).toBeGreaterThan(docker.lastIndexOf('\nFROM '))
  expect(docker).toMatch(/npm prune --omit=dev --omit=optional/)
  expect(parse(text('compose.yaml')).services.house).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  expect(text('deploy/tour-de-table.service')).toMatch(/^ProtectSystem=strict$/m)
  expect(text('deploy/tour-de-table.service')).toMatch(/^DynamicUser=yes$/m)
})

function namesIn(path: string, pattern: RegExp): string[] {
  return [...text(path).matchAll(pattern)].flatMap(([, pairs = '']) =>
    pairs.split(/\s+/).map((pair) => pair.split('=')[0] ?? ''),
  )
}
