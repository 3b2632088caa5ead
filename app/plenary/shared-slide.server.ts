// What all screens of a hall show is made once for each change of the stage and each language, not once for each screen.
import type { Kysely } from 'kysely'
import type { Stage } from '#db/stages.ts'
import type { Tables } from '#db/tables.ts'
import type { Language } from '../languages.ts'

type Made = { readonly revision: number; readonly byLanguage: Map<Language, Promise<unknown>> }

/** By database and meeting; what was made for an earlier revision is let go. */
const houses = new WeakMap<Kysely<Tables>, Map<string, Made>>()

/**
 * @param make called where nobody has asked for this revision in this language yet; who asks meanwhile waits for the same
 * @throws what `make` throws, and forgets it: the next one to ask tries again
 */
export function sharedSlide<T>(
  { db, stage, language }: { db: Kysely<Tables>; stage: Stage; language: Language },
  make: () => Promise<T>,
): Promise<T> {
  const house = houses.get(db) ?? new Map<string, Made>()
  houses.set(db, house)
  const known = house.get(stage.meetingId)
  const made = known?.revision === stage.revision ? known : { revision: stage.revision, byLanguage: new Map() }
  house.set(stage.meetingId, made)
  const slide = made.byLanguage.get(language) ?? make()
  made.byLanguage.set(language, slide)
  slide.catch(() => made.byLanguage.delete(language))
  return slide as Promise<T>
}
