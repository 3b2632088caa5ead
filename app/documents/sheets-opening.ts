// A workbook that somebody sends, as sheets of words. Nothing in it is trusted, and nothing of it is run.
import type { Sheet } from '#surveys/xlsform/model.ts'

/** The largest file that is opened, and what its parts may grow to. */
const MOST_BYTES = 5_000_000
const MOST_UNPACKED = 30_000_000
const MOST_PARTS = 300
const MOST_CELLS = 400_000
/** What is read; pictures, programs and links to other files are left where they are. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w.-]+\.xml)$/

/** large: too many bytes or cells · kind: no XLSX file · macros: with programs inside */
export type Unopened = 'large' | 'kind' | 'macros'

/** Every cell as words: dates in ISO, numbers with a point, true and false as XLSForm writes them. */
export async function openSheets(content: Uint8Array): Promise<readonly Sheet[] | Unopened> {
  if (content.byteLength > MOST_BYTES) return 'large'
  const plain = await unpacked(content)
  if (typeof plain === 'string') return plain
  const { default: read } = await import('read-excel-file/node')
  try {
    const sheets = await read(plain, { trim: false })
    const cells = sheets.reduce((sum, { data }) => sum + data.length * (data[0]?.length ?? 0), 0)
    if (cells > MOST_CELLS) return 'large'
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(wordsOf)) }))
  } catch {
    // Whatever the reader stumbles over, the answer is the same: it is not a workbook that can be read.
    return 'kind'
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
        found.hasProgram ||= /vbaProject|macrosheets|activeX/i.test(name)
        found.parts += 1
        if (!PARTS.test(name)) return false
        found.bytes += originalSize
        return !isTooMuch()
      },
    })
    if (isTooMuch()) return 'large'
    if (found.hasProgram) return 'macros'
    // No office program writes a document type, and nothing good comes of it.
    if (Object.values(parts).some((part) => Buffer.from(part).includes('<!DOCTYPE'))) return 'kind'
    return Buffer.from(zipSync(parts, { level: 0 }))
  } catch {
    return 'kind'
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
