// On what a signature rests, and what was confirmed with it.

/** in_person: whoever signs does it here · letter, note_verbale: a signed document says so, and is kept */
export const BASES = ['in_person', 'letter', 'note_verbale'] as const
export type Basis = (typeof BASES)[number]

/** A signature that was given on paper counts with the paper only. */
export const needsDocument = (basis: Basis): boolean => basis !== 'in_person'

export type Signature = {
  readonly basis: Basis
  /** the sentence that was confirmed, and the language it was read in */
  readonly attestation: { readonly language: string; readonly words: string }
  readonly document: { readonly name: string; readonly sha256: string } | null
  /** true where the project team recorded it for the delegation */
  readonly isOnBehalf: boolean
}
