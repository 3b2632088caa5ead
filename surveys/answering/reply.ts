// The reply as a document: what a delegation signs, what is hashed, and how anybody can check the hash later.

import type { Absence, Codebook } from '#surveys/definition/model.ts'
import { canonicalJson, isPlain, type Sha256 } from '#surveys/definition/sealing.ts'
import { standing } from './applicability.ts'
import type { Cells, Level, Value } from './model.ts'
import type { Basis, Signature } from './signature.ts'

/** The form of the document; another form will have another name, so that old hashes can be checked for ever. */
const REPLY_FORMAT = 'tour-de-table/reply/1'

/** The hash of a language's texts, with its text revision where texts are revised. */
type TextHash = string | { readonly revision: number; readonly hash: string }

export type Signing = {
  readonly codebook: Codebook
  readonly cells: Cells
  /** ISO date by which `show_if` is judged */
  readonly today: string
  /** slugs */
  readonly round: string
  readonly meeting: string
  readonly country: string
  /** 1 for the first submission */
  readonly revision: number
  readonly structureHash: string
  readonly textHashes: Readonly<Record<string, TextHash>>
  readonly level: Level
  /** sections shown otherwise than the whole */
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly signedName: string
  readonly signedFunction: string
  /** left out of revisions that were sealed before it was asked for */
  readonly signature?: Signature
  /** ISO 8601, UTC */
  readonly submittedAt: string
}

/** A cell as it is sealed; what it does not say is left out. */
type SealedCell = {
  readonly field: string
  readonly value?: Value
  readonly absence?: Absence
  readonly comment?: string
  readonly language?: string
}

/** The document: plain JSON, in the words of the house. */
export type ReplyDocument = {
  readonly format: string
  readonly meeting: string
  readonly round: string
  readonly country: string
  readonly revision: number
  readonly questionnaire: {
    readonly slug: string
    readonly version: string
    readonly structure_hash: string
    readonly text_hashes: Readonly<Record<string, TextHash>>
  }
  readonly disclosure: { readonly level: Level; readonly sections: Readonly<Record<string, Level>> }
  readonly signed: {
    readonly name: string
    readonly function: string
    readonly basis?: Basis
    /** the sentence that was confirmed, as it was read */
    readonly attestation?: { readonly language: string; readonly words: string }
    readonly document?: { readonly name: string; readonly sha256: string }
    /** recorded by the project team for the delegation */
    readonly on_behalf?: true
  }
  readonly submitted_at: string
  readonly answers: number
  readonly absences: number
  /** all that apply and say something, by name (UTF-16 order) */
  readonly cells: readonly SealedCell[]
}

/**
 * The canonical document of a revision. Answers that are set aside, and entries that cannot be read, are not part of
 * it; a comment alone is.
 */
export function replyDocument(signing: Signing): ReplyDocument {
  const cells = sealedCells(signing)
  return {
    format: REPLY_FORMAT,
    meeting: signing.meeting,
    round: signing.round,
    country: signing.country,
    revision: signing.revision,
    questionnaire: {
      slug: signing.codebook.questionnaire.questionnaire,
      version: signing.codebook.questionnaire.version,
      structure_hash: signing.structureHash,
      text_hashes: signing.textHashes,
    },
    disclosure: { level: signing.level, sections: signing.sectionLevels },
    signed: { name: signing.signedName, function: signing.signedFunction, ...sealedSignature(signing.signature) },
    submitted_at: signing.submittedAt,
    ...countsOf(cells),
    cells,
  }
}

function sealedSignature(signature: Signature | undefined): Partial<ReplyDocument['signed']> {
  if (!signature) return {}
  const { basis, attestation, document, isOnBehalf } = signature
  return {
    basis,
    attestation: { language: attestation.language, words: attestation.words },
    ...(document && { document: { name: document.name, sha256: document.sha256 } }),
    ...(isOnBehalf && { on_behalf: true as const }),
  }
}

function sealedCells({ codebook, cells, today }: Signing): SealedCell[] {
  const judged = standing(codebook, cells, today)
  const sealed = codebook.fields.filter(judged.applies).flatMap((field): SealedCell[] => {
    const cell = cells.get(field.name)
    if (!cell || (cell.value === null && cell.absence === null && cell.comment === null)) return []
    return [
      {
        field: field.name,
        ...(cell.value !== null && { value: cell.value }),
        ...(cell.absence !== null && { absence: cell.absence }),
        ...(cell.comment !== null && { comment: cell.comment }),
        ...(cell.language !== null && { language: cell.language }),
      },
    ]
  })
  return sealed.sort((a, b) => (a.field < b.field ? -1 : 1))
}

function countsOf(cells: readonly { value?: unknown; absence?: unknown }[]): { answers: number; absences: number } {
  return {
    answers: cells.filter((cell) => cell.value !== undefined).length,
    absences: cells.filter((cell) => cell.absence !== undefined).length,
  }
}

/**
 * Seals a document: its canonical JSON, to be stored as it is, and the SHA-256 of that text.
 * @throws TypeError when the document holds what JSON cannot say
 */
export function sealReply(document: ReplyDocument, sha256: Sha256): { text: string; hash: string } {
  const text = canonicalJson(document)
  return { text, hash: sha256(text) }
}

/**
 * unreadable: no document of this form · counts, order: its cells were tampered with · hash: anything in it differs
 * from what was sealed
 */
type Verification =
  | { readonly isGenuine: true; readonly hash: string }
  | { readonly isGenuine: false; readonly why: 'unreadable' | 'counts' | 'order' | 'hash' }

/**
 * Checks a document against the hash on its receipt.
 * @param document the object, or its JSON in any order and spacing
 * @param hash 64 hexadecimal digits; spaces and capitals of a printed receipt are overlooked
 */
export function verifyReply(document: unknown, hash: string, sha256: Sha256): Verification {
  const reply = typeof document === 'string' ? parsed(document) : document
  if (!isPlain(reply) || reply.format !== REPLY_FORMAT || !Array.isArray(reply.cells) || !reply.cells.every(isPlain)) {
    return { isGenuine: false, why: 'unreadable' }
  }
  const computed = sha256(canonicalJson(reply))
  if (computed !== hash.replace(/\s/g, '').toLowerCase()) return { isGenuine: false, why: 'hash' }
  const cells: readonly Record<string, unknown>[] = reply.cells
  const { answers, absences } = countsOf(cells)
  if (answers !== reply.answers || absences !== reply.absences) return { isGenuine: false, why: 'counts' }
  const isSorted = cells.every((cell, index) => index === 0 || String(cells[index - 1]?.field) < String(cell.field))
  return isSorted ? { isGenuine: true, hash: computed } : { isGenuine: false, why: 'order' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever pastes something else gets the answer that it is no document, not an error.
    return undefined
  }
}
