// The tour de table on a page: who speaks and for how long, the delegations in their order, what was said.
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { AreaField, SelectField, type Sent, TextField } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

type Page = {
  readonly title: string
  readonly meeting: { readonly slug: string; readonly timeZone: string }
  readonly rows: readonly {
    readonly code: string
    readonly label: Text
    readonly state: 'floor' | 'done' | 'skipped' | null
    readonly records: readonly {
      readonly kind: string
      readonly organisation: string
      readonly words: string
      readonly at: string
    }[]
  }[]
  readonly speaker: string | null
  /** the clock is stopped */
  readonly leftSeconds: number | null
  readonly endsAt: string | null
  readonly now: string
  readonly maySteer: boolean
  readonly intent: string
}

export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export function Speaker({ page }: { page: Page }) {
  const { t } = useWords()
  const row = page.rows.find(({ code }) => code === page.speaker)
  if (!row) return <p className="notice plain">{t('tour:nobody')}</p>
  const { leftSeconds, endsAt, now, maySteer } = page
  return (
    <section className="stack" aria-labelledby="speaker">
      <h2 id="speaker">
        {t('tour:speaks')} <Said text={row.label} />
      </h2>
      {leftSeconds === null
        ? endsAt && (
            <p>
              <span className="clock" role="timer" data-ends={endsAt} data-now={now} />
            </p>
          )
        : t('tour:paused', { time: clockOf(leftSeconds) })}
      {maySteer && (
        <div className="row">
          {endsAt !== null || leftSeconds !== null ? (
            <Steer act={leftSeconds === null ? 'pause' : 'resume'} country={row.code} />
          ) : null}
          <Steer act="done" country={row.code} />
          <Steer act="pass" country={row.code} />
        </div>
      )}
    </section>
  )
}

function Steer({ act, country }: { act: 'floor' | 'skip' | 'done' | 'pass' | 'pause' | 'resume'; country: string }) {
  const { t } = useWords()
  return (
    <form method="post">
      <input type="hidden" name="country" value={country} />
      <button type="submit" name="act" value={act} className="button second small">
        {t(`tour:act.${act}`)}
      </button>
    </form>
  )
}

export function TourTable({ page }: { page: Page }) {
  const { t } = useWords()
  const { title, meeting, rows, maySteer } = page
  return (
    <Scroll label={title}>
      <table className="roomy">
        <thead>
          <tr>
            <th scope="col">{t('tour:delegation')}</th>
            <th scope="col">{t('tour:state')}</th>
            <th scope="col">{t('tour:said')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} aria-current={row.state === 'floor' ? 'step' : undefined}>
              <th scope="row">
                <a href={`/plenary/${meeting.slug}/documents#sheet-${row.code}`}>
                  <Said text={row.label} />
                </a>
              </th>
              <td>
                {t(`tour:is.${row.state ?? 'waiting'}`)}
                {maySteer && row.state !== 'floor' && (
                  <span className="row">
                    <Steer act="floor" country={row.code} />
                    {row.state === null && <Steer act="skip" country={row.code} />}
                  </span>
                )}
              </td>
              <td>
                <Records records={row.records} timeZone={meeting.timeZone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Records({ records, timeZone }: { records: Page['rows'][number]['records']; timeZone: string }) {
  const { t, inZone } = useWords()
  return records.map(({ kind, organisation, words, at }) => (
    <p key={`${at} ${words}`}>
      <b>{organisation ? <bdi>{organisation}</bdi> : t(`tour:kind.${kind}`)}</b>{' '}
      <span className="meta">{inZone(timeZone).short(at)}</span>
      <br />
      <bdi>{words}</bdi>
    </p>
  ))
}

export function RecordForm({ page, sent }: { page: Page; sent: Sent }) {
  const { t } = useWords()
  const saying = useSaying()
  const mine = sent?.values.act === 'record' ? sent : undefined
  return (
    <section className="stack" aria-labelledby="record">
      <h2 id="record">{t('tour:record')}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={page.intent} />
        <SelectField
          sent={mine}
          name="country"
          label={t('tour:about')}
          start={page.speaker ?? ''}
          choices={page.rows.map(({ code, label }) => ({ value: code, words: saying(label).words }))}
        />
        <SelectField
          sent={mine}
          name="kind"
          label={t('tour:what')}
          choices={(['statement', 'comment'] as const).map((value) => ({ value, words: t(`tour:kind.${value}`) }))}
        />
        <TextField
          sent={mine}
          name="organisation"
          label={t('tour:organisation')}
          hint={t('tour:organisation_hint')}
          isOptional
        />
        <AreaField sent={mine} name="words" label={t('tour:words')} />
        <button type="submit" name="act" value="record" className="button">
          {t('tour:keep')}
        </button>
      </form>
    </section>
  )
}
