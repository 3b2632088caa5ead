// The files of a data package one after the other: answers, codebook, texts, and what statistics programs have to be told.

import { codebookTable } from '../codebook-table.ts'
import { BOM, csvLines } from '../csv.ts'
import { ddiCodebook } from '../ddi.ts'
import type { Export, Lines, Replies } from '../export.ts'
import { rScript } from '../labels/r.ts'
import { spssSyntax } from '../labels/spss.ts'
import { stataDoFile } from '../labels/stata.ts'
import { longLines } from '../long.ts'
import { wideLines } from '../wide.ts'
import { packageDescriptor, TABLES } from './descriptor.ts'
import type { PackageAbout, Packed } from './model.ts'
import { translationsTable } from './translations.ts'

export type Entry = {
  readonly path: string
  /** in pieces, as they are asked for; without the mark of UTF-8, which programs for data take for a part of the first name */
  readonly pieces: () => AsyncIterable<Uint8Array>
}

/** @param from read once for each table of answers */
export function packageEntries(of: Export, about: PackageAbout, from: () => Replies): Entry[] {
  const { codebook } = of
  const { publishedAt, structureHash, lineage } = about
  const { title } = codebook.questionnaire
  return [
    { path: TABLES.long, pieces: () => plain(longLines(of, from())) },
    { path: TABLES.wide, pieces: () => plain(wideLines(of, from(), 'codes')) },
    { path: TABLES.statistics, pieces: () => plain(wideLines(of, from(), 'flat')) },
    { path: TABLES.codebook, pieces: () => plain(csvLines(codebookTable(codebook, lineage))) },
    { path: TABLES.translations, pieces: () => plain(csvLines(translationsTable(codebook.questionnaire))) },
    {
      path: 'codebook/ddi-codebook.xml',
      pieces: () => plain([ddiCodebook(codebook, lineage, { title, publishedAt, structureHash })]),
    },
    { path: 'scripts/labels.sps', pieces: () => plain([spssSyntax(of)]) },
    { path: 'scripts/labels.R', pieces: () => plain([rScript(of)]) },
    { path: 'scripts/labels.do', pieces: () => plain([stataDoFile(of)]) },
  ]
}

const encoder = new TextEncoder()
const MARK = encoder.encode(BOM)

async function* plain(parts: AsyncIterable<Lines> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const part of parts) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part.bytes
    yield isFirst && MARK.every((byte, place) => bytes[place] === byte) ? bytes.subarray(MARK.length) : bytes
    isFirst = false
  }
}

/** What is written last, when every other file is counted and hashed. */
export function closingEntries(
  of: Export,
  about: PackageAbout,
  packed: readonly Packed[],
): { path: string; text: string }[] {
  const descriptor = { path: 'datapackage.json', text: packageDescriptor(of, about, packed) }
  const { questionnaire, version } = of.codebook.questionnaire
  const manifest = {
    round: of.round,
    questionnaire,
    version,
    snapshot: of.snapshot,
    profile: of.plan.reader === 'team' ? 'team' : 'shareable',
    language: of.language,
    replies: about.replies,
    files: packed,
  }
  return [descriptor, { path: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` }]
}
