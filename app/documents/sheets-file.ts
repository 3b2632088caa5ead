// Sheets of words as an XLSX file: every cell is a text, so that nothing in it is run or taken for a number.
import type { Sheet } from '#surveys/xlsform/model.ts'

const CELL = { type: String, format: '@', alignVertical: 'top' } as const
const HEAD = { ...CELL, fontWeight: 'bold', backgroundColor: '#e8ecf1' } as const
/** In characters: what people read while they scroll, and what they may look up. */
const [WIDE, NARROW] = [44, 16]

/** @returns the bytes of an XLSX file */
export async function sheetsFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node')
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, index) =>
      row.map((value) => (value === '' ? null : { ...(index === 0 ? HEAD : CELL), value: spelt(value) })),
    ),
    columns: (rows[0] ?? []).map((header) => ({
      width: /^(label|hint|relevant|constraint|why|what)/.test(header) ? WIDE : NARROW,
    })),
    stickyRowsCount: 1,
  }))
  return write(written).toBuffer()
}

/**
 * The format writes a character as `_x000D_`: a text that says so is told apart from it, and a carriage return has to be
 * written so, or XML makes a line feed of it. The library keeps its texts in an object, so that one which is called like a part of
 * every object has to look otherwise. What is no character is none in XML.
 */
function spelt(value: string): string {
  if (value in {}) return `${code(value.slice(0, 1))}${value.slice(1)}`
  return value
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' || one > '\u007e' ? one : code(one)))
    .replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '\ufffd')
}

const code = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
