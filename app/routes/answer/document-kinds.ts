// What a document is, by its first bytes and its parts; a name can say anything.

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** @param ending of the name, in lower case; a kind that `kindOf` does not know is bytes and nothing more */
export const mediaTypeOf = (ending: string): string => MEDIA_TYPES[ending] ?? 'application/octet-stream'

/** Each office format keeps its text in a part of its own. */
const OFFICE_PARTS = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' }
/** Programs inside an office document have no place in an answer. */
const PROGRAM = 'vbaProject.bin'

/**
 * The kind of a document by its content, as the ending of a name: pdf, docx, xlsx, pptx, jpg, png.
 * @returns undefined for anything else, and for an office document with programs inside
 */
export function kindOf(content: Uint8Array): string | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const starts = (...first: readonly number[]) => first.every((byte, index) => bytes[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  // A PDF may have some bytes before its mark (ISO 32000-1, annex H: within the first 1,024).
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (!starts(0x50, 0x4b, 0x03, 0x04) || bytes.includes(PROGRAM)) return undefined
  const parts = Object.entries(OFFICE_PARTS).filter(([, part]) => bytes.includes(part))
  return parts.length === 1 && bytes.includes('[Content_Types].xml') ? parts[0]?.[0] : undefined
}
