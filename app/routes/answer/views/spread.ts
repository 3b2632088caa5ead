// What institutions say about a question, each in a line: beside the question, before one of them is adopted.
import { type Contribution, differentAnswers } from '#surveys/answering/contributions.ts'
import type { Field } from '#surveys/definition/model.ts'
import { answerLines } from '../../../components/answering/answer-lines.ts'
import type { Spread } from '../../../components/questions/asked.ts'
import { isolated, type Reader } from './reader.ts'

/** A glance, not the text: the whole of it is on the page where answers are compared. */
const MOST_LETTERS = 90

type Contributed = {
  readonly base: string
  readonly reader: Reader
  readonly contributions?: ReadonlyMap<string, readonly Contribution[]>
}

export function spreadOf(field: Field, { base, reader, contributions }: Contributed): Spread | null {
  const all = contributions?.get(field.name) ?? []
  if (all.length === 0) return null
  return {
    lines: all.map((one) => {
      const said = shortened(answerLines(field, one, reader).lines.join(' · '))
      return reader.t('inside:contributions.says', { institution: isolated(one.institution), answer: isolated(said) })
    }),
    differs: differentAnswers(all) > 1,
    href: `${base}/contributions/${field.name}`,
  }
}

function shortened(words: string): string {
  const letters = [...words]
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : words
}
