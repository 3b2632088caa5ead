// The status board of a round: delegation by section, what is in, what waits for whom.
import { useLoaderData } from '@remix-run/react'
import { listAudit, meetingChain, responseChain } from '#db/audit.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { asTeam } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Board } from '../../components/team/board.tsx'
import { BoardTally } from '../../components/team/board-tally.tsx'
import { Deadline, useDaysLeft } from '../../components/team/deadline.tsx'
import { Deeds } from '../../components/team/deeds.tsx'
import { Head } from '../../components/team/frame.tsx'
import { Register } from '../../components/team/review/register.tsx'
import { RoundState } from '../../components/team/round-state.tsx'
import { useWords } from '../../components/words.tsx'
import { columnsOf, FILTERS, type Filter, isShown } from './board-rows.ts'
import { deedOf } from './deeds.ts'
import { namesOf, overviewOf, requireRoundAt } from './overview.server.ts'
import { registerOf } from './register.server.ts'

export const loader = asTeam(async ({ db, params, url, now, language }) => {
  const round = await requireRoundAt(db, params.round)
  const { rows, counts } = await overviewOf(db, round, now)
  const { questionnaire, fields } = await codebookOf(db, round.version.id)
  const filter: Filter = FILTERS.find((one) => one === url.searchParams.get('show')) ?? 'all'
  const countries = new Map(rows.map(({ responseId, label }) => [responseChain(responseId), label]))
  const deeds = await listAudit(db, { chains: [meetingChain(round.meeting.id), ...countries.keys()], limit: 40 })
  return {
    title: round.title[language] ?? round.slug,
    round: namesOf(round),
    rows: rows.filter((row) => isShown(row, filter)),
    counts,
    filter,
    us: rows.filter((row) => isShown(row, 'us')).map(({ label }) => label),
    openEvidence: rows.reduce((sum, row) => sum + row.openEvidence, 0),
    // The share of replies from which on a figure is no longer provisional is the questionnaire's own.
    neededShare: questionnaire.analysis.needs?.provisional_below ?? null,
    firstField: fields[0]?.name ?? '',
    columns: columnsOf(questionnaire.sections),
    register: await registerOf(db, round, now),
    deeds: deeds
      .filter(({ action }) => !action.endsWith('.read'))
      .slice(0, 8)
      .map((entry) => deedOf(entry, countries)),
    now: now.toISOString(),
  }
})

export default function StatusBoard() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { round, counts } = page
  return (
    <div className="page">
      <Head over={<Over />} title={<Finding />}>
        {round.state !== 'open' && <RoundState state={round.state} />}
      </Head>
      <BoardTally counts={counts} us={page.us} openEvidence={page.openEvidence} neededShare={page.neededShare} />
      <section className="stack" aria-labelledby="board">
        <div className="spread">
          <h2 id="board">{t('team:board.title')}</h2>
          <Show filter={page.filter} />
        </div>
        <p className="meta">{t('team:board.lead')}</p>
        <Board
          rows={page.rows}
          columns={page.columns}
          base={`/team/rounds/${round.slug}`}
          zone={round.meeting.timeZone}
        />
      </section>
      <p>
        <a href={`/team/rounds/${round.slug}/board.csv${page.filter === 'all' ? '' : `?show=${page.filter}`}`} download>
          {t('review:board.csv')}
        </a>
      </p>
      <div className="columns">
        <Register rows={page.register} base={`/team/rounds/${round.slug}`} />
        <Aside />
      </div>
      <Deeds deeds={page.deeds} title={t('team:board.deeds')} more={`/team/audit?round=${round.slug}`} />
    </div>
  )
}

function Over() {
  const { round, now } = useLoaderData<typeof loader>()
  const daysLeft = useDaysLeft()
  const { timeZone } = round.meeting
  return (
    <>
      <Said text={round.title} />
      {round.deadline && round.state === 'open' && ` · ${daysLeft(round.deadline, timeZone, now)}`}
    </>
  )
}

/** What a reader should take away: how many are in, and for whom the others wait. */
function Finding() {
  const { counts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { all, submitted, drafts } = counts
  if (submitted === 0 && drafts === 0) return <>{t('team:board.finding_untouched')}</>
  if (submitted === all) return <>{t('team:board.finding_all', { count: all })}</>
  const first = submitted === 0 ? t('team:board.finding_none') : t('team:board.finding', { count: submitted, all })
  return (
    <>
      {drafts > 0 ? t('team:board.and', { first, second: t('team:board.finding_drafts', { count: drafts }) }) : first}
    </>
  )
}

function Show({ filter }: { filter: Filter }) {
  const { t } = useWords()
  return (
    <form className="row" method="get">
      <label htmlFor="show">{t('team:board.show')}</label>
      <select id="show" name="show" defaultValue={filter}>
        {FILTERS.map((one) => (
          <option key={one} value={one}>
            {t(`team:board.filter.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button second">
        {t('team:apply')}
      </button>
    </form>
  )
}

function Aside() {
  const { round, firstField } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <aside className="stack" aria-label={t('team:board.round')}>
      <h2>{t('team:board.round')}</h2>
      <dl className="facts tight">
        <div>
          <dt>{t('team:rounds.state')}</dt>
          <dd>
            <RoundState state={round.state} />
          </dd>
        </div>
        <div>
          <dt>{t('team:rounds.deadline')}</dt>
          <dd>
            <Deadline at={round.deadline} zone={round.meeting.timeZone} />
          </dd>
        </div>
        <div>
          <dt>{t('team:rounds.questionnaire')}</dt>
          <dd>
            <Said text={round.version.title} /> <span className="num">{round.version.version}</span>
          </dd>
        </div>
        <div>
          <dt>{t('team:rounds.meeting')}</dt>
          <dd>
            <a href={`/team/meetings/${round.meeting.slug}`}>
              <Said text={round.meeting.title} />
            </a>
          </dd>
        </div>
      </dl>
      <p>
        <a href={`/team/rounds/${round.slug}/questions/${firstField}`}>{t('desk:question.to')}</a>
      </p>
      <p>
        <a href={`/team/rounds/${round.slug}/checks`}>{t('desk:checks.title')}</a>
      </p>
      <p>
        <a href={`/team/rounds/${round.slug}/reminders`}>{t('reminders:title')}</a>
      </p>
      <p>
        <a href={`/team/rounds/${round.slug}/settings`}>{t('team:board.to_settings')}</a>
      </p>
    </aside>
  )
}
