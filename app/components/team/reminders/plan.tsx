// The plan of reminders: its days, one form to add a day, a button beside each to take it out; and what ends them.
import type { PlanStep } from '../../../routes/team/reminders.server.ts'
import { useWords } from '../../words.tsx'
import { SelectField, type Sent, TextField } from '../fields.tsx'
import { Intent } from '../frame.tsx'

type PlanProps = {
  readonly steps: readonly PlanStep[]
  readonly mayChange: boolean
  readonly sent: Sent
  readonly intent: string
}

export function PlanForm({ steps, mayChange, sent, intent }: PlanProps) {
  const { t, date } = useWords()
  return (
    <section className="stack" aria-labelledby="plan">
      <h2 id="plan">{t('reminders:plan')}</h2>
      {steps.length === 0 && <p className="meta">{t('reminders:no_plan')}</p>}
      <ul role="list" className="stack tight">
        {steps.map(({ days, on }) => (
          <li key={days} className="spread">
            <span>
              <b>{daysSaid(t, days)}</b> {on && <span className="meta">{date(on)}</span>}
            </span>
            {mayChange && (
              <form method="post">
                <Intent value={intent} />
                <button type="submit" name="act" value={`remove:${days}`} className="button quiet small">
                  {t('reminders:remove')}
                  <span className="hidden"> {daysSaid(t, days)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayChange ? <AddDay sent={sent} intent={intent} /> : <p className="meta">{t('reminders:over')}</p>}
    </section>
  )
}

function AddDay({ sent, intent }: Pick<PlanProps, 'sent' | 'intent'>) {
  const { t } = useWords()
  const sides = (['before', 'after'] as const).map((value) => ({ value, words: t(`reminders:side.${value}`) }))
  return (
    <form method="post" className="stack" noValidate>
      <Intent value={intent} />
      <div className="pair">
        <TextField sent={sent} name="days" label={t('reminders:days')} hint={t('reminders:days_hint')} size="short" />
        <SelectField sent={sent} name="side" label={t('reminders:side.label')} choices={sides} />
      </div>
      <button type="submit" name="act" value="add" className="button second">
        {t('reminders:add')}
      </button>
    </form>
  )
}

/** `14 days before`, `on the day`, `2 days after`. */
export function daysSaid(t: ReturnType<typeof useWords>['t'], days: number): string {
  if (days === 0) return t('reminders:on_the_day')
  return t(days < 0 ? 'reminders:before' : 'reminders:after', { count: Math.abs(days) })
}

const RULES = ['submitted', 'declined', 'cancelled', 'extended', 'digest', 'once', 'missed'] as const

export function Rules() {
  const { t } = useWords()
  return (
    <aside className="stack" aria-labelledby="rules">
      <h2 id="rules">{t('reminders:rules')}</h2>
      <ul className="meta">
        {RULES.map((rule) => (
          <li key={rule}>{t(`reminders:rule.${rule}`)}</li>
        ))}
      </ul>
    </aside>
  )
}
