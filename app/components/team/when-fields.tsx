// A day, and a day with its hour, in fields that mean the same to everybody: the month has a name, the zone is said.
import { monthName } from '../../moments.ts'
import { useWords } from '../words.tsx'
import { type FieldProps, Hint, idOfField, Wrong } from './fields.tsx'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

type WhenProps = Omit<FieldProps, 'start'> & {
  /** ISO date and `HH:MM` before anything was sent */
  readonly start?: { readonly date: string; readonly time?: string } | null
}

/** `name~day`, `name~month`, `name~year`. */
export function DayField(props: WhenProps) {
  return (
    <When {...props}>
      <DayParts {...props} />
    </When>
  )
}

/** The same with `name~time`; the zone is part of the label beside it. */
export function MomentField({ zone, ...props }: WhenProps & { zone: string }) {
  const { t } = useWords()
  return (
    <When {...props}>
      <DayParts {...props} />
      <div>
        <label htmlFor={idOfField(`${props.name}-time`, props.idPrefix)}>{t('team:when.time', { zone })}</label>
        <input {...part(props, 'time', props.start?.time)} maxLength={5} placeholder="" inputMode="numeric" />
      </div>
    </When>
  )
}

function When({ children, start: _, ...props }: WhenProps & { children: React.ReactNode }) {
  const { t } = useWords()
  return (
    <fieldset
      className="field"
      aria-describedby={props.hint ? `${idOfField(props.name, props.idPrefix)}-hint` : undefined}
    >
      <legend>
        <strong>{props.label}</strong> {props.isOptional && <span className="hint">{t('team:optional')}</span>}
      </legend>
      <Hint {...props} />
      <div className="when">{children}</div>
      <Wrong {...props} />
    </fieldset>
  )
}

function DayParts(props: WhenProps) {
  const { t, language } = useWords()
  const [year, month, day] = props.start?.date.split('-').map((text) => String(Number(text))) ?? []
  return (
    <>
      <div>
        <label htmlFor={idOfField(props.name, props.idPrefix)}>{t('team:when.day')}</label>
        <input {...part(props, 'day', day)} maxLength={2} inputMode="numeric" />
      </div>
      <div>
        <label htmlFor={idOfField(`${props.name}-month`, props.idPrefix)}>{t('team:when.month')}</label>
        <select {...part(props, 'month', month)}>
          <option value="">–</option>
          {MONTHS.map((number) => (
            <option key={number} value={number}>
              {monthName(number, language)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={idOfField(`${props.name}-year`, props.idPrefix)}>{t('team:when.year')}</label>
        <input {...part(props, 'year', year)} maxLength={4} inputMode="numeric" />
      </div>
    </>
  )
}

/** The first field has the name itself as its id: there an error leads. */
function part({ sent, name, idPrefix }: WhenProps, piece: string, start = '') {
  const key = `${name}~${piece}`
  return {
    id: piece === 'day' ? idOfField(name, idPrefix) : idOfField(`${name}-${piece}`, idPrefix),
    name: key,
    defaultValue: sent?.values[key] ?? start,
    'aria-invalid': sent?.problems.some(({ field }) => field === name) ? (true as const) : undefined,
  }
}
