// The same questions for each item of a list, one card at a time.
import type { ReactNode } from 'react'
import { StateMark } from '../answering/state-mark.tsx'
import { useWords } from '../words.tsx'
import { type Asked, idOf } from './asked.ts'
import { isWide } from './control.tsx'
import type { AskedGroup, AskedItem } from './group.ts'
import { CardQuestion } from './question.tsx'
import { Said } from './said.tsx'

export function CardGroup({ group }: { group: AskedGroup }) {
  const { t } = useWords()
  const key = group.group.group
  const isEmpty = group.items.every(({ standing }) => !standing.isAsked)
  return (
    <div className="question wide" id={idOf(key)} data-group={key}>
      <fieldset>
        <legend className="ask">
          <span className="no">
            <bdi>{group.number}</bdi>
          </span>
          <Said text={group.group.label} />
        </legend>
        <p className="hint" data-group-hint="" hidden={isEmpty}>
          {t('answer:group.one_at_a_time')} <span data-group-progress="">{group.progress}</span>
        </p>
        <p className="hint" data-group-empty="" hidden={!isEmpty}>
          {t('answer:group.nothing_asked')}
        </p>
        <div className="control">
          {group.items.map((item) => (
            <Card key={item.item.key} group={key} item={item} />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function Card({ group, item }: { group: string; item: AskedItem }) {
  const { standing } = item
  return (
    <details
      className="item"
      name={idOf(group)}
      id={idOf(`${group}.${item.item.key}`)}
      data-item={`${group}.${item.item.key}`}
      open={item.isOpen}
      hidden={!standing.isAsked}
    >
      <summary>
        <span>
          <Said text={item.item.label} />
        </span>
        <StateMark standing={standing} />
        <span className="meta" data-summary="" hidden={standing.summary === null}>
          {standing.summary}
        </span>
      </summary>
      <div className="inner">
        {item.item.description && (
          <p className="hint">
            <Said text={item.item.description} />
          </p>
        )}
        {runsOf(item.asked).map((run) => (
          <Run key={run[0]?.field.name} run={run} />
        ))}
      </div>
    </details>
  )
}

/** Short controls stand two by two, wide ones each on a line of their own. */
function Run({ run }: { run: readonly Asked[] }): ReactNode {
  const questions = run.map((asked) => <CardQuestion key={asked.field.name} asked={asked} />)
  return run.length > 1 ? <div className="pair">{questions}</div> : questions
}

function runsOf(asked: readonly Asked[]): Asked[][] {
  const runs: Asked[][] = []
  let isOpen = false
  for (const one of asked) {
    const last = runs.at(-1)
    const isShort = !isWide(one.field)
    if (isShort && isOpen && last) last.push(one)
    else runs.push([one])
    isOpen = isShort
  }
  return runs
}
