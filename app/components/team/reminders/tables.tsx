// Whom the round waits for, and what went out already: with what the mail server refused.
import type { Text } from '#surveys/definition/model.ts'
import type { SentReminder, WaitingRow } from '../../../routes/team/reminders.server.ts'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'
import { daysSaid } from './plan.tsx'

export function Waiting({ rows, zone }: { rows: readonly WaitingRow[]; zone: string }) {
  const { t, date } = useWords()
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('reminders:waiting')}</h2>
      {rows.length === 0 ? (
        <p className="meta">{t('reminders:nobody')}</p>
      ) : (
        <Scroll label={t('reminders:waiting')}>
          <table className="table-hover roomy">
            <thead>
              <tr>
                <th scope="col">{t('team:board.delegation')}</th>
                <th scope="col">{t('reminders:for')}</th>
                <th scope="col">{t('reminders:to')}</th>
                <th scope="col">{t('reminders:next')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.code}>
                  <th scope="row">
                    <Said text={row.label} />
                  </th>
                  <td>
                    {row.dates.map((dated) => (
                      <DatedLine key={`${dated.kind} ${dated.when}`} dated={dated} zone={zone} />
                    ))}
                  </td>
                  <td>
                    {row.people.length === 0 ? (
                      <span className="state back">{t('reminders:no_address')}</span>
                    ) : (
                      row.people.map((name) => (
                        <span key={name}>
                          <bdi>{name}</bdi>
                          <br />
                        </span>
                      ))
                    )}
                  </td>
                  <td>{row.next ? date(row.next) : t('reminders:none_to_come')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function DatedLine({ dated, zone }: { dated: WaitingRow['dates'][number]; zone: string }) {
  const { t, date, inZone } = useWords()
  const { kind, when, count } = dated
  const day = when.length === 10 ? date(when) : inZone(zone).date(when)
  return (
    <>
      {t(`reminders:kind.${kind}`, { count })} <span className="fine">{day}</span>
      <br />
    </>
  )
}

const MARKS = { waiting: 'part', sent: 'done', refused: 'back' } as const
type SentProps = {
  readonly sent: readonly SentReminder[]
  readonly labels: readonly { readonly code: string; readonly label: Text }[]
}

export function SentReminders({ sent, labels }: SentProps) {
  const { t, short } = useWords()
  const refused = sent.filter(({ state }) => state === 'refused').length
  return (
    <section className="stack" aria-labelledby="went">
      <h2 id="went">{t('reminders:went')}</h2>
      {refused > 0 && (
        <p className="notice attend">
          {t('reminders:refused', { count: refused })} <a href="/team/outbox?state=refused">{t('nav.outbox')}</a>
        </p>
      )}
      {sent.length === 0 ? (
        <p className="meta">{t('reminders:none_went')}</p>
      ) : (
        <Scroll label={t('reminders:went')}>
          <table className="table-hover roomy">
            <thead>
              <tr>
                <th scope="col">{t('team:board.delegation')}</th>
                <th scope="col">{t('reminders:to')}</th>
                <th scope="col">{t('reminders:step')}</th>
                <th scope="col">{t('team:outbox.state')}</th>
                <th scope="col">{t('team:outbox.when')}</th>
              </tr>
            </thead>
            <tbody>
              {sent.map((one) => (
                <tr key={`${one.country} ${one.name} ${one.at} ${one.step}`}>
                  <th scope="row">
                    <Said text={labels.find(({ code }) => code === one.country)?.label ?? { en: one.country }} />
                  </th>
                  <td>
                    <bdi>{one.name}</bdi>
                  </td>
                  <td>{one.step !== null && daysSaid(t, one.step)}</td>
                  <td>
                    <MailState one={one} />
                  </td>
                  <td className="num">{short(one.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function MailState({ one: { state, lastError } }: { one: SentReminder }) {
  const { t } = useWords()
  if (state === null) return <span className="state none">{t('reminders:erased')}</span>
  return (
    <>
      <span className={`state ${MARKS[state]}`}>{t(`team:mail_state.${state}`)}</span>
      {lastError && (
        <>
          <br />
          <span className="fine" lang="en" dir="auto">
            {lastError}
          </span>
        </>
      )}
    </>
  )
}
