// The data package: what its description says is what its files are, by the rules of Frictionless Data.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import * as manifest from '#app/routes/results/manifest.ts'
import * as packageZip from '#app/routes/results/package-zip.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { ROSTER } from '../../surveys/analysis/rounds.ts'
import { readCsv } from '../../surveys/tables/read-csv.ts'
import { anInventedRound, ask, replies, SLUG } from './house.tsx'

const rules = JSON.parse(readFileSync('tests/fixtures/data-package.schema.json', 'utf8'))
const isPackage = new Ajv({ allErrors: true, strict: false }).compile(rules)
const path = (search = '') => `/results/${SLUG}/package.zip${search}`

type Field = { name: string; type: string; constraints?: { enum?: string[]; minimum?: number; maximum?: number } }
type Resource = { path: string; bytes: number; hash: string; schema: { fields: Field[]; missingValues: string[] } }

async function aRound(db: Db) {
  const world = await anInventedRound(db)
  for (const [place, { code }] of ROSTER.slice(0, 5).entries()) {
    const said = {
      lead: 'police',
      consulted: ['police'],
      days: 2.5,
      as_of: '2027-01-15',
      remark: `=${code}\nä ش`,
      contact: `contact of ${code}`,
    }
    await replies(
      db,
      world,
      code,
      { ...said, 'needs.training.priority': '!pns' },
      place < 2 ? 'aggregate_only' : 'named',
      1 + 2 * place,
    )
  }
}

async function unpacked(response: Response) {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { bytes, files: unzipSync(bytes) }
}
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

test('its description keeps the rules, and every table is what it says: bytes, hash, columns, types', async ({
  db,
}) => {
  await aRound(db)
  const response = await ask(db, packageZip.loader, path('?language=ar'))
  expect(response.headers.get('content-type')).toBe('application/zip')
  const { bytes, files } = await unpacked(response)
  expect(response.headers.get('x-manifest')).toContain(`sha256=${sha256(bytes)}`)
  const description = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array()))
  expect(isPackage(description), JSON.stringify(isPackage.errors)).toBe(true)
  for (const resource of description.resources as Resource[]) {
    const content = files[resource.path] ?? expect.fail(resource.path)
    expect([content.length, `sha256:${sha256(content)}`]).toEqual([resource.bytes, resource.hash])
    checkTable(strFromU8(content), resource)
  }
})

function checkTable(text: string, { path: name, schema }: Resource): void {
  const [header = [], ...lines] = readCsv(`\uFEFF${text}`)
  expect(header.map((cell) => cell.text)).toEqual(schema.fields.map((field) => field.name))
  for (const line of lines) {
    for (const [place, { text: cell }] of line.entries()) {
      const field = schema.fields[place] ?? expect.fail(name)
      if (!schema.missingValues.includes(cell))
        expect(isOfType(cell, field), `${name} ${field.name}: ${cell}`).toBe(true)
    }
  }
}

function isOfType(cell: string, { type, constraints }: Field): boolean {
  if (constraints?.enum && !constraints.enum.includes(cell)) return false
  if (type === 'integer') return /^-?\d+$/.test(cell) && Number(cell) >= (constraints?.minimum ?? -Infinity)
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(cell)
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(cell)
  return type !== 'datetime' || !Number.isNaN(Date.parse(cell))
}

test('the manifest inside names every other file with its hash; the one beside it counts the package', async ({
  db,
}) => {
  await aRound(db)
  const { bytes, files } = await unpacked(await ask(db, packageZip.loader, path()))
  const inside = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  const named = inside.files.map((one: { path: string }) => one.path)
  expect(Object.keys(files).sort()).toEqual([...named, 'datapackage.json', 'manifest.json'].sort())
  for (const one of inside.files) expect(sha256(files[one.path] ?? new Uint8Array())).toBe(one.sha256)
  const beside = await ask(db, manifest.loader, `/results/${SLUG}/manifest.json?file=package.zip`)
  expect(await beside.json()).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) })
})

test('the package to be shared holds the named alone, and nothing that stays with the team', async ({ db }) => {
  await aRound(db)
  const { files } = await unpacked(await ask(db, packageZip.loader, path('?profile=shareable')))
  const answers = Object.entries(files).filter(([name]) => name.startsWith('data/'))
  for (const [, content] of answers) {
    const text = strFromU8(content)
    expect(text).not.toContain('contact of')
    expect(text).not.toContain('"XA"')
    expect(text).toContain('"XC"')
  }
  expect(strFromU8(files['scripts/labels.R'] ?? new Uint8Array())).not.toContain('"contact"')
})
