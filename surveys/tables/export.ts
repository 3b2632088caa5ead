// What every file of answers needs to know: which round, whose eyes, which language.
import type { Plan } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import type { Ledger } from '#surveys/definition/comparison/ledger.ts'
import type { Codebook, Country, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'

export type Export = {
  readonly round: string
  readonly codebook: Codebook
  readonly roster: readonly Country[]
  /** null: live */
  readonly snapshot: number | null
  /** decided before the first row, from the consents alone */
  readonly plan: Plan
  /** of labels */
  readonly language: string
  /** against the version before, or that of the round it starts from; left out where there is none */
  readonly ledger?: Ledger
}

/** Replies as they come, in protocol order: a list, or one by one from the database. */
export type Replies = Iterable<Reply> | AsyncIterable<Reply>

/** Some lines of a file together: one by one they would cost more to hand over than to write. */
export type Lines = { readonly text: string; readonly count: number }

/** Characters, about, of lines that are handed over together. */
const TOGETHER = 65_536

/** The header, and after it what is written of each reply; nothing where that is empty. */
export async function* gather(header: string, from: Replies, write: (reply: Reply) => Lines): AsyncGenerator<Lines> {
  let [text, count] = [header, 1]
  for await (const reply of from) {
    const lines = write(reply)
    text += lines.text
    count += lines.count
    if (text.length < TOGETHER) continue
    yield { text, count }
    text = ''
    count = 0
  }
  if (count > 0) yield { text, count }
}

/** A label in the language of the file, or in the questionnaire's own where the translation is missing. */
export function label(of: Export, text: Text): string {
  const { languages } = of.codebook.questionnaire
  return inLanguage(text, of.language, languages[0] ?? of.language).words
}

/** round, questionnaire, version, snapshot: the first columns of every file. */
export const ORIGIN = ['round', 'questionnaire', 'version', 'snapshot'] as const

export function origin(of: Pick<Export, 'round' | 'codebook' | 'snapshot'>): (string | number)[] {
  const { questionnaire, version } = of.codebook.questionnaire
  return [of.round, questionnaire, version, of.snapshot ?? 'live']
}

/** A figure for a file: at most six decimals, so that a sum of decimals does not end in noise. */
export function figure(value: number | undefined | null): number | null {
  return value === undefined || value === null ? null : Number(value.toFixed(6))
}
