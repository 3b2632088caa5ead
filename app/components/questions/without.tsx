// In the place of the control when the delegation has said why there is no answer.
import { useWords } from '../words.tsx'
import type { Asked } from './asked.ts'

export function Without({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { question, name } = asked.field
  if (question.absence.length === 0) return null
  const absence = asked.cell?.absence ?? null
  return (
    <div
      className="control"
      data-without=""
      data-pattern={t('answer:absence.answered', { reason: '{reason}' })}
      hidden={absence === null}
    >
      <p className="without">
        <b data-reason="">{absence && t('answer:absence.answered', { reason: t(`answer:absence.${absence}`) })}</b>
        {t('answer:absence.counts')}
      </p>
      <button type="submit" className="button quiet small" name="act" value={`answer-again:${name}`}>
        <span>{t('answer:absence.answer_instead')}</span>
      </button>
    </div>
  )
}
