// Where the numbers of a chart come from, in a sentence.
import { useWords } from '../words.tsx'
import { type PageFacts, useDataLine } from './facts.tsx'

/** `Source: questions C10.1 and H2, version 1.1.0` */
export function useSource(numbers: readonly string[], version: string): string {
  const { t, list } = useWords()
  return t('results:source', { count: numbers.length, questions: list(numbers), version })
}

/** The same for a page that rests on whole replies: which data, which moment. */
export function useSourceLine(facts: PageFacts): string {
  const { t } = useWords()
  return `${useDataLine(facts)} · ${t('results:facts.version', { version: facts.version })}`
}
