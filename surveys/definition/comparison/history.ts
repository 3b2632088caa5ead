// The history of every question through the versions of a questionnaire: since when it is asked, what changed, until when.
import { compile } from '../codebook.ts'
import type { Codebook, Field, Questionnaire } from '../model.ts'
import { type LedgerStep, ledgerOf } from './ledger.ts'

export type FieldHistory = {
  /** the first version that asks it */
  readonly since: string
  /** the last version that asked it; null: it is still asked */
  readonly until: string | null
  /** what was declared about it, the earliest first */
  readonly steps: readonly LedgerStep[]
}

export type Lineage = {
  /** by field name: every field that any of the versions has */
  readonly history: ReadonlyMap<string, FieldHistory>
  /** fields that the last version no longer has, each with the codebook of the last that had it */
  readonly gone: readonly { readonly field: Field; readonly codebook: Codebook }[]
}

/** @param versions sealed, the lowest first; the last one is the version whose codebook it is */
export function lineageOf(versions: readonly Questionnaire[]): Lineage {
  const codebooks = versions.map(compile)
  const history = new Map<string, FieldHistory>()
  const last = new Map<string, { field: Field; codebook: Codebook }>()
  codebooks.forEach((codebook, place) => {
    const { version } = codebook.questionnaire
    for (const field of codebook.fields) {
      last.set(field.name, { field, codebook })
      if (!history.has(field.name)) history.set(field.name, { since: version, until: null, steps: [] })
    }
    for (const [name, { steps }] of ledgerOf(versions.slice(Math.max(0, place - 1), place + 1))) {
      const known = history.get(name)
      if (known && steps.length > 0) history.set(name, { ...known, steps: [...known.steps, ...steps] })
    }
  })
  const now = codebooks.at(-1)
  const gone = [...last.values()].filter(({ field }) => !now?.byName.has(field.name))
  for (const { field, codebook } of gone) {
    const known = history.get(field.name)
    if (known) history.set(field.name, { ...known, until: codebook.questionnaire.version })
  }
  return { history, gone }
}
