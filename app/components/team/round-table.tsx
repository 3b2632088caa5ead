// The rounds of a meeting: state, deadline, and how many replies are in.

import type { Counts } from '../../routes/team/board-rows.ts'
import type { RoundNames } from '../../routes/team/overview.server.ts'
import { Said } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'
import { Deadline, useDaysLeft } from './deadline.tsx'
import { RoundState } from './round-state.tsx'
import { Scroll } from './scroll.tsx'

type Row = RoundNames & { readonly counts: Counts }

export function RoundTable({ rounds, label, now }: { rounds: readonly Row[]; label: string; now: string }) {
  const { t } = useWords()
  if (rounds.length === 0) return <p className="meta">{t('team:rounds.none')}</p>
  return (
    <Scroll label={label}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:rounds.round')}</th>
            <th scope="col">{t('team:rounds.state')}</th>
            <th scope="col">{t('team:rounds.deadline')}</th>
            <th scope="col">{t('team:rounds.replies')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <RoundRow key={round.slug} round={round} now={now} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function RoundRow({ round, now }: { round: Row; now: string }) {
  const { t } = useWords()
  const daysLeft = useDaysLeft()
  const { submitted, all } = round.counts
  const { timeZone } = round.meeting
  return (
    <tr>
      <th scope="row">
        <a href={`/team/rounds/${round.slug}`}>
          <b>
            <Said text={round.title} />
          </b>
        </a>
        <br />
        <span className="fine">
          <bdi>{`${round.version.slug} ${round.version.version}`}</bdi>
        </span>
      </th>
      <td>
        <RoundState state={round.state} />
      </td>
      <td>
        <Deadline at={round.deadline} zone={timeZone} />
        {round.deadline && round.state === 'open' && (
          <>
            <br />
            <span className="fine">{daysLeft(round.deadline, timeZone, now)}</span>
          </>
        )}
      </td>
      <td>
        {t('n_of_all', { n: submitted, all })} <Seats taken={submitted} of={all} />
      </td>
    </tr>
  )
}
