// The line above every page of results: which data, how many replies, who reads, which version.
import type { Base, Mode, Reader, Shown } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said, saying } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { type Speech, useWords } from '../words.tsx'
import { type NoteHere, NotesHere } from './notes-here.tsx'

/** A snapshot as it is printed. */
export type SnapshotStamp = {
  readonly number: number
  readonly title: Text
  /** ISO 8601 */
  readonly takenAt: string
  readonly isReleased: boolean
}

export type PageFacts = {
  /** `/results/<round>` */
  readonly base: string
  /** slug of the round */
  readonly round: string
  readonly title: Text
  readonly questionnaire: Text
  readonly version: string
  /** null: live */
  readonly snapshot: SnapshotStamp | null
  /** when the last reply came, ISO 8601; null before the first */
  readonly latest: string | null
  /** the meeting's */
  readonly timeZone: string
  readonly replied: Base
  readonly invited: number
  readonly reader: Reader
  readonly mode: Mode
  readonly shown: Shown
  /** the team may look with other eyes */
  readonly isTeam: boolean
  /** keeps who reads, for links within the results: empty, or from the question mark on */
  readonly search: string
  /** of this page */
  readonly path: string
  /** what the team observes here, and what organisations say of the rows */
  readonly notes: readonly NoteHere[]
}

/** @param isProvisional too few replies for a final word; unknown where no threshold is set */
export function Facts({ facts, isProvisional = false }: { facts: PageFacts; isProvisional?: boolean }) {
  const { t } = useWords()
  const { replied } = facts
  const data = useDataLine(facts)
  return (
    <>
      <dl className="facts tight base-facts">
        <div>
          <dt>{t('results:facts.data')}</dt>
          <dd>{data}</dd>
        </div>
        <div>
          <dt>{t('results:facts.base')}</dt>
          <dd>
            {t(replied.basis === 'named' ? 'results:facts.by_name' : 'results:facts.submitted', {
              count: replied.n,
              all: replied.of,
            })}{' '}
            <Seats taken={replied.n} of={replied.of} />
            {isProvisional && (
              <>
                {' '}
                <span className="firm yes">{t('results:facts.provisional')}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('results:facts.shown_to')}</dt>
          <dd>
            <ShownTo facts={facts} />
          </dd>
        </div>
        <div>
          <dt>{t('results:facts.questionnaire')}</dt>
          <dd>
            <Said text={facts.questionnaire} />
            {t('results:comma')}
            {t('results:facts.version', { version: facts.version })}
          </dd>
        </div>
      </dl>
      <NotesHere notes={facts.notes} base={facts.base} />
    </>
  )
}

/** Which moment the figures are of: a snapshot with its number, or live until the last reply. */
export function useDataLine({
  snapshot,
  latest,
  timeZone,
}: Pick<PageFacts, 'snapshot' | 'latest' | 'timeZone'>): string {
  return dataLine(useWords(), { snapshot, latest, timeZone })
}

export function dataLine(
  { t, inZone, zone, language }: Pick<Speech, 't' | 'inZone' | 'zone' | 'language'>,
  { snapshot, latest, timeZone }: Pick<PageFacts, 'snapshot' | 'latest' | 'timeZone'>,
): string {
  const { moment } = inZone(timeZone)
  if (snapshot) {
    const { number, title, takenAt, isReleased } = snapshot
    const about = { number, title: saying(title, language).words, at: moment(takenAt), zone: zone(timeZone) }
    return t(isReleased ? 'results:facts.snapshot' : 'results:facts.snapshot_unreleased', about)
  }
  return latest ? t('results:facts.live', { at: moment(latest), zone: zone(timeZone) }) : t('results:facts.nothing_yet')
}

/** Who reads; for the team, the way to see the page as the others would. */
function ShownTo({ facts }: { facts: PageFacts }) {
  const { t } = useWords()
  const { reader, mode, shown, isTeam } = facts
  if (reader === 'team')
    return (
      <>
        {t('results:facts.team')} · <a href={hrefWith(facts, 'shared')}>{t('results:facts.see_as_others')}</a>
      </>
    )
  const isChoice = shown.totalsOnly > 0 && shown.totalsOnly < 3
  const other: Mode = mode === 'by_name' ? 'totals' : 'by_name'
  return (
    <>
      {t(`results:facts.${isTeam ? 'shared' : 'guest'}_${shown.kind}`, {
        named: shown.named,
        totals: shown.totalsOnly,
      })}
      {isTeam && isChoice && (
        <>
          {' · '}
          <a href={hrefWith(facts, 'shared', other)}>{t(`results:facts.see_${other}`)}</a>
        </>
      )}
      {isTeam && (
        <>
          {' · '}
          <a href={hrefWith(facts, 'team')}>{t('results:facts.see_as_team')}</a>
        </>
      )}
    </>
  )
}

/** This page at the same moment, with other eyes. */
function hrefWith({ path, snapshot }: PageFacts, reader: Reader, mode?: Mode): string {
  const search = new URLSearchParams({
    ...(snapshot && { snapshot: String(snapshot.number) }),
    ...(reader === 'shared' && { reader }),
    ...(mode && { mode }),
  }).toString()
  return search ? `${path}?${search}` : path
}
