// The line above every page of results: which data, how many replies, who reads, which version.
import type { Base, Mode, Reader, Shown } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'

export type PageFacts = {
  /** `/results/<round>` */
  readonly base: string
  /** slug of the round */
  readonly round: string
  readonly title: Text
  readonly questionnaire: Text
  readonly version: string
  /** when the last reply came, ISO 8601; null before the first */
  readonly latest: string | null
  /** the meeting's */
  readonly timeZone: string
  readonly replied: Base
  readonly invited: number
  readonly reader: Reader
  readonly mode: Mode
  readonly shown: Shown
  /** keeps who reads, for links within the results: empty, or from the question mark on */
  readonly search: string
  /** of this page */
  readonly path: string
}

/** @param isProvisional too few replies for a final word; unknown where no threshold is set */
export function Facts({ facts, isProvisional = false }: { facts: PageFacts; isProvisional?: boolean }) {
  const { t, inZone, zone } = useWords()
  const { latest, timeZone, replied } = facts
  return (
    <dl className="facts tight base-facts">
      <div>
        <dt>{t('results:facts.data')}</dt>
        <dd>
          {latest
            ? t('results:facts.live', { at: inZone(timeZone).moment(latest), zone: zone(timeZone) })
            : t('results:facts.nothing_yet')}
        </dd>
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
  )
}

/** Who reads, and the way to see the page as the others would. */
function ShownTo({ facts }: { facts: PageFacts }) {
  const { t } = useWords()
  const { reader, mode, shown, path } = facts
  if (reader === 'team')
    return (
      <>
        {t('results:facts.team')} · <a href={`${path}?reader=shared`}>{t('results:facts.see_as_others')}</a>
      </>
    )
  const isChoice = shown.totalsOnly > 0 && shown.totalsOnly < 3
  const other: Mode = mode === 'by_name' ? 'totals' : 'by_name'
  return (
    <>
      {t(`results:facts.shared_${shown.kind}`, { named: shown.named, totals: shown.totalsOnly })}
      {isChoice && (
        <>
          {' · '}
          <a href={`${path}?reader=shared&mode=${other}`}>{t(`results:facts.see_${other}`)}</a>
        </>
      )}
      {' · '}
      <a href={path}>{t('results:facts.see_as_team')}</a>
    </>
  )
}
