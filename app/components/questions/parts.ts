// The texts that a control shows for its answer.
import { type Parts, partsOfCell } from '#surveys/answering/entering.ts'
import { useWords } from '../words.tsx'
import type { Asked } from './asked.ts'

/** One text, the chosen keys, or day, month and year; an entry that could not be read as it was typed. */
export function useParts({ field, cell }: Asked): Parts {
  const { language } = useWords()
  return partsOfCell(field, cell ?? undefined, language)
}
