// The cell by itself: an empty one, whether it says something, whether two say the same.
import type { Attachment, Cell, Value } from './model.ts'

/** A cell that says nothing yet. */
export function emptyCell(field: string): Cell {
  return { field, value: null, absence: null, comment: null, typed: null, language: null }
}

/**
 * True when the cell gives a value or the reason why there is none; an entry that cannot be read and a comment alone
 * do not.
 */
export function isAnswered(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.absence !== null)
}

/** True when the cell holds anything that a person put there. */
export function isGiven(cell: Cell | undefined): boolean {
  return isAnswered(cell) || (cell !== undefined && (cell.typed !== null || cell.comment !== null))
}

/** True when a value is a list of option keys. */
export function isKeys(value: Value | null): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

/** True when a value is a list of documents and links. */
export function isAttachments(value: Value | null): value is readonly Attachment[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object')
}

/** True when both values are the same answer. The order of keys counts: it is the ranking. */
export function sameValue(a: Value | null, b: Value | null): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((entry, index) => sameEntry(entry, b[index]))
}

function sameEntry(a: string | Attachment, b: string | Attachment | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || b === undefined) return a === b
  if (a.kind === 'link') return b.kind === 'link' && a.url === b.url
  return b.kind === 'file' && a.id === b.id
}

/**
 * True when both cells say the same; the language alone makes no difference, and no cell is the same as an empty one.
 */
export function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  return (
    sameValue(a?.value ?? null, b?.value ?? null) &&
    (a?.absence ?? null) === (b?.absence ?? null) &&
    (a?.comment ?? null) === (b?.comment ?? null) &&
    (a?.typed ?? null) === (b?.typed ?? null)
  )
}
