// A question's number and words, and whether it may stay open.
import { useWords } from '../words.tsx'
import type { Asked } from './asked.ts'
import { Said } from './said.tsx'

export function Label({ asked }: { asked: Asked }) {
  return (
    <>
      <span className="no">
        <bdi>{asked.field.number}</bdi>
      </span>
      <Said text={asked.field.question.label} />
      <Optional asked={asked} />
    </>
  )
}

/** Required is the rule and has no mark; a question that an earlier answer makes required loses its mark then. */
export function Optional({ asked }: { asked: Asked }) {
  const { t } = useWords()
  if (asked.field.required === true) return null
  return (
    <span className="opt" data-optional="" hidden={asked.isRequired}>
      {' '}
      {t('answer:optional')}
    </span>
  )
}
