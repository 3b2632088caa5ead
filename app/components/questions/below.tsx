// The line below a question: when it was saved, why there is no answer, a comment.
import type { Absence } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { type Asked, idOf, type Layout, namesOf } from './asked.ts'
import { isRadios } from './control.tsx'
import { InsideLinks } from './inside.tsx'

export function Below({ asked, layout }: { asked: Asked; layout: Layout }) {
  const { question, name } = asked.field
  const isChosen = isRadios(asked.field, layout) && asked.cell !== null && asked.cell.value !== null
  return (
    <div className="below">
      <SavedLine asked={asked} />
      {question.absence.length > 0 && <NoAnswer asked={asked} />}
      {question.comment && <Comment asked={asked} />}
      {isRadios(asked.field, layout) && <Clear field={name} isHidden={!isChosen} />}
      <InsideLinks asked={asked} />
    </div>
  )
}

function SavedLine({ asked }: { asked: Asked }) {
  return (
    <span className="saved" data-saved={asked.field.name} hidden={asked.saved === null}>
      {asked.saved}
    </span>
  )
}

/** Radio buttons cannot be unchosen by themselves. */
function Clear({ field, isHidden }: { field: string; isHidden: boolean }) {
  const { t } = useWords()
  return (
    <button type="submit" className="button quiet small" name="act" value={`clear:${field}`} hidden={isHidden}>
      <span>{t('answer:clear')}</span>
    </button>
  )
}

function NoAnswer({ asked }: { asked: Asked }) {
  const { t } = useWords()
  return (
    <details className="more" data-absence={asked.field.name}>
      <summary>{t('answer:absence.cannot')}</summary>
      <Reasons asked={asked} />
    </details>
  )
}

/** The reasons for not answering; each says what it means. */
export function Reasons({ asked, legend }: { asked: Asked; legend?: React.ReactNode }) {
  const { t } = useWords()
  const { question, name, number } = asked.field
  return (
    <fieldset>
      <legend className={legend ? undefined : 'hidden'}>{legend ?? t('answer:absence.reason', { number })}</legend>
      <div className="choices">
        {question.absence.map((absence) => (
          <Reason key={absence} field={name} absence={absence} isChosen={asked.cell?.absence === absence} />
        ))}
      </div>
    </fieldset>
  )
}

function Reason({ field, absence, isChosen }: { field: string; absence: Absence; isChosen: boolean }) {
  const { t } = useWords()
  return (
    <label className="choice">
      <input type="radio" name={namesOf(field).absence} value={absence} defaultChecked={isChosen} />
      <span>{t(`answer:absence.${absence}`)}</span>
      {absence !== 'pns' && <small>{t(`answer:absence.${absence}_means`)}</small>}
    </label>
  )
}

function Comment({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const comment = asked.cell?.comment ?? ''
  return (
    <details className="more" open={comment !== ''}>
      <summary>{t('answer:comment.add')}</summary>
      <CommentField asked={asked} />
    </details>
  )
}

export function CommentField({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { name, number } = asked.field
  return (
    <div>
      <label htmlFor={idOf(name, 'c')}>
        {t('answer:comment.on', { number })} <span className="opt">{t('answer:optional')}</span>
      </label>
      <textarea
        className="low"
        id={idOf(name, 'c')}
        name={namesOf(name).comment}
        dir="auto"
        defaultValue={asked.cell?.comment ?? ''}
      />
    </div>
  )
}
