// The team's decision on the evidence of one measure: accept it, do not, with the reason, or take the decision back.
import type { Evidence } from '../../routes/team/reply.server.ts'
import { useWords } from '../words.tsx'
import { AreaField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'

type FormProps = { measure: string; decision: Evidence | null; sent: Sent; intent: string; mayJudge: boolean }

export function EvidenceForm(props: FormProps) {
  const { decision, mayJudge } = props
  return (
    <div className={decision?.isInForce ? 'earlier' : 'asked'}>
      <Verdict evidence={decision} />
      {mayJudge && <Decide {...props} />}
    </div>
  )
}

function Verdict({ evidence }: { evidence: Evidence | null }) {
  const { t, date } = useWords()
  if (!evidence) return <p className="over">{t('team:evidence.open')}</p>
  const mark = evidence.decision === 'accepted' ? 'kept' : 'back'
  return (
    <>
      <p>
        <span className={`state ${mark}`}>{t(`team:evidence.${evidence.decision}`)}</span>{' '}
        <span className="fine">{t('team:evidence.by', { name: evidence.by, when: date(evidence.at) })}</span>
      </p>
      {evidence.note && (
        <p className="meta" dir="auto">
          {evidence.note}
        </p>
      )}
      {!evidence.isInForce && <p className="meta">{t('team:evidence.outdated')}</p>}
    </>
  )
}

function Decide({ measure: name, decision, sent, intent }: FormProps) {
  const { t } = useWords()
  const mine = sent?.values.measure === name ? sent : undefined
  if (decision?.isInForce) {
    return (
      <form method="post">
        <Hidden name={name} intent={intent} />
        <button type="submit" name="act" value="taken_back" className="button quiet small">
          {t('team:evidence.take_back')}
        </button>
      </form>
    )
  }
  return (
    <>
      <form method="post">
        <Hidden name={name} intent={intent} />
        <button type="submit" name="act" value="accepted" className="button small">
          {t('team:evidence.accept')}
        </button>
      </form>
      <details className="more" open={mine !== undefined}>
        <summary>{t('team:evidence.refuse')}</summary>
        <form method="post" className="stack tight" noValidate>
          <Hidden name={name} intent={intent} />
          <AreaField
            sent={mine}
            name="note"
            label={t('team:evidence.note')}
            hint={t('team:evidence.note_hint')}
            idPrefix={mine ? '' : `${name}-`}
          />
          <button type="submit" name="act" value="not_accepted" className="button second small">
            {t('team:evidence.refuse')}
          </button>
        </form>
      </details>
    </>
  )
}

function Hidden({ name, intent }: { name: string; intent: string }) {
  return (
    <>
      <Intent value={intent} />
      <input type="hidden" name="measure" value={name} />
    </>
  )
}
