// From which source text each translation of a draft was made, and whether somebody has read it since.
import type { Transaction } from 'kysely'
import { textsOfDraft } from '#surveys/authoring/texts.ts'
import type { Basis } from '#surveys/authoring/translating.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import type { Act } from './audit.ts'
import { sha256 } from './digest.ts'
import { inPortions } from './engine.ts'
import type { Tables } from './tables.ts'

export type KeptBasis = Basis & { readonly place: string; readonly language: string }

/** Keeps what translations were made from, in place of what was known of them. */
export async function keepBases(
  trx: Transaction<Tables>,
  draftId: string,
  bases: readonly KeptBasis[],
  act: Act,
): Promise<void> {
  const rows = bases.map(({ place, language, sourceHash, isChecked }) => ({
    draft_id: draftId,
    place,
    language,
    source_hash: sourceHash,
    is_checked: isChecked ? (1 as const) : (0 as const),
    at: act.at,
    by_account: act.actor,
  }))
  for (const portion of inPortions(rows)) {
    await trx
      .insertInto('translation')
      .values(portion)
      .onConflict((oc) =>
        oc.columns(['draft_id', 'place', 'language']).doUpdateSet((eb) => ({
          source_hash: eb.ref('excluded.source_hash'),
          is_checked: eb.ref('excluded.is_checked'),
          at: eb.ref('excluded.at'),
          by_account: eb.ref('excluded.by_account'),
        })),
      )
      .execute()
  }
}

/** Words that an author has written beside the source: made from the source as it stands now, read by nobody else yet. */
export async function noteTranslations(
  trx: Transaction<Tables>,
  draftId: string,
  before: Questionnaire,
  after: Questionnaire,
  act: Act,
): Promise<void> {
  const was = new Map(textsOfDraft(before).map(({ place, text }) => [place, text]))
  const [source = '', ...others] = after.languages
  const bases = textsOfDraft(after).flatMap(({ place, text }) =>
    others
      .filter((language) => text[language] !== undefined && text[language] !== was.get(place)?.[language])
      .map((language): KeptBasis => ({ place, language, sourceHash: sha256(text[source] ?? ''), isChecked: false })),
  )
  if (bases.length > 0) await keepBases(trx, draftId, bases, act)
}
