// The needs that a session decides on: the list with what was decided, and the form for one area.
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { CheckList } from '../team/check-list.tsx'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

type Decision = {
  readonly area: string
  readonly outcome: string
  readonly into: string | null
  readonly lead: string | null
  readonly countries: readonly string[]
  readonly modality: string | null
  readonly reservations: readonly string[]
  readonly note: string
  readonly snapshotNumber: number
  readonly at: string
}
type Row = {
  readonly key: string
  readonly label: Text
  readonly place: number | null
  readonly shared: { readonly k: number; readonly n: number } | null
}
type Page = {
  readonly meeting: { readonly slug: string; readonly timeZone: string }
  readonly snapshot: number | null
  readonly base: string | null
  readonly rows: readonly Row[]
  readonly decisions: readonly Decision[]
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
  readonly modalities: readonly { readonly key: string; readonly label: Text }[]
  readonly mayDecide: boolean
  readonly intent: string
}

export function DecisionTable({ page }: { page: Page }) {
  const { t } = useWords()
  const { rows, decisions, snapshot, base, mayDecide, meeting } = page
  return (
    <Scroll label={t('session:needs.title')}>
      <table className="roomy">
        <thead>
          <tr>
            <th scope="col">{t('session:needs.area')}</th>
            <th scope="col">{t('session:needs.figure')}</th>
            <th scope="col">{t('session:needs.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const decision = decisions.find(({ area }) => area === row.key)
            return (
              <tr key={row.key} id={`area-${row.key}`}>
                <th scope="row">
                  <Said text={row.label} />
                  {mayDecide && (
                    <>
                      <br />
                      <a href={`/plenary/${meeting.slug}/needs?area=${row.key}#decide`}>
                        {t(decision ? 'session:needs.again' : 'session:needs.decide')}
                      </a>
                    </>
                  )}
                </th>
                <td>
                  {row.place !== null && `${t('session:slide.place', { place: row.place })} · `}
                  <a href={`${base}/needs?snapshot=${snapshot}`}>
                    {row.shared ? t('session:slide.shared_by', row.shared) : t('results:too_small')}
                  </a>
                </td>
                <td>{decision ? <Decided decision={decision} page={page} /> : t('session:needs.open')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

function Decided({ decision, page }: { decision: Decision; page: Page }) {
  const { t, list, inZone } = useWords()
  const saying = useSaying()
  const nameOf = (code: string) => saying(page.countries.find((one) => one.code === code)?.label ?? {}).words
  const areaOf = (key: string) => saying(page.rows.find((one) => one.key === key)?.label ?? {}).words
  const modality = page.modalities.find(({ key }) => key === decision.modality)
  const { into, lead, countries, reservations, note } = decision
  return (
    <>
      <b>{t(`session:outcome.${decision.outcome}`)}</b>
      {into && ` → ${areaOf(into)}`}
      {countries.length > 0 && (
        <>
          <br />
          {t('session:needs.requested_by', { countries: list(countries.map(nameOf)) })}
        </>
      )}
      {lead && ` · ${t('session:needs.led_by', { country: nameOf(lead) })}`}
      {modality && ` · ${saying(modality.label).words}`}
      {reservations.length > 0 && (
        <>
          <br />
          {t('session:needs.reserved_by', { countries: list(reservations.map(nameOf)) })}
        </>
      )}
      {note && (
        <>
          <br />
          <span dir="auto">{note}</span>
        </>
      )}
      <br />
      <span className="meta">
        {inZone(page.meeting.timeZone).moment(decision.at)} ·{' '}
        {t('session:snapshot.number', { number: decision.snapshotNumber })}
      </span>
    </>
  )
}

export function AreaForm({ page, area, sent }: { page: Page; area: string; sent: Sent }) {
  const { t } = useWords()
  const saying = useSaying()
  const before = page.decisions.find((one) => one.area === area)
  const row = page.rows.find(({ key }) => key === area)
  const mine = sent?.values.area === area ? sent : undefined
  const countries = page.countries.map(({ code, label }) => ({ value: code, words: saying(label).words }))
  const areas = page.rows.filter(({ key }) => key !== area)
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{row && <Said text={row.label} />}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={page.intent} />
        <input type="hidden" name="area" value={area} />
        <SelectField
          sent={mine}
          name="outcome"
          label={t('session:needs.outcome')}
          start={before?.outcome ?? 'retained'}
          choices={(['retained', 'merged', 'postponed', 'withdrawn'] as const).map((value) => ({
            value,
            words: t(`session:outcome.${value}`),
          }))}
        />
        <SelectField
          sent={mine}
          name="into"
          label={t('session:needs.into')}
          start={before?.into ?? ''}
          empty={t('session:needs.not_merged')}
          choices={areas.map(({ key, label }) => ({ value: key, words: saying(label).words }))}
        />
        <CheckList
          sent={mine}
          name="countries"
          label={t('session:needs.requesting')}
          choices={countries}
          chosen={before?.countries ?? []}
        />
        <SelectField
          sent={mine}
          name="lead"
          label={t('session:needs.lead')}
          start={before?.lead ?? ''}
          empty={t('session:needs.no_lead')}
          choices={countries}
        />
        <SelectField
          sent={mine}
          name="modality"
          label={t('session:needs.modality')}
          start={before?.modality ?? ''}
          empty={t('session:needs.no_modality')}
          choices={page.modalities.map(({ key, label }) => ({ value: key, words: saying(label).words }))}
        />
        <CheckList
          sent={mine}
          name="reservations"
          label={t('session:needs.reserving')}
          choices={countries}
          chosen={before?.reservations ?? []}
        />
        <AreaField sent={mine} name="note" label={t('session:needs.note')} start={before?.note} isOptional />
        <button type="submit" className="button">
          {t('session:needs.keep')}
        </button>
      </form>
    </section>
  )
}
