// The same few questions for each item of a list as a table; on a phone each row is a card.
import type { Question } from '#surveys/definition/model.ts'
import { GivenAnswer } from '../answering/given-answer.tsx'
import { useWords } from '../words.tsx'
import { Aside } from './aside.tsx'
import { type Asked, idOf } from './asked.ts'
import { CommentField, Reasons } from './below.tsx'
import { Conflict } from './conflict.tsx'
import { Control } from './control.tsx'
import type { AskedGroup, AskedItem } from './group.ts'
import { InsideLinks } from './inside.tsx'
import { Optional } from './label.tsx'
import { Base, ProblemText } from './question.tsx'
import { Said } from './said.tsx'
import { SpreadLine } from './spread.tsx'
import { TableGuide } from './table-guide.tsx'
import { TeamAsks } from './team-asks.tsx'

export function TableGroup({ group }: { group: AskedGroup }) {
  const { t } = useWords()
  const key = group.group.group
  const first = group.items[0]?.asked ?? []
  return (
    <div className="question wide" id={idOf(key)} data-group={key}>
      <fieldset>
        <legend className="ask">
          <span className="no">
            <bdi>{group.number}</bdi>
          </span>
          <Said text={group.group.label} />
        </legend>
        <TableGuide fields={first.map(({ field }) => field)} />
        <div className="scroll control">
          <table className="grid">
            <caption className="hidden">
              <Said text={group.group.label} />
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('answer:group.item')}</th>
                {first.map((asked) => (
                  <th key={asked.field.name} scope="col" id={columnId(key, asked.field.question)}>
                    <Said text={asked.field.question.label} />
                    <Optional asked={asked} />
                  </th>
                ))}
                <th scope="col">{t('answer:group.more')}</th>
              </tr>
            </thead>
            <tbody>
              {group.items.map((item) => (
                <Row key={item.item.key} group={key} item={item} />
              ))}
            </tbody>
          </table>
        </div>
        <p className="below">
          <span className="saved" data-saved={key} hidden={group.saved === null}>
            {group.saved}
          </span>
        </p>
      </fieldset>
    </div>
  )
}

const columnId = (group: string, question: Question) => `${idOf(group)}-column-${question.key}`
const rowId = (group: string, item: string) => `${idOf(`${group}.${item}`)}-row`

function Row({ group, item }: { group: string; item: AskedItem }) {
  return (
    <tr id={idOf(`${group}.${item.item.key}`)} data-item={`${group}.${item.item.key}`}>
      <th scope="row" id={rowId(group, item.item.key)}>
        <Said text={item.item.label} />
      </th>
      {item.asked.map((asked) => (
        <Entry key={asked.field.name} group={group} item={item.item.key} asked={asked} />
      ))}
      <td>
        <More item={item} />
      </td>
    </tr>
  )
}

function Entry({ group, item, asked }: { group: string; item: string; asked: Asked }) {
  const { t } = useWords()
  const { field, problem } = asked
  if (asked.locked !== null) {
    return (
      <td id={idOf(field.name)}>
        {asked.applies && <GivenAnswer field={field} cell={asked.cell ?? undefined} />}
        <span className="hidden"> {asked.locked}</span>
        <SpreadLine asked={asked} />
      </td>
    )
  }
  const absence = asked.cell?.absence ?? null
  return (
    <td data-field={field.name} id={idOf(field.name)}>
      <label htmlFor={idOf(field.name, 'v')} aria-hidden="true">
        <Said text={field.question.label} />
      </label>
      <div data-body="" hidden={!asked.applies}>
        <div data-control="" hidden={absence !== null}>
          <Control
            asked={asked}
            layout="table"
            describedBy={problem === null ? undefined : idOf(field.name, 'e')}
            labelledBy={`${rowId(group, item)} ${columnId(group, field.question)}`}
          />
        </div>
        {field.question.absence.length > 0 && (
          <p
            data-without=""
            data-pattern={t('answer:absence.answered', { reason: '{reason}' })}
            hidden={absence === null}
          >
            <span data-reason="">
              {absence && t('answer:absence.answered', { reason: t(`answer:absence.${absence}`) })}
            </span>{' '}
            <button type="submit" className="button quiet small" name="act" value={`answer-again:${field.name}`}>
              {t('answer:absence.answer_instead')}
            </button>
          </p>
        )}
        <ProblemText asked={asked} />
        <Conflict asked={asked} />
        <SpreadLine asked={asked} />
        <TeamAsks asked={asked} />
      </div>
      {field.showIf && <Aside asked={asked} />}
      <Base asked={asked} />
    </td>
  )
}

/** Reasons and comments of a row, and the ways inside the delegation, out of the way until somebody needs them. */
function More({ item }: { item: AskedItem }) {
  const { t } = useWords()
  const shown = item.asked.filter(({ locked, remarks }) => locked === null || remarks !== null)
  const isUsed = shown.some(({ locked, cell }) => locked === null && (cell?.comment ?? null) !== null)
  if (shown.length === 0) return null
  return (
    <details className="more" open={isUsed}>
      <summary>
        {t('answer:group.add')}
        <span className="hidden">
          {' '}
          <Said text={item.item.label} />
        </span>
      </summary>
      <div className="stack">
        {shown.map((asked) => (
          <MoreOf key={asked.field.name} asked={asked} />
        ))}
      </div>
    </details>
  )
}

function MoreOf({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { question, name } = asked.field
  const label = <Said text={question.label} />
  const inside = asked.remarks !== null && (
    <p className="below">
      {label}
      <InsideLinks asked={asked} />
    </p>
  )
  if (asked.locked !== null) return inside
  return (
    <div className="stack tight" data-more={name}>
      {question.absence.length > 0 && (
        <Reasons
          asked={asked}
          legend={
            <>
              {label} – {t('answer:absence.cannot')}
            </>
          }
        />
      )}
      {question.comment && <CommentField asked={asked} />}
      {inside}
    </div>
  )
}
