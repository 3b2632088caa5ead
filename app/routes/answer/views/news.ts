// What a button did, said once on the page that follows.
import { decidersOf, type Standing } from '#surveys/answering/applicability.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { Reader } from './reader.ts'

type Where = { readonly codebook: Codebook; readonly judged: Standing; readonly reader: Reader }

/** The sentence after "Restore"; nothing when the address says something else than what is true. */
export function newsOf(search: URLSearchParams, { codebook, judged, reader: { t, list } }: Where): string | null {
  const isRestored = search.has('restored')
  const field = codebook.byName.get(search.get('restored') ?? search.get('unrestored') ?? '')
  if (!field || judged.applies(field) !== isRestored) return null
  const numbers = list(decidersOf(codebook, field).map(({ number }) => number))
  return t(isRestored ? 'answer:aside.restored' : 'answer:aside.cannot_restore', { numbers })
}
