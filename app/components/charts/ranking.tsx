// The ranking of needs: place, area, one dot per delegation, score, how many share it, how firm the place is.
import type { Firmness, NeedRow, NeedsRanking } from '#surveys/analysis/needs.ts'
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

type Linked = {
  readonly ranking: NeedsRanking
  /** the answers behind an area */
  readonly link: (area: string) => string
}

export function Ranking({ ranking, link }: Linked) {
  return (
    <div>
      <Axis ranking={ranking} />
      <ol role="list" className="rank">
        {ranking.rows.map((row) => (
          <li key={row.area.key}>
            <span className="place">{row.place ?? '–'}</span>
            <Name row={row} ranking={ranking} link={link} />
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

function Name({ row, ranking, link }: Linked & { row: NeedRow }) {
  const { t } = useWords()
  const urgency = useUrgency(ranking)(row.urgency)
  const words = [t(`results:scope.${row.scope}`), ...(urgency ? [urgency] : [])]
  if (row.mayDuplicate) words.push(t('results:needs.check_duplication'))
  return (
    <span className="name">
      <a href={link(row.area.key)}>
        <Said text={row.area.label} />
      </a>
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
      {row.votePlace !== null && (
        <>
          {' '}
          {row.isToDiscuss ? (
            <span className="firm">{t('results:needs.discuss', { place: row.votePlace })}</span>
          ) : (
            <span className="fine">{t('dashboards:place_by_votes', { place: row.votePlace })}</span>
          )}
        </>
      )}
    </span>
  )
}

/** Whoever is left out: the place stays, stays among the first few, or hangs on so many answers. */
function Firm({ firm }: { firm: Firmness }) {
  const { t } = useWords()
  const { from, to, hangsOn } = firm
  if (from === to) return <span className="firm yes">{t('results:needs.firm')}</span>
  if (to <= TOP) return <span className="firm yes">{t('dashboards:firm.top', { to })}</span>
  if (hangsOn === 1) return <span className="firm">{t('dashboards:firm.one', { from, to })}</span>
  return <span className={to - from <= 2 ? 'firm yes' : 'firm'}>{t('results:needs.place_range', { from, to })}</span>
}

/** Among the first so many is worth saying in words. */
const TOP = 3
