// What is written: a line, a text with its counter, a number with its unit, a date in three fields.
import { lengthOf } from '#surveys/answering/characters.ts'
import type { NumberQuestion, TextQuestion } from '#surveys/definition/model.ts'
import { monthName } from '../../moments.ts'
import { useWords } from '../words.tsx'
import { idOf, namesOf } from './asked.ts'
import type { ControlProps } from './control.tsx'
import { useParts } from './parts.ts'
import { Said, tongueOf } from './said.tsx'

/** What every control of a written answer carries. */
function useEntry({ asked, describedBy, labelledBy }: ControlProps) {
  const { language } = useWords()
  return {
    id: idOf(asked.field.name, 'v'),
    name: namesOf(asked.field.name).value,
    'aria-describedby': describedBy,
    'aria-labelledby': labelledBy,
    'aria-invalid': asked.problem === null ? undefined : (true as const),
    defaultValue: useParts(asked)[0] ?? '',
    lang: tongueOf(asked.cell?.language ?? null, language).lang,
  }
}

export function ShortEntry(props: ControlProps) {
  return <input type="text" className="long" dir="auto" {...useEntry(props)} />
}

export function LongEntry({ question, isLow, ...props }: ControlProps & { question: TextQuestion; isLow: boolean }) {
  const { asked } = props
  const entry = useEntry(props)
  const { t } = useWords()
  const written = lengthOf(entry.defaultValue)
  const count = question.min_length ? 'answer:counter.at_least' : 'answer:counter.plain'
  const limits = { max: question.max_length, min: question.min_length ?? 0 }
  return (
    <>
      <textarea className={isLow ? 'low' : undefined} dir="auto" {...entry} />
      <p className="counter" id={idOf(asked.field.name, 'n')} data-counter={t(count, { ...limits, written: '{n}' })}>
        {t(count, { ...limits, written })}
      </p>
    </>
  )
}

export function NumberEntry({ question, ...props }: ControlProps & { question: NumberQuestion }) {
  const entry = useEntry(props)
  return (
    <span className="unit">
      <input type="text" className="short" inputMode={question.decimals > 0 ? 'decimal' : 'numeric'} {...entry} />
      {question.unit && (
        <span>
          <Said text={question.unit} />
        </span>
      )}
    </span>
  )
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** 01/02 means two things in one room: the month has a name. */
export function DateEntry({ asked }: ControlProps) {
  const { t, language } = useWords()
  const { name } = asked.field
  const [day, month, year] = useParts(asked)
  const invalid = asked.problem === null ? undefined : (true as const)
  const digits = { type: 'text', inputMode: 'numeric', 'aria-invalid': invalid } as const
  return (
    <div className="when">
      <div>
        <label htmlFor={idOf(name, 'v')}>{t('answer:date.day')}</label>
        <input id={idOf(name, 'v')} name={namesOf(name).day} maxLength={2} defaultValue={day} {...digits} />
      </div>
      <div>
        <label htmlFor={idOf(name, 'm')}>{t('answer:date.month')}</label>
        <select id={idOf(name, 'm')} name={namesOf(name).month} defaultValue={month} aria-invalid={invalid}>
          <option value="">–</option>
          {MONTHS.map((number) => (
            <option key={number} value={number}>
              {monthName(number, language)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={idOf(name, 'y')}>{t('answer:date.year')}</label>
        <input id={idOf(name, 'y')} name={namesOf(name).year} maxLength={4} defaultValue={year} {...digits} />
      </div>
    </div>
  )
}
