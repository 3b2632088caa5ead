// The forms of a round as a whole: one per act on its state, and one for its deadline.
import type { RoundAct, RoundState } from '#surveys/answering/states.ts'
import type { RoundNames } from '../../routes/team/overview.server.ts'
import { useWords } from '../words.tsx'
import { Deadline } from './deadline.tsx'
import { AreaField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'
import { RoundState as State } from './round-state.tsx'
import { MomentField } from './when-fields.tsx'

/** Which acts need a reason; the others may be done at once. */
const WITH_REASON: readonly RoundAct[] = ['reopen', 'cancel']
const STATE_ACTS: readonly RoundAct[] = ['open', 'pilot', 'close', 'reopen', 'cancel']

type StateProps = { acts: readonly RoundAct[]; state: RoundState; sent: Sent; intent: string }

export function StateForms({ acts, state, sent, intent }: StateProps) {
  const { t } = useWords()
  const offered = STATE_ACTS.filter((act) => acts.includes(act))
  return (
    <section className="stack" aria-labelledby="state">
      <h2 id="state">{t('team:settings.state')}</h2>
      <p id="act">
        <State state={state} /> <span className="meta">{t(`team:settings.means.${state}`)}</span>
      </p>
      {offered.length === 0 && <p className="meta">{t('team:settings.managers_only')}</p>}
      {offered.map((act, index) => (
        <ActForm key={act} act={act} isFirst={index === 0} sent={sent} intent={intent} />
      ))}
    </section>
  )
}

function ActForm({ act, isFirst, sent, intent }: { act: RoundAct; isFirst: boolean; sent: Sent; intent: string }) {
  const { t } = useWords()
  const mine = sent?.values.act === act ? sent : undefined
  const button = (
    <button type="submit" name="act" value={act} className={isFirst ? 'button' : 'button second'}>
      {t(`team:act.${act}`)}
    </button>
  )
  if (!WITH_REASON.includes(act)) {
    return (
      <form method="post" className="row">
        <Intent value={intent} />
        {button} <span className="meta">{t(`team:act_means.${act}`)}</span>
      </form>
    )
  }
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t(`team:act.${act}`)}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <p className="meta">{t(`team:act_means.${act}`)}</p>
        <AreaField
          sent={mine}
          name="why"
          label={t('team:why')}
          hint={t('team:why_hint')}
          idPrefix={mine ? '' : `${act}-`}
        />
        <button type="submit" name="act" value={act} className="button second">
          {t(`team:act.${act}`)}
        </button>
      </form>
    </details>
  )
}

type DeadlineProps = { start: { date: string; time: string } | null; round: RoundNames; sent: Sent; intent: string }

export function DeadlineForm({ start, round, sent, intent }: DeadlineProps) {
  const { t, zone } = useWords()
  const { timeZone } = round.meeting
  const mine = sent?.values.act === 'extend' ? sent : undefined
  return (
    <section className="stack" aria-labelledby="deadline-title">
      <h2 id="deadline-title">{t('team:settings.deadline')}</h2>
      <p>
        <Deadline at={round.deadline} zone={timeZone} />
      </p>
      <details className="more" open={mine !== undefined}>
        <summary>{t('team:act.extend')}</summary>
        <form method="post" className="stack" noValidate>
          <Intent value={intent} />
          <MomentField
            sent={mine}
            name="deadline"
            label={t('team:settings.new_deadline')}
            zone={zone(timeZone)}
            start={start}
          />
          <AreaField
            sent={mine}
            name="why"
            label={t('team:why')}
            hint={t('team:why_hint')}
            idPrefix={mine ? '' : 'extend-'}
          />
          <button type="submit" name="act" value="extend" className="button">
            {t('team:act.extend')}
          </button>
        </form>
      </details>
    </section>
  )
}

type SigningProps = { needsReady: boolean; mayChange: boolean; intent: string }

/** One step: the head signs. Two: the focal point says that the reply is ready, then the head signs. */
export function SigningForm({ needsReady, mayChange, intent }: SigningProps) {
  const { t } = useWords()
  const other = needsReady ? 'one_step' : 'two_steps'
  return (
    <section className="stack" aria-labelledby="signing">
      <h2 id="signing">{t('team:settings.signing')}</h2>
      <p className="meta">{t(`team:act_means.${needsReady ? 'two_steps' : 'one_step'}`)}</p>
      {mayChange && (
        <form method="post">
          <Intent value={intent} />
          <button type="submit" name="act" value={other} className="button second">
            {t(`team:act.${other}`)}
          </button>
        </form>
      )}
    </section>
  )
}
