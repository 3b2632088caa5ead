// Answers read back in order: question, answer, and the way to change it.
import type { ReactNode } from 'react'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { idOf } from '../questions/asked.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { GivenAnswer } from './given-answer.tsx'

export type GivenRow = {
  readonly field: Field
  readonly cell: Cell | null
  /** why the answer does not count, as a sentence */
  readonly problem: string | null
  /** where it can be changed; null: nothing can be changed now */
  readonly change: string | null
}

type GivenListProps = {
  readonly rows: readonly GivenRow[]
  /** for a second list on the same page: its rows are other places */
  readonly prefix?: string
  /** what stands below an answer */
  readonly after?: (field: Field) => ReactNode
}

export function GivenList({ rows, prefix = '', after }: GivenListProps) {
  return (
    <dl className="given">
      {rows.map((row) => (
        <Given key={row.field.name} row={row} id={prefix + idOf(row.field.name)} after={after?.(row.field)} />
      ))}
    </dl>
  )
}

function Given({ row, id, after }: { row: GivenRow; id: string; after: ReactNode }) {
  const { t } = useWords()
  const { field, cell, problem } = row
  const isBlank = cell === null || (cell.value === null && cell.absence === null && cell.typed === null)
  return (
    <div id={id}>
      <dt>
        <Name field={field} />
      </dt>
      <dd className={isBlank || problem !== null ? 'blank' : undefined}>
        <GivenAnswer field={field} cell={cell ?? undefined} />
        {problem !== null && !isBlank && <span className="meta"> – {problem}</span>}
        {cell?.comment && (
          <p className="meta" dir="auto">
            {t('answer:check.comment', { comment: cell.comment })}
          </p>
        )}
        {after}
      </dd>
      {row.change !== null && (
        <dd className="act">
          <a href={row.change}>
            {t('answer:check.change')}
            <span className="hidden">
              {' '}
              <Name field={field} />
            </span>
          </a>
        </dd>
      )}
    </div>
  )
}

/** "C4.1 Digital evidence: Priority of the need" */
export function Name({ field }: { field: Field }) {
  const say = useSaying()
  return (
    <>
      <bdi>{field.number}</bdi>{' '}
      {field.item && <span {...say(field.item.label).tongue}>{say(field.item.label).words}: </span>}
      <Said text={field.question.label} />
    </>
  )
}
