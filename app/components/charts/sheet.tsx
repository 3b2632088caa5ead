// A country's page: read in thirty seconds, one A4 in print.
import { Said, tongueOf, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { SheetView, SheetWords } from './sheet-view.ts'
import { times } from './times.ts'

type SheetProps = {
  readonly sheet: SheetView
  readonly source: string
  readonly timeZone: string
  /** it stands on a page that has a title of its own */
  readonly isPart?: boolean
}

/** @param source where the numbers come from, said at the foot */
export function Sheet({ sheet, source, timeZone, isPart = false }: SheetProps) {
  const { t, inZone } = useWords()
  const Title = isPart ? 'h3' : 'h1'
  const { statement, asOf, measures, place, of, revision, submittedAt } = sheet
  return (
    <article className="sheet">
      <header>
        <div>
          <p className="over">{t('dashboards:sheet.place', { place, of })}</p>
          <Title>
            <Said text={sheet.country} />
          </Title>
        </div>
        <p className="meta">
          {asOf && (
            <>
              {t('dashboards:sheet.as_of')} <Words said={asOf} />
              <br />
            </>
          )}
          {t('dashboards:cell.submitted', { revision, at: inZone(timeZone).moment(submittedAt) })}
        </p>
      </header>
      <div className="parts">
        {statement && (
          <section className="whole" aria-labelledby="sheet-statement">
            <h2 id="sheet-statement" className="hidden">
              {t('dashboards:sheet.statement')}
            </h2>
            <p className="said-by">
              <Words said={statement} />
            </p>
          </section>
        )}
        {measures.length > 0 && <Measures sheet={sheet} />}
        <FactsColumn sheet={sheet} />
        <NeedsColumn sheet={sheet} />
      </div>
      <p className="source">
        <span>{source}</span>
      </p>
    </article>
  )
}

function Measures({ sheet: { measures, states } }: { sheet: SheetView }) {
  const { t, number, list } = useWords()
  const say = useSaying()
  const counts = states
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${number(count)} ${say(label).words}`)
  return (
    <section className="whole" aria-labelledby="sheet-measures">
      <h2 id="sheet-measures">
        {t('dashboards:sheet.measures', { count: measures.length })}
        {counts.length > 0 && `${t('results:colon')}${list(counts)}`}
      </h2>
      <ol role="list" className="strip">
        {measures.map(({ label, state, shade }, index) => (
          <li key={Object.values(label)[0]} className={shade}>
            <span>
              {number(index + 1)} <Said text={label} />
            </span>
            <b>
              <State state={state} shade={shade} />
            </b>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Done is said with what it rests on: evidence that was accepted, or the delegation's word. */
function State({ state, shade }: Pick<SheetView['measures'][number], 'state' | 'shade'>) {
  const { t } = useWords()
  if (shade === 'im') return t('dashboards:sheet.evidenced')
  if (shade === 'de') return t('dashboards:sheet.declared')
  return state ? <Said text={state} /> : t('results:not_answered')
}

function FactsColumn({ sheet }: { sheet: SheetView }) {
  const { t } = useWords()
  const { facts, milestone, milestoneDate } = sheet
  return (
    <section>
      {facts.length > 0 && (
        <>
          <h2>{t('dashboards:sheet.facts')}</h2>
          <dl className="facts tight">
            {facts.map(({ label, said }) => (
              <div key={Object.values(label)[0]}>
                <dt>
                  <Said text={label} />
                </dt>
                <dd>
                  <Words said={said} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {milestone && (
        <>
          <h2 className="gap-above">{t('dashboards:sheet.milestone')}</h2>
          <p>
            <Words said={milestone} />{' '}
            {milestoneDate && (
              <b>
                <Words said={milestoneDate} />
              </b>
            )}
          </p>
        </>
      )}
    </section>
  )
}

function NeedsColumn({ sheet: { needs, obstacles, offers, commentsFrom } }: { sheet: SheetView }) {
  const { t, number, list } = useWords()
  const say = useSaying()
  const names = (texts: SheetView['offers']) => list(texts.map((text) => say(text).words))
  return (
    <section>
      {needs.length > 0 && (
        <>
          <h2>{t('dashboards:sheet.needs', { count: needs.length })}</h2>
          <ol role="list" className="five">
            {needs.map((need, index) => (
              <li key={Object.values(need.label)[0]}>
                <b>{number(index + 1)}</b>
                <span>
                  <Said text={need.label} />
                </span>
                <span className="num">
                  {t('dashboards:sheet.priority')} <b>{number(need.priority)}</b>
                </span>
                <span className="fine">
                  <NeedLine need={need} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {obstacles.length > 0 && (
        <>
          <h2 className="gap-above">{t('dashboards:sheet.obstacles')}</h2>
          <p>{list(obstacles.map(({ label, times: count }) => `${say(label).words} (${number(count)})`))}</p>
        </>
      )}
      {offers.length > 0 && (
        <>
          <h2 className="gap-above">{t('dashboards:sheet.offers')}</h2>
          <p>{names(offers)}</p>
        </>
      )}
      {commentsFrom.length > 0 && (
        <>
          <h2 className="gap-above">{t('dashboards:sheet.comments')}</h2>
          <p>{names(commentsFrom)}</p>
        </>
      )}
    </section>
  )
}

function NeedLine({ need }: { need: SheetView['needs'][number] }) {
  const { t, number } = useWords()
  const say = useSaying()
  const { urgency, current, needed, shared } = need
  const said = [
    ...(urgency ? [say(urgency).words] : []),
    ...(current !== null && needed !== null
      ? [t('dashboards:sheet.capacity', { current: number(current), needed: number(needed) })]
      : []),
    ...(shared ? [t('dashboards:sheet.shared', { k: shared.k, n: shared.n })] : []),
  ]
  return <>{said.join(' · ')}</>
}

function Words({ said }: { said: SheetWords }) {
  const { language } = useWords()
  return (
    <>
      {times(said.lines.length, (line) => (
        <span key={line} dir="auto" lang={tongueOf(said.language, language).lang}>
          {line > 0 && <br />}
          {said.lines[line]}
        </span>
      ))}
    </>
  )
}
