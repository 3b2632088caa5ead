// An answer in words, as it is read back: check page, set aside, record.
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { answerLines } from './answer-lines.ts'

export function GivenAnswer({ field, cell }: { field: Field; cell: Cell | undefined }) {
  const { lines, written } = answerLines(field, cell, useWords())
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer have no identity but their place
    <span key={index} lang={written ?? undefined} dir="auto">
      {index > 0 && <br />}
      {line}
    </span>
  ))
}
