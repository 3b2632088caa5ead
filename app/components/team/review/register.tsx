// Open clarifications of a round as a table, the oldest first.
import type { RegisterRow } from '../../../routes/team/register.server.ts'
import { Said } from '../../questions/said.tsx'
import { FieldName } from '../../review/field-name.tsx'
import { ClarificationMark } from '../../review/thread.tsx'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'

export function Register({ rows, base }: { rows: readonly RegisterRow[]; base: string }) {
  const { t, short, date } = useWords()
  return (
    <section className="stack" aria-labelledby="register">
      <h2 id="register">{t('review:page.open')}</h2>
      {rows.length === 0 ? (
        <p className="meta">{t('review:page.none_open')}</p>
      ) : (
        <Scroll label={t('review:page.open')}>
          <table className="table-hover roomy">
            <thead>
              <tr>
                <th scope="col">{t('review:register.question')}</th>
                <th scope="col">{t('team:board.delegation')}</th>
                <th scope="col">{t('review:register.asked')}</th>
                <th scope="col">{t('review:register.state')}</th>
                <th scope="col" className="n">
                  {t('review:register.age')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={`${base}/${row.country.code}/clarifications#c-${row.number}`}>
                      <FieldName field={row.field} />
                    </a>
                    <br />
                    <span className="fine" dir="auto">
                      {row.question}
                    </span>
                  </th>
                  <td>
                    <Said text={row.country.label} />
                  </td>
                  <td>
                    {t('review:thread.who', { name: `\u2068${row.askedBy}\u2069`, when: short(row.sentAt) })}
                    {row.assignee && (
                      <>
                        <br />
                        <span className="fine">
                          {t('review:thread.follows', { name: `\u2068${row.assignee}\u2069` })}
                        </span>
                      </>
                    )}
                    {row.dueOn && (
                      <>
                        <br />
                        <span className="fine">{t('review:thread.due', { day: date(row.dueOn) })}</span>
                      </>
                    )}
                  </td>
                  <td>
                    <ClarificationMark state={row.state} />
                  </td>
                  <td className="n">{t('review:register.days', { count: row.days })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
