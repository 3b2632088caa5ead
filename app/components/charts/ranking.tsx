// The ranking of needs: place, area, one dot per delegation, score, how many share it, how firm the place is.
import type { NeedRow, NeedsRanking } from '#surveys/analysis/needs.ts'
import { Said } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'
import { Agree, Bar, Dots, Swatch } from './marks.tsx'
import { useUrgency } from './urgency.ts'

export function RankingKey() {
  const { t } = useWords()
  return (
    <>
      <Swatch kind="round" color="--accent">
        {t('results:needs.key_dot')}
      </Swatch>
      <li>
        <svg width="12" height="7" aria-hidden="true" focusable="false">
          <path d="M6 0 12 7H0z" />
        </svg>
        {t('results:needs.key_median')}
      </li>
      <li>
        <Bar value={100} mark={70} isSample />
        {t('results:needs.key_net')}
      </li>
      <li>{t('results:needs.key_firm')}</li>
    </>
  )
}

export function Ranking({ ranking }: { ranking: NeedsRanking }) {
  return (
    <div>
      <Axis ranking={ranking} />
      <ol role="list" className="rank">
        {ranking.rows.map((row) => (
          <li key={row.area.key}>
            <span className="place">{row.place ?? '–'}</span>
            <Name row={row} ranking={ranking} />
            <Dots spread={row.spread} levels={ranking.levels.map((level) => level.value)} />
            <Score row={row} />
            <Says row={row} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The ends of the scale in words, the levels in numbers. */
function Axis({ ranking }: { ranking: NeedsRanking }) {
  const { t } = useWords()
  const last = ranking.levels.length - 1
  return (
    <div className="rank-axis" aria-hidden="true">
      <span className="dots-axis">
        {ranking.levels.map(({ value, option }, place) => (
          <span key={option.key}>
            {(place === 0 || place === last) && <Said text={option.label} />}
            <b>{value}</b>
          </span>
        ))}
      </span>
      <span className="score">
        <span />
        <span>{t('results:needs.axis_score')}</span>
      </span>
      <span className="says">{t('results:needs.axis_says')}</span>
    </div>
  )
}

function Name({ row, ranking }: { row: NeedRow; ranking: NeedsRanking }) {
  const { t } = useWords()
  const urgency = useUrgency(ranking)(row.urgency)
  const words = [t(`results:scope.${row.scope}`), ...(urgency ? [urgency] : [])]
  if (row.mayDuplicate) words.push(t('results:needs.check_duplication'))
  return (
    <span className="name">
      <Said text={row.area.label} />
      {!row.isHidden && <small>{words.join(' · ')}</small>}
    </span>
  )
}

function Score({ row }: { row: NeedRow }) {
  const { number } = useWords()
  return (
    <span className="score">
      <b>{row.isHidden ? '–' : number(Math.round(row.score))}</b>
      <Bar value={row.score} mark={row.place === null ? undefined : row.net} />
    </span>
  )
}

function Says({ row }: { row: NeedRow }) {
  const { t } = useWords()
  const { base, sharedBy, spread, firm } = row
  if (row.isHidden) return <span className="says">{t('results:too_small')}</span>
  return (
    <span className="says">
      <b>{t('results:k_of_n', { k: sharedBy, n: base.n })}</b> {t('results:needs.share_it', { count: sharedBy })}{' '}
      <Seats taken={sharedBy} absent={base.of - base.n} of={base.of} />
      <br />
      {spread.words && <Agree words={spread.words} />} {firm && <Firm firm={firm} />}
      {row.isToDiscuss && (
        <>
          {' '}
          <span className="firm">{t('results:needs.discuss', { place: row.votePlace ?? 0 })}</span>
        </>
      )}
    </span>
  )
}

function Firm({ firm }: { firm: { from: number; to: number } }) {
  const { t } = useWords()
  if (firm.from === firm.to) return <span className="firm yes">{t('results:needs.firm')}</span>
  const isFirm = firm.to - firm.from <= 2
  return <span className={isFirm ? 'firm yes' : 'firm'}>{t('results:needs.place_range', firm)}</span>
}
