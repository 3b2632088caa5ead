// One conclusion: where it stands, its three texts side by side, what it rests on, who reserves, when.
import type { Text } from '#surveys/definition/model.ts'
import { directionOf, LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export type ClauseView = {
  readonly number: number
  readonly revision: number
  readonly texts: Text
  readonly stand: string
  readonly countries: readonly string[]
  readonly words: string
  readonly figure: { readonly href: string | null; readonly snapshot: number } | null
  readonly silence: { readonly until: string; readonly isOver: boolean } | null
  readonly objections: readonly { readonly country: string; readonly kind: string; readonly words: string }[]
  readonly at: string
  readonly by: string
}
type Countries = readonly { readonly code: string; readonly label: Text }[]

const MARKS: Readonly<Record<string, string>> = {
  proposed: 'open',
  agreed: 'agreed',
  ad_referendum: 'referendum',
  reserved: 'reserved',
  withdrawn: 'withdrawn',
}

function Stand({ stand, words }: { stand: string; words: string }) {
  return (
    <span className={`stand ${MARKS[stand] ?? 'open'}`}>
      <span>{words}</span>
    </span>
  )
}

export function StandKey() {
  const { t } = useWords()
  return (
    <ul role="list" className="key">
      {Object.keys(MARKS).map((stand) => (
        <li key={stand}>
          <Stand stand={stand} words={t(`session:stand.${stand}`)} />
        </li>
      ))}
    </ul>
  )
}

type ClauseProps = {
  readonly clause: ClauseView
  readonly meeting: { readonly slug: string; readonly timeZone: string }
  readonly countries: Countries
  /** the heading leads to the page of the conclusion */
  readonly isLink?: boolean
}

export function Clause({ clause, meeting, countries, isLink = false }: ClauseProps) {
  const { t, list } = useWords()
  const names = useNames(countries)
  const { number, stand, texts } = clause
  const standing = t(`session:stand.${stand}`)
  const words =
    clause.countries.length > 0 ? `${standing}${t('results:colon')}${list(names(clause.countries))}` : standing
  const title = t('session:conclusions.number', { number })
  return (
    <article className="clause" aria-labelledby={`conclusion-${number}`}>
      <header>
        <span className="no" aria-hidden="true">
          {number}
        </span>
        <h2 id={`conclusion-${number}`}>
          {isLink ? <a href={`/plenary/${meeting.slug}/conclusions/${number}`}>{title}</a> : title}{' '}
          <Stand stand={stand} words={words} />
        </h2>
      </header>
      <div className="tongues">
        {LANGUAGES.map((language) => (
          <div key={language} lang={language} dir={directionOf(language)}>
            <p className="over">{OWN_NAMES[language]}</p>
            {texts[language] ? <p className="written">{texts[language]}</p> : <Missing />}
          </div>
        ))}
      </div>
      <ClauseFacts clause={clause} timeZone={meeting.timeZone} countries={countries} />
    </article>
  )
}

function Missing() {
  const { t, language, dir } = useWords()
  return (
    <p className="fine" lang={language} dir={dir}>
      {t('session:conclusions.not_translated')}
    </p>
  )
}

function useNames(countries: Countries): (codes: readonly string[]) => string[] {
  const saying = useSaying()
  return (codes) => codes.map((code) => saying(countries.find((one) => one.code === code)?.label ?? {}).words || code)
}

type FactsProps = { clause: ClauseView; timeZone: string; countries: Countries }

function ClauseFacts({ clause, timeZone, countries }: FactsProps) {
  const { t, inZone, zone, list } = useWords()
  const names = useNames(countries)
  const { figure, words, silence, objections, at, by, revision } = clause
  const moments = inZone(timeZone)
  const said = objections.map(
    (one) =>
      `${names([one.country]).join('')} (${t(`session:objection.${one.kind}`)})${one.words ? `: ${one.words}` : ''}`,
  )
  return (
    <dl className="by">
      <div>
        <dt>{t('session:conclusions.rests_on')}</dt>
        <dd>
          {figure?.href ? (
            <a href={figure.href}>{t('session:conclusions.figure', { number: figure.snapshot })}</a>
          ) : (
            t('session:conclusions.no_figure')
          )}
        </dd>
      </div>
      {words && (
        <div>
          <dt>{t('session:conclusions.words')}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      )}
      <div>
        <dt>{t('session:conclusions.revision', { revision })}</dt>
        <dd>{t('session:snapshot.at_by', { at: moments.moment(at), zone: zone(timeZone), by })}</dd>
      </div>
      {silence && (
        <div>
          <dt>{t('session:silence.title')}</dt>
          <dd>
            {t(silence.isOver ? 'session:silence.over' : 'session:silence.until', {
              at: moments.deadline(silence.until),
              zone: zone(timeZone),
            })}
            <br />
            {said.length > 0 ? list(said) : t('session:silence.none')}
          </dd>
        </div>
      )}
    </dl>
  )
}
