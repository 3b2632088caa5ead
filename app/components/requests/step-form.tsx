// The next step of a request: where it goes, the Commission's decision, the team's judgement by criterion, and the note.
import { CRITERIA, DECISIONS, HIGHEST_SCORE, isBackwards, type Status } from '#surveys/debate/request-chain.ts'
import { times } from '../charts/times.ts'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type Page = {
  readonly status: Status
  readonly next: readonly Status[]
  /** names of the fields that the sheet still lacks */
  readonly lacking: readonly string[]
  readonly intent: string
}

export function StepForm({ page, sent }: { page: Page; sent: Sent }) {
  const { t, list } = useWords()
  const { status, next, lacking, intent } = page
  const words = (to: Status) => {
    const name = t(`requests:status.${to}`)
    return isBackwards(status, to) ? t('requests:steps.back_to', { status: name }) : name
  }
  return (
    <section className="stack" aria-labelledby="step">
      <h2 id="step">{t('requests:steps.next')}</h2>
      {lacking.length > 0 && (
        <p className="notice plain">
          {t('requests:steps.lacking', { fields: list(lacking.map((one) => t(`requests:field.${one}`))) })}
        </p>
      )}
      <form method="post" className="stack airy" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="from" value={status} />
        <SelectField
          sent={sent}
          name="status"
          label={t('requests:steps.to')}
          choices={next.map((value) => ({ value, words: words(value) }))}
        />
        {next.includes('ec_decided') && (
          <SelectField
            sent={sent}
            name="decision"
            label={t('requests:steps.decision')}
            hint={t('requests:steps.decision_hint')}
            empty={t('requests:steps.undecided')}
            choices={DECISIONS.map((value) => ({ value, words: t(`requests:decided.${value}`) }))}
          />
        )}
        {next.includes('pmt_assessed') && !isBackwards(status, 'pmt_assessed') && <Scores sent={sent} />}
        <AreaField
          sent={sent}
          name="note"
          label={t('requests:steps.note')}
          hint={t('requests:steps.note_hint')}
          isOptional
        />
        <button type="submit" name="act" value="move" className="button">
          {t('requests:steps.record')}
        </button>
      </form>
    </section>
  )
}

function Scores({ sent }: { sent: Sent }) {
  const { t } = useWords()
  return CRITERIA.map((criterion) => (
    <SelectField
      key={criterion}
      sent={sent}
      name={`score.${criterion}`}
      label={t('requests:steps.score', { criterion: t(`requests:criterion.${criterion}`) })}
      empty={t('requests:steps.unscored')}
      choices={times(HIGHEST_SCORE + 1, (score) => ({ value: String(score), words: t(`requests:score.${score}`) }))}
    />
  ))
}
