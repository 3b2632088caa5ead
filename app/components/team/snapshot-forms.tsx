// The forms of a snapshot: taking it, proposing it for release, releasing what another person has proposed.
import type { Mode } from '#surveys/analysis/model.ts'
import { useWords } from '../words.tsx'
import { AreaField, SelectField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'
import { TitleFields } from './title-fields.tsx'

const KINDS = ['draft_for_debate', 'for_conclusions', 'as_concluded', 'other'] as const

type TakeProps = {
  readonly sent: Sent
  readonly start: { readonly kind: string; readonly names: Readonly<Record<string, string>> }
  readonly intent: string
}

export function TakeForm({ sent, start, intent }: TakeProps) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="take">
      <h2 id="take">{t('session:snapshots.take')}</h2>
      <p className="prose">{t('session:snapshots.take_means')}</p>
      <form method="post" className="stack airy" noValidate>
        <Intent value={intent} />
        <SelectField
          sent={sent}
          name="kind"
          label={t('session:snapshot.kind')}
          start={start.kind}
          choices={KINDS.map((value) => ({ value, words: t(`session:kind.${value}`) }))}
        />
        <TitleFields sent={sent} label="session:snapshots.title_in" start={start.names} />
        <button type="submit" className="button">
          {t('session:snapshots.take')}
        </button>
      </form>
    </section>
  )
}

type ProposeProps = {
  readonly sent: Sent
  readonly mode: Mode | null
  /** how many sections give somebody away, by mode */
  readonly exposed: Readonly<Record<Mode, number>>
  readonly modeMatters: boolean
  readonly intent: string
}

export function ProposeForm({ sent, mode, exposed, modeMatters, intent }: ProposeProps) {
  const { t } = useWords()
  const mine = sent?.values.act === 'propose' ? sent : undefined
  const needsReason = exposed.by_name + exposed.totals > 0
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <p className="prose">{t(modeMatters ? 'session:release.mode_matters' : 'session:release.mode_same')}</p>
      <SelectField
        sent={mine}
        name="mode"
        label={t('session:release.mode')}
        start={mode ?? 'by_name'}
        choices={(['by_name', 'totals'] as const).map((value) => ({ value, words: t(`session:mode.${value}`) }))}
      />
      <AreaField
        sent={mine}
        name="why"
        label={t('team:why')}
        hint={t(needsReason ? 'session:release.why_exposed' : 'session:release.why_hint')}
        isOptional={!needsReason}
      />
      <button type="submit" name="act" value="propose" className={mode ? 'button second' : 'button'}>
        {t(mode ? 'session:release.propose_again' : 'session:release.propose')}
      </button>
    </form>
  )
}

export function ReleaseForm({ intent }: { intent: string }) {
  const { t } = useWords()
  return (
    <form method="post" className="row">
      <Intent value={intent} />
      <button type="submit" name="act" value="release" className="button">
        {t('session:release.release')}
      </button>{' '}
      <span className="meta">{t('session:release.release_means')}</span>
    </form>
  )
}
