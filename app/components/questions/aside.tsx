// An answer to a question that no longer applies: kept, shown as set aside, counted nowhere, restored with one button.
import { GivenAnswer } from '../answering/given-answer.tsx'
import { useWords } from '../words.tsx'
import { type Asked, hasAnswer } from './asked.ts'
import { Label } from './label.tsx'

export function Aside({ asked, hasHead = false }: { asked: Asked; hasHead?: boolean }) {
  const { t } = useWords()
  const { field, cell, decidedBy } = asked
  const isSetAside = !asked.applies && hasAnswer(cell)
  return (
    <div className="stack tight" data-aside={field.name} hidden={!isSetAside}>
      {hasHead && (
        <p className="ask sub">
          <Label asked={asked} />
        </p>
      )}
      <div className="without">
        <b>{t('answer:aside.title')}</b>
        <span data-given="">{isSetAside && cell && <GivenAnswer field={field} cell={cell} />}</span>
        <p className="meta">{t('answer:aside.why', { count: decidedBy.length, numbers: decidedBy.join(', ') })}</p>
      </div>
      <button type="submit" className="button quiet small" name="act" value={`restore:${field.name}`}>
        <span>
          {t('answer:aside.restore')}
          <span className="hidden"> {field.number}</span>
        </span>
      </button>
    </div>
  )
}
