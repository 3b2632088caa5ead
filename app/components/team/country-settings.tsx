// The countries of a round: who is invited, with which deadline, and what can be done for one of them.

import type { RoundNames } from '../../routes/team/overview.server.ts'
import type { SettingRow } from '../../routes/team/round-choices.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Deadline } from './deadline.tsx'
import { AreaField, type Sent } from './fields.tsx'
import { Intent } from './frame.tsx'
import { ReplyState } from './reply-state.tsx'
import { Scroll } from './scroll.tsx'
import { MomentField } from './when-fields.tsx'

type TableProps = { rows: readonly SettingRow[]; base: string; zone: string; chosen: string | null }

export function CountryTable({ rows, base, zone, chosen }: TableProps) {
  const { t } = useWords()
  return (
    <Scroll label={t('team:settings.countries')}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:board.delegation')}</th>
            <th scope="col">{t('team:settings.reply')}</th>
            <th scope="col">{t('team:settings.own_deadline')}</th>
            <th scope="col">{t('team:settings.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <Said text={row.label} />
              </th>
              <td>
                {row.row ? (
                  <ReplyState row={row.row} />
                ) : (
                  <span className="state none">{t('team:reply.not_invited')}</span>
                )}
              </td>
              <td>
                {row.ownDeadline ? <Deadline at={row.ownDeadline} zone={zone} /> : t('team:settings.rounds_deadline')}
              </td>
              <td>
                {row.acts.length > 0 && (
                  <a href={`${base}/settings?country=${row.code}#one`} aria-current={chosen === row.code || undefined}>
                    {t('team:settings.change')}
                    <span className="hidden">
                      {' '}
                      <Said text={row.label} />
                    </span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const RECORDABLE: readonly string[] = ['invited', 'draft', 'returned', 'ready']

type ActsProps = { row: SettingRow; round: RoundNames; sent: Sent; intent: string; mayRecord?: boolean }

/** @param props `mayRecord`: this person may record a submission for a delegation */
export function CountryActs({ row, round, sent, intent, mayRecord = false }: ActsProps) {
  const { t } = useWords()
  return (
    <section className="stack" id="one" aria-labelledby="one-title">
      <h2 id="one-title">
        <Said text={row.label} />
      </h2>
      {row.acts.map((act) => (
        <CountryAct key={act} act={act} row={row} round={round} sent={sent} intent={intent} />
      ))}
      {mayRecord && row.row && RECORDABLE.includes(row.row.state) && (
        <p>
          <a href={`/team/rounds/${round.slug}/${row.code}/on-behalf`}>{t('documents:behalf.title')}</a>
        </p>
      )}
      {row.acts.length === 0 && <p className="meta">{t('team:settings.nothing_to_change')}</p>}
    </section>
  )
}

function CountryAct({ act, row, round, sent, intent }: ActsProps & { act: SettingRow['acts'][number] }) {
  const { t, zone } = useWords()
  const mine = sent?.values.act === act ? sent : undefined
  const prefix = mine ? '' : `${act}-`
  return (
    <details className="more" open={mine !== undefined}>
      <summary>{t(`team:act.${act}`)}</summary>
      <form method="post" className="stack" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="country" value={row.code} />
        <p className="meta">{t(`team:act_means.${act}`)}</p>
        {act === 'extend_country' && (
          <MomentField
            sent={mine}
            name="deadline"
            label={t('team:settings.new_deadline')}
            zone={zone(round.meeting.timeZone)}
            idPrefix={prefix}
          />
        )}
        <AreaField
          sent={mine}
          name="why"
          label={t('team:why')}
          hint={t('team:why_hint')}
          idPrefix={prefix}
          isOptional={act === 'invite'}
        />
        <button type="submit" name="act" value={act} className="button second">
          {t(`team:act.${act}`)}
        </button>
      </form>
    </details>
  )
}
