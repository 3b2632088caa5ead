// `datapackage.json`: what each table of the package holds, column by column, as Frictionless Data reads it.
import type { Variable } from '#surveys/definition/model.ts'
import { codebookTable } from '../codebook-table.ts'
import { type Export, label } from '../export.ts'
import { LONG_HEADER } from '../long.ts'
import { WIDE_HEAD, wideColumns } from '../wide.ts'
import type { PackageAbout, Packed } from './model.ts'
import { translationsTable } from './translations.ts'

type Field = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime'
  readonly format?: string
  readonly title?: string
  readonly description?: string
  readonly constraints?: Readonly<Record<string, unknown>>
}
type Table = {
  readonly name: string
  readonly path: string
  readonly fields: readonly Field[]
  readonly missingValues: readonly string[]
  readonly primaryKey?: readonly string[]
}

/** What stands where there is no answer, and where somebody said why. */
const ABSENT = ['', 'NA', 'NAP', 'PNS']

/** The tables of the package by their path, in the order in which they are written. */
export const TABLES = {
  long: 'data/answers.csv',
  wide: 'data/answers-wide.csv',
  statistics: 'data/statistics.csv',
  codebook: 'codebook/codebook.csv',
  translations: 'codebook/translations.csv',
} as const

/** @param packed the files that are written already */
export function packageDescriptor(of: Export, about: PackageAbout, packed: readonly Packed[]): string {
  const { questionnaire, version, title, intro } = of.codebook.questionnaire
  const written = new Map(packed.map((file) => [file.path, file]))
  const descriptor = {
    profile: 'tabular-data-package',
    name: [of.round, questionnaire, version].join('_'),
    title: label(of, title),
    ...(intro && { description: label(of, intro) }),
    version,
    structureHash: `sha256:${about.structureHash}`,
    snapshot: of.snapshot,
    resources: tables(of, about).map((table) => resource(table, written.get(table.path))),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

function resource({ name, path, fields, missingValues, primaryKey }: Table, packed: Packed | undefined) {
  return {
    profile: 'tabular-data-resource',
    name,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(packed && { bytes: packed.bytes, hash: `sha256:${packed.sha256}` }),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields, missingValues, ...(primaryKey && { primaryKey }) },
  }
}

function tables(of: Export, { lineage }: PackageAbout): Table[] {
  const wide = [...WIDE_HEAD.map(headField), ...wideColumns(of).map((variable) => fieldOf(of, variable))]
  const plain = (names: readonly string[]) => names.map((name): Field => ({ name, type: 'string' }))
  return [
    { name: 'answers', path: TABLES.long, fields: LONG_HEADER.map(longField), missingValues: [''] },
    { name: 'answers-wide', path: TABLES.wide, fields: wide, missingValues: ABSENT, primaryKey: ['country'] },
    { name: 'statistics', path: TABLES.statistics, fields: wide, missingValues: ABSENT, primaryKey: ['country'] },
    {
      name: 'codebook',
      path: TABLES.codebook,
      fields: plain(codebookTable(of.codebook, lineage).header),
      missingValues: [''],
    },
    {
      name: 'translations',
      path: TABLES.translations,
      fields: plain(translationsTable(of.codebook.questionnaire).header),
      missingValues: [''],
      primaryKey: ['place'],
    },
  ]
}

function headField(name: string): Field {
  if (name === 'revision') return { name, type: 'integer' }
  return name === 'submitted_at' ? { name, type: 'datetime', format: 'any' } : { name, type: 'string' }
}

function longField(name: string): Field {
  return name === 'value_number' ? { name, type: 'number' } : headField(name)
}

function fieldOf(of: Export, { name, field, option, kind }: Variable): Field {
  const { question, item } = field
  const words = [item?.label, question.label, option?.label].flatMap((text) => (text ? [label(of, text)] : []))
  const about = { name, title: words.join(' – '), ...(question.help && { description: label(of, question.help) }) }
  switch (kind) {
    case 'code':
      return { ...about, type: 'string', constraints: { enum: field.options.map(({ key }) => key) } }
    case 'flag':
      return { ...about, type: 'integer', constraints: { minimum: 0, maximum: 1 } }
    case 'rank':
    case 'files':
      return { ...about, type: 'integer', constraints: { minimum: kind === 'rank' ? 1 : 0 } }
    case 'number':
    case 'date':
      return { ...about, type: kind }
    case 'text':
      return { ...about, type: 'string' }
  }
}
