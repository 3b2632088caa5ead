// Around a conclusion: objecting while its silence lasts, and its revisions with what changed from one to the next.
import { differences, type Run } from '#surveys/answering/differences.ts'
import type { Text } from '#surveys/definition/model.ts'
import { directionOf, LANGUAGES } from '../../languages.ts'
import { times } from '../charts/times.ts'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

export function ObjectionForm({ sent, intent }: { sent: Sent; intent: string }) {
  const { t } = useWords()
  const mine = sent?.values.act === 'object' ? sent : undefined
  return (
    <section className="stack" aria-labelledby="object">
      <h2 id="object">{t('session:objection.title')}</h2>
      <p className="prose">{t('session:objection.means')}</p>
      <form method="post" className="stack airy" noValidate>
        <Intent value={intent} />
        <SelectField
          sent={mine}
          name="how"
          label={t('session:objection.kind')}
          choices={(['objection', 'reservation'] as const).map((value) => ({
            value,
            words: t(`session:objection.${value}`),
          }))}
        />
        <AreaField sent={mine} name="objection" label={t('session:objection.words')} />
        <button type="submit" name="act" value="object" className="button">
          {t('session:objection.send')}
        </button>
      </form>
    </section>
  )
}

type Revision = {
  readonly revision: number
  readonly texts: Text
  readonly stand: string
  readonly at: string
  readonly by: string
}

/** The newest first, each with the words that differ from the one before it marked. */
export function Revisions({ revisions, timeZone }: { revisions: readonly Revision[]; timeZone: string }) {
  const { t, inZone, zone } = useWords()
  return (
    <details className="more">
      <summary>{t('session:conclusions.history')}</summary>
      <div className="stack">
        {revisions.map((one, place) => (
          <section key={one.revision} aria-labelledby={`revision-${one.revision}`}>
            <h3 id={`revision-${one.revision}`}>
              {t('session:conclusions.revision', { revision: one.revision })} · {t(`session:stand.${one.stand}`)}
            </h3>
            <p className="meta">
              {t('session:snapshot.at_by', { at: inZone(timeZone).moment(one.at), zone: zone(timeZone), by: one.by })}
            </p>
            {LANGUAGES.map(
              (language) =>
                one.texts[language] && (
                  <p key={language} lang={language} dir={directionOf(language)} className="written">
                    <Marked runs={runsOf(one.texts[language], revisions[place + 1]?.texts[language])} />
                  </p>
                ),
            )}
          </section>
        ))}
      </div>
    </details>
  )
}

const runsOf = (text: string, before: string | undefined): readonly Run[] =>
  before === undefined ? [{ text, isDifferent: false }] : differences(before, text).second

function Marked({ runs }: { runs: readonly Run[] }) {
  return times(runs.length, (place) => {
    const run = runs[place]
    return run?.isDifferent ? <mark key={place}>{run.text}</mark> : <span key={place}>{run?.text}</span>
  })
}
