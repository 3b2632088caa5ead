// What every file of answers needs to know: which round, whose eyes, which language.
import type { Plan } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import type { RowReply } from '#surveys/analysis/rows.ts'
import type { Ledger } from '#surveys/definition/comparison/ledger.ts'
import type { Codebook, Country, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { octets } from './csv.ts'

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
export type Replies = Iterable<Reply | RowReply> | AsyncIterable<Reply | RowReply>

/** Some lines of a file together: one by one they would cost more to hand over than to write. */
export type Lines = { readonly bytes: Uint8Array; readonly count: number }

/** Bytes, about, of lines that are handed over together. */
const TOGETHER = 65_536

/** Writes the lines of one reply, as `octets`. */
export type Writer = (reply: Reply | RowReply) => { readonly text: string; readonly count: number }

/** The header, and after it what is written of each reply; nothing where that is empty. */
export async function* gather(header: string, from: Replies, write: Writer): AsyncGenerator<Lines> {
  let [text, count] = [octets(header), 1]
  for await (const reply of from) {
    const lines = write(reply)
    text += lines.text
    count += lines.count
    if (text.length < TOGETHER) continue
    yield { bytes: bytesOf(text), count }
    text = ''
    count = 0
  }
  if (count > 0) yield { bytes: bytesOf(text), count }
}

/** With memory of its own, which can be handed to another thread. @param text as `octets` */
function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length)
  bytes.write(text, 'latin1')
  return bytes
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

/** Texts that come again and again, kept by what they are made of: so many, and no more. */
const MOST_KEPT = 256

/** The same function, which does not work out what it has worked out a moment before. */
export function remembering<V>(work: (value: string) => V): (value: string) => V {
  const known = new Map<string, V>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const worked = work(value)
    if (known.size < MOST_KEPT) known.set(value, worked)
    return worked
  }
}
