// A workbook as somebody fills it in: cells changed in the file itself, whoever wrote it.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import read from 'read-excel-file/node'

const COLUMNS = { answer: 'D', absence: 'E', comment: 'F' } as const
type Column = keyof typeof COLUMNS
/** By the key of a row: its answer, or what stands in its columns. */
type Changes = Readonly<Record<string, string | Partial<Record<Column, string>>>>

const inText = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The file with some cells changed, as text. @throws when a row is not there */
export async function filledIn(file: Uint8Array, changes: Changes): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = await read(Buffer.from(file))
  const parts = unzipSync(file)
  for (const [key, change] of Object.entries(changes)) {
    const sheet = sheets.findIndex(({ data }) => data.some((row) => row[0] === key))
    const row = sheets[sheet]?.data.findIndex((cells) => cells[0] === key) ?? -1
    if (row < 0) throw new Error(`no row ${key}`)
    const part = `xl/worksheets/sheet${sheet + 1}.xml`
    const columns = typeof change === 'string' ? { answer: change } : change
    let xml = strFromU8(parts[part] as Uint8Array)
    for (const [column, words] of Object.entries(columns)) {
      const place = `${COLUMNS[column as Column]}${row + 1}`
      const cell = new RegExp(`<c r="${place}"([^>]*?)(?: t="\\w+")?(?:/>|>.*?</c>)`)
      if (!cell.test(xml)) throw new Error(`no cell ${place} for ${key}`)
      xml = xml.replace(cell, `<c r="${place}"$1 t="inlineStr"><is><t>${inText(words)}</t></is></c>`)
    }
    parts[part] = strToU8(xml)
  }
  return new Uint8Array(zipSync(parts))
}
