// One question: number and words, help, what is wrong, the control, the line below; or set aside, or without an answer.

import { Aside } from './aside.tsx'
import { type Asked, hasAnswer, idOf, type Layout, namesOf } from './asked.ts'
import { Below } from './below.tsx'
import { Conflict } from './conflict.tsx'
import { Control, isOneElement, isWide } from './control.tsx'
import { Hints, hintsOf } from './hints.tsx'
import { Label } from './label.tsx'
import { SpreadLine } from './spread.tsx'
import { Locked, TeamAsks } from './team-asks.tsx'
import { Without } from './without.tsx'

/** A question that stands on the page by itself. */
export function Question({ asked }: { asked: Asked }) {
  if (asked.locked !== null) return <Locked asked={asked} place="question" />
  const classes = ['question', isWide(asked.field) ? 'wide' : '', asked.problem === null ? '' : 'wrong']
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      id={idOf(asked.field.name)}
      data-field={asked.field.name}
      hidden={isAbsentFromPage(asked)}
    >
      <Answerable asked={asked} layout="page" />
      {asked.field.showIf && <Aside asked={asked} hasHead />}
    </div>
  )
}

/** A question inside the card of an item. */
export function CardQuestion({ asked }: { asked: Asked }) {
  if (asked.locked !== null) return <Locked asked={asked} place="field" />
  return (
    <div
      className={asked.problem === null ? 'field' : 'field wrong'}
      id={idOf(asked.field.name)}
      data-field={asked.field.name}
      hidden={isAbsentFromPage(asked)}
    >
      <Answerable asked={asked} layout="card" />
      {asked.field.showIf && <Aside asked={asked} hasHead />}
    </div>
  )
}

/** A question that does not apply is on the page, hidden, so that the enhancement can show it; with an answer it is shown as set aside. */
const isAbsentFromPage = (asked: Asked): boolean => !asked.applies && !hasAnswer(asked.cell)

function Answerable({ asked, layout }: { asked: Asked; layout: Layout }) {
  const { name } = asked.field
  const describedBy = descriptionOf(asked, layout)
  const inside = (
    <>
      <Hints field={asked.field} />
      <ProblemText asked={asked} />
      <div className="control" data-control="" hidden={asked.cell?.absence != null}>
        <Control asked={asked} layout={layout} describedBy={describedBy} />
      </div>
      <Without asked={asked} />
      <Conflict asked={asked} />
      <Below asked={asked} layout={layout} />
      <SpreadLine asked={asked} />
      <TeamAsks asked={asked} />
      <Base asked={asked} />
    </>
  )
  if (isOneElement(asked.field, layout))
    return (
      <div data-body="" hidden={!asked.applies}>
        <label className={layout === 'page' ? 'ask' : 'ask sub'} htmlFor={idOf(name, 'v')}>
          <Label asked={asked} />
        </label>
        {inside}
      </div>
    )
  return (
    <fieldset data-body="" hidden={!asked.applies} aria-describedby={describedBy}>
      <legend className={layout === 'page' ? 'ask' : 'ask sub'}>
        <Label asked={asked} />
      </legend>
      {inside}
    </fieldset>
  )
}

/** The revision on which the entry is based; its presence says that the question was on the form. */
export function Base({ asked }: { asked: Asked }) {
  return <input type="hidden" name={namesOf(asked.field.name).revision} value={asked.base} />
}

/** In the page from the start, so that a screen reader hears it when the enhancement fills it. */
export function ProblemText({ asked }: { asked: Asked }) {
  return (
    <p className="wrong-text" id={idOf(asked.field.name, 'e')} data-problem="" hidden={asked.problem === null}>
      {asked.problem}
    </p>
  )
}

function descriptionOf(asked: Asked, layout: Layout): string | undefined {
  const { name, question } = asked.field
  const ids = [
    hintsOf(question).length > 0 ? idOf(name, 'h') : null,
    asked.problem === null ? null : idOf(name, 'e'),
    question.type === 'long_text' && layout !== 'table' ? idOf(name, 'n') : null,
  ]
  return ids.filter((id) => id !== null).join(' ') || undefined
}
