// A workbook that came back, opened: its stamp and its rows. Nothing in it is trusted, and nothing of it is run.

import { type Stamp, WORKBOOK_FORMAT } from '#surveys/tables/workbook.ts'
import type { Raw, ReturnedRow } from '#surveys/tables/workbook-reading.ts'

/** The largest file that is opened, and what its parts may grow to. */
const MOST_BYTES = 10_000_000
const MOST_UNPACKED = 16_000_000
const MOST_PARTS = 200
/** The reader lays every sheet out as far as its furthest cell: one cell at the far end would fill the memory. */
const MOST_CELLS = 1_000_000
/** What is read of a workbook; pictures, programs and links to other files are left where they are. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w.-]+\.xml)$/

/** large: too many bytes · kind: no XLSX file · macros: with programs inside · stamp: not one of our workbooks */
export type Unopened = 'large' | 'kind' | 'macros' | 'stamp'
export type Opened = {
  readonly stamp: Stamp
  readonly bases: ReadonlyMap<string, number>
  readonly rows: ReadonlyMap<string, ReturnedRow>
}

/** Opens the bytes of an upload; or says why they are not taken. */
export async function openWorkbook(content: Uint8Array): Promise<Opened | { readonly refused: Unopened }> {
  if (content.byteLength > MOST_BYTES) return { refused: 'large' }
  const plain = await unpacked(content)
  if (typeof plain === 'string') return { refused: plain }
  const { default: read } = await import('read-excel-file/node')
  try {
    const sheets = (await read(plain, { trim: false })).map(({ data }) => data as Cells)
    return readSheets(sheets) ?? { refused: 'stamp' }
  } catch {
    // Whatever the reader stumbles over, the answer is the same: it is not a workbook that can be read.
    return { refused: 'kind' }
  }
}

/**
 * Only the parts that are read, each at most as large as the archive said before it was unpacked: an archive that
 * lies about it yields a part that is cut, never more memory.
 */
async function unpacked(content: Uint8Array): Promise<Buffer | Unopened> {
  const { unzipSync, zipSync } = await import('fflate')
  const found = { parts: 0, bytes: 0, hasProgram: false }
  const isTooMuch = () => found.parts > MOST_PARTS || found.bytes > MOST_UNPACKED
  try {
    const parts = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        found.hasProgram ||= /\.bin$|macrosheets|activeX/i.test(name)
        found.parts += 1
        if (!PARTS.test(name)) return false
        found.bytes += originalSize
        return !isTooMuch()
      },
    })
    if (isTooMuch()) return 'large'
    if (found.hasProgram) return 'macros'
    if (Object.values(parts).some(declaresEntities)) return 'kind'
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'))
    if (sheets.reduce((sum, [, part]) => sum + spanOf(part), 0) > MOST_CELLS) return 'large'
    return Buffer.from(zipSync(parts, { level: 0 }))
  } catch {
    return 'kind'
  }
}

/** No office program writes them, and nothing good comes of them. */
const declaresEntities = (part: Uint8Array) => Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!')

/** Places of cells, whatever stands before the name of the attribute; an attribute of a row has no letters. */
const PLACE = /(?<![\w-]|xmlns:)r\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** How many cells the reader would lay out for a sheet; infinitely many where a place is not written as usual. */
function spanOf(sheet: Uint8Array): number {
  let [rows, columns] = [0, 0]
  for (const [, double, single] of new TextDecoder().decode(sheet).matchAll(PLACE)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '') ?? []
    if (letters === undefined || digits === undefined) return Number.POSITIVE_INFINITY
    if (letters === '') continue
    rows = Math.max(rows, Number(digits))
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    )
  }
  return rows * columns
}

type Cells = readonly (readonly (string | number | boolean | Date | null)[])[]

function readSheets(sheets: readonly Cells[]): Opened | undefined {
  const stamp = sheets.find((rows) => rows[0]?.[0] === WORKBOOK_FORMAT)
  if (!stamp) return undefined
  const facts = new Map(stamp.map((row) => [String(row[0]), String(row[1] ?? '')]))
  const fact = (name: string) => facts.get(name) ?? ''
  const rows = new Map<string, ReturnedRow>()
  for (const sheet of sheets) {
    if (sheet === stamp) continue
    for (const [key, , , answer, absence, comment] of sheet) {
      // The first row of a key holds: copies further down were made by hand.
      if (typeof key !== 'string' || rows.has(key)) continue
      rows.set(key, { answer: rawOf(answer), absence: rawOf(absence), comment: rawOf(comment) })
    }
  }
  return {
    stamp: {
      round: fact('round'),
      questionnaire: fact('questionnaire'),
      version: fact('version'),
      country: fact('country'),
      revision: Number(fact('revision')) || 0,
      language: fact('language'),
      madeAt: fact('madeAt'),
    },
    bases: basesOf(stamp),
    rows,
  }
}

function basesOf(stamp: Cells): Map<string, number> {
  const bases = stamp.filter((row) => row[0] === 'base' && Number.isSafeInteger(Number(row[2])))
  return new Map(bases.map((row) => [String(row[1]), Number(row[2])]))
}

const rawOf = (value: Cells[number][number] | undefined): Raw =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null)
