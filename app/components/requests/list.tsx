// The requests of a session with where each stands, and the retained needs that have none yet.
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

type Page = {
  readonly meeting: { readonly slug: string; readonly timeZone: string }
  readonly requests: readonly {
    readonly number: number
    readonly title: Text
    readonly countries: readonly string[]
    readonly lead: string | null
    readonly stands: string
    readonly since: string
    readonly snapshot: number
  }[]
  readonly waiting: readonly { readonly key: string; readonly label: Text }[]
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
  readonly isTeam: boolean
}

export function RequestTable({ page }: { page: Page }) {
  const { t, list, inZone } = useWords()
  const saying = useSaying()
  const { meeting, requests, countries } = page
  const nameOf = (code: string) => saying(countries.find((one) => one.code === code)?.label ?? { en: code }).words
  return (
    <Scroll label={t('requests:title')}>
      <table className="roomy">
        <thead>
          <tr>
            <th scope="col">{t('requests:request')}</th>
            <th scope="col">{t('requests:field.countries')}</th>
            <th scope="col">{t('requests:stands')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <a href={`/plenary/${meeting.slug}/requests/${one.number}`}>
                  {t('requests:number', { number: one.number })}
                </a>
                <br />
                <Said text={one.title} />
              </th>
              <td>
                {list(one.countries.map(nameOf))}
                {one.lead && ` · ${t('session:needs.led_by', { country: nameOf(one.lead) })}`}
              </td>
              <td>
                <b>{one.stands}</b>
                <br />
                <span className="meta">
                  {inZone(meeting.timeZone).moment(one.since)} ·{' '}
                  {t('session:snapshot.number', { number: one.snapshot })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What the plenary retained and nobody has drafted yet. */
export function Waiting({ page: { meeting, waiting, isTeam } }: { page: Page }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('requests:waiting')}</h2>
      <ul role="list" className="tasks">
        {waiting.map(({ key, label }) => (
          <li key={key}>
            <span>
              <Said text={label} />
            </span>
            {isTeam && (
              <a href={`/team/meetings/${meeting.slug}/requests/new?area=${key}`}>{t('requests:open_from')}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
