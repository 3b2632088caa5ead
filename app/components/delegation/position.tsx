// The national answer to one question, set where all contributions to it can be read.
import { Crumbs } from '../answering/crumbs.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import type { Asked } from '../questions/asked.ts'
import { Question } from '../questions/question.tsx'
import { FieldName } from '../review/field-name.tsx'
import { Done } from '../team/frame.tsx'
import { useWords } from '../words.tsx'
import { type Compared, ComparedTable } from './compared.tsx'

export type PositionPage = ReplyPlace & {
  /** key of the section */
  readonly section: string
  readonly compared: Compared
  /** the question with the answer that stands in its field; null where the reader sets none */
  readonly asked: Asked | null
  /** whether the field holds all contributions together */
  readonly isMerging: boolean
  /** contributions that the answer draws on, by their numbers */
  readonly from: readonly number[]
  readonly closed: string | null
  readonly refused: string | null
  readonly done: string | null
}

export function Position({ page }: { page: PositionPage }) {
  const { t } = useWords()
  const { compared, asked } = page
  return (
    <div className="page">
      <Done done={page.done} />
      {page.refused !== null && (
        <p className="notice attend" role="alert">
          {page.refused}
        </p>
      )}
      <Crumbs page={page} here={t('inside:position.title')} />
      <div className="head">
        <p className="over">{t('inside:position.title')}</p>
        <h1>
          <FieldName field={compared.field} />
        </h1>
        {page.closed !== null && <p className="notice plain">{page.closed}</p>}
        <p className="row">
          <a href={compared.href}>{t('inside:to_question')}</a>
          <a href={`${page.base}/${page.section}/contributions`}>{t('inside:contributions.title')}</a>
          <a href={compared.discussion}>{t('inside:discussion.title')}</a>
          <a href={compared.history}>{t('inside:history.link')}</a>
        </p>
      </div>
      {compared.contributions.length === 0 ? (
        <p className="meta">{t('inside:contributions.nothing')}</p>
      ) : (
        <ComparedTable compared={compared} canAdopt={page.closed === null} />
      )}
      {asked && <Setting page={page} asked={asked} />}
    </div>
  )
}

function Setting({ page, asked }: { page: PositionPage; asked: Asked }) {
  const { t } = useWords()
  const { compared } = page
  return (
    <section className="stack" aria-labelledby="position">
      <h2 id="position">{t('inside:position.set')}</h2>
      {page.isMerging ? (
        <p className="notice plain">{t('inside:position.together')}</p>
      ) : (
        compared.contributions.length > 1 && (
          <p>
            <a href={`${compared.compare}?together#position`}>{t('inside:position.put_together')}</a>
          </p>
        )
      )}
      <form method="post" action={compared.compare} className="stack" noValidate>
        <Question asked={asked} />
        {compared.contributions.length > 0 && <From page={page} />}
        <p>
          <button type="submit" className="button" name="act" value="save">
            {t('inside:position.keep')}
          </button>
        </p>
      </form>
    </section>
  )
}

/** From whom the answer comes: the history remembers it. */
function From({ page }: { page: PositionPage }) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend className="ask sub">{t('inside:position.from')}</legend>
      <div className="choices">
        {page.compared.contributions.map(({ institution, revision }) => (
          <label key={revision} className="choice">
            <input type="checkbox" name="from" value={revision} defaultChecked={page.from.includes(revision)} />
            <span>
              <bdi>{institution}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
