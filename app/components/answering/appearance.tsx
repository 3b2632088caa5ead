// How a reply will appear, dashboard by dashboard and section by section, and the country's own page as others would read it.
import type { Appearance as Appearing } from '#surveys/analysis/appearance.ts'
import type { Standing } from '#surveys/analysis/disclosure.ts'
import type { Level } from '#surveys/answering/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Sheet } from '../charts/sheet.tsx'
import type { SheetView } from '../charts/sheet-view.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Crumbs } from './crumbs.tsx'
import { BySection, LevelChoice } from './disclosure.tsx'
import type { ReplyPlace } from './section-page.ts'

type Shown = Pick<Appearing, 'sections' | 'dashboards' | 'shared'> & {
  readonly sheet: SheetView | null
  readonly timeZone: string
}
export type AppearancePage = ReplyPlace & {
  readonly sections: readonly { readonly key: string; readonly letter: string; readonly title: Text }[]
  readonly level: Level | null
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly shown: Shown | null
}

export function Appearance({ page }: { page: AppearancePage }) {
  const { t } = useWords()
  return (
    <div className="page">
      <Crumbs page={page} here={t('desk:appear.title')} />
      <div className="head">
        <h1>{t('desk:appear.title')}</h1>
        <p className="lead">{t('desk:appear.lead')}</p>
      </div>
      <form method="get" className="stack">
        <LevelChoice country={page.country} chosen={page.level} problem={null} />
        <BySection sections={page.sections} chosen={page.sectionLevels} />
        <button type="submit" className="button second">
          {t('desk:appear.try')}
        </button>
      </form>
      {page.shown === null ? (
        <p className="meta">{t('desk:appear.choose')}</p>
      ) : (
        <Tried page={page} shown={page.shown} />
      )}
    </div>
  )
}

const MARKS: Readonly<Record<Standing, string>> = { named: 'done', counted: 'part', out: 'none' }

function Mark({ standing }: { standing: Standing }) {
  const { t } = useWords()
  return <span className={`state ${MARKS[standing]}`}>{t(`desk:appear.standing.${standing}`)}</span>
}

function Tried({ page, shown }: { page: AppearancePage; shown: Shown }) {
  const { t } = useWords()
  const { sheet, shared } = shown
  return (
    <>
      <section className="stack" aria-labelledby="dashboards">
        <h2 id="dashboards">{t('desk:appear.dashboards')}</h2>
        <dl className="facts">
          {shown.dashboards.map(({ key, standing }) => (
            <div key={key}>
              <dt>{t(`results:nav.${key}`)}</dt>
              <dd>
                <Mark standing={standing} /> <span className="meta">{t(`desk:appear.means.${standing}`)}</span>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('desk:appear.file')}</dt>
            <dd>{t('desk:appear.file_holds', { named: shared.named, given: shared.given })}</dd>
          </div>
        </dl>
        <p className="meta">{t('desk:appear.small')}</p>
      </section>
      <Sections page={page} shown={shown} />
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t('desk:appear.own')}</h2>
        {sheet === null ? (
          <p className="meta">{t('desk:appear.no_sheet')}</p>
        ) : (
          <>
            <p className="meta">{t('desk:appear.sheet_lead')}</p>
            <div className="appear">
              <Sheet sheet={sheet} source={t('desk:appear.source')} timeZone={shown.timeZone} isPart />
            </div>
          </>
        )}
      </section>
      <p>
        <a href={`${page.base}/check`}>{t('desk:appear.to_check')}</a>
      </p>
    </>
  )
}

function Sections({ page, shown }: { page: AppearancePage; shown: Shown }) {
  const { t, number } = useWords()
  return (
    <div className="stack">
      <h2 id="sections">{t('desk:appear.sections')}</h2>
      <section className="scroll" aria-label={t('desk:appear.sections')} tabIndex={0}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t('desk:appear.section')}</th>
              <th scope="col">{t('desk:appear.how')}</th>
              <th scope="col" className="n">
                {t('desk:appear.answers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.sections.map(({ key, letter, title }) => {
              const here = shown.sections.find((one) => one.key === key)
              return (
                <tr key={key}>
                  <th scope="row">
                    <bdi>{letter}</bdi> <Said text={title} />
                  </th>
                  <td>{here && <Mark standing={here.standing} />}</td>
                  <td className="n">{number(here?.answers ?? 0)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </div>
  )
}
