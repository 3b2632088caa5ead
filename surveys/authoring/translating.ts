// How far the translation of a draft is: each text by what it was translated from, and whether somebody has checked it.
import type { Questionnaire } from '#surveys/definition/model.ts'
import type { Sha256 } from '#surveys/definition/sealing.ts'
import { type DraftText, textsOfDraft } from './texts.ts'

/** missing: no words · outdated: the source says something else since · to_check: nobody has read it yet · checked */
export const TRANSLATION_STATES = ['missing', 'outdated', 'to_check', 'checked'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

/** What a translation was made from. */
export type Basis = { readonly sourceHash: string; readonly isChecked: boolean }
export type TranslatedText = DraftText & {
  readonly source: string
  readonly target: string
  readonly sourceHash: string
  readonly targetHash: string
  readonly state: TranslationState
}

export type Translating = {
  readonly draft: Questionnaire
  /** the draft as it began */
  readonly beginning: Questionnaire
  /** whether what it began with was published: its translations were checked then */
  readonly isFromPublished: boolean
  readonly language: string
  /** by place, where somebody has written or checked a translation since */
  readonly bases: ReadonlyMap<string, Basis>
  readonly sha256: Sha256
}

/** Every text that has a source, with its translation and how that stands. Editing one source outdates its own translations only. */
export function translationOf({
  draft,
  beginning,
  isFromPublished,
  language,
  bases,
  sha256,
}: Translating): TranslatedText[] {
  const source = draft.languages[0] ?? ''
  const began = new Map(textsOfDraft(beginning).map(({ place, text }) => [place, text]))
  return textsOfDraft(draft).flatMap((one): TranslatedText[] => {
    const words = one.text[source] ?? ''
    if (words === '') return []
    const target = one.text[language] ?? ''
    const sourceHash = sha256(words)
    const before = began.get(one.place)
    const isAsBegun = before !== undefined && before[language] === target
    const basis =
      bases.get(one.place) ??
      (isAsBegun ? { sourceHash: sha256(before[source] ?? ''), isChecked: isFromPublished } : undefined)
    return [
      {
        ...one,
        source: words,
        target,
        sourceHash,
        targetHash: sha256(target),
        state: stateOf(target, sourceHash, basis),
      },
    ]
  })
}

function stateOf(target: string, sourceHash: string, basis: Basis | undefined): TranslationState {
  if (target === '') return 'missing'
  if (basis && basis.sourceHash !== sourceHash) return 'outdated'
  return basis?.isChecked ? 'checked' : 'to_check'
}

/** How many texts stand in each state. */
export function progressOf(texts: readonly TranslatedText[]): Record<TranslationState, number> {
  const counts = { missing: 0, outdated: 0, to_check: 0, checked: 0 }
  for (const { state } of texts) counts[state] += 1
  return counts
}
