// What is kept about one person: how much, as a file, corrected, erased.
import { useWords } from '../words.tsx'
import { AreaField, type Sent, TextField } from './fields.tsx'
import { Intent } from './frame.tsx'

/** How many of each are kept. */
export type Kept = Readonly<Record<(typeof KINDS)[number], number>>
export const KINDS = ['roles', 'sessions', 'answers', 'files', 'signatures', 'letters', 'deeds'] as const

type Props = {
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly isErased: boolean }
  readonly isYourself: boolean
  readonly kept: Kept
  readonly sent: Sent
  readonly intent: string
}

export function PersonalData({ person, isYourself, kept, sent, intent }: Props) {
  const { t, number } = useWords()
  return (
    <section className="stack" aria-labelledby="personal-data">
      <h2 id="personal-data">{t('team:data.title')}</h2>
      <p className="meta">{t(person.isErased ? 'team:data.erased_already' : 'team:data.means')}</p>
      <dl className="facts">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`team:data.kept.${kind}`)}</dt>
            <dd>{number(kept[kind])}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/team/people/${person.id}/personal-data.json`}>{t('team:data.export')}</a>
      </p>
      {!isYourself && !person.isErased && (
        <>
          <Correct person={person} sent={sent} intent={intent} />
          <Erase sent={sent} intent={intent} />
        </>
      )}
    </section>
  )
}

function Correct({ person, sent, intent }: Pick<Props, 'person' | 'sent' | 'intent'>) {
  const { t } = useWords()
  const mine = sent?.values.act === 'correct' ? sent : undefined
  const idPrefix = mine ? '' : 'correct-'
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t('team:data.correct')}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <p className="meta">{t('team:data.correct_means')}</p>
        <TextField sent={mine} name="name" label={t('team:data.name')} start={person.name} idPrefix={idPrefix} />
        <TextField
          sent={mine}
          name="email"
          type="email"
          label={t('team:data.email')}
          start={person.email}
          idPrefix={idPrefix}
        />
        <AreaField sent={mine} name="why" label={t('team:why')} idPrefix={idPrefix} />
        <button type="submit" name="act" value="correct" className="button second">
          {t('team:data.correct')}
        </button>
      </form>
    </details>
  )
}

function Erase({ sent, intent }: Pick<Props, 'sent' | 'intent'>) {
  const { t } = useWords()
  const mine = sent?.values.act === 'erase' ? sent : undefined
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t('team:data.erase')}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <p className="meta">{t('team:data.erase_means')}</p>
        <AreaField sent={mine} name="why" label={t('team:why')} idPrefix={mine ? '' : 'erase-'} />
        <button type="submit" name="act" value="erase" className="button second">
          {t('team:data.erase')}
        </button>
      </form>
    </details>
  )
}
