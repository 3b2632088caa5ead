// A section's contributions, question by question: who says what, and what becomes the national answer.
import type { Text } from '#surveys/definition/model.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import { idOf } from '../questions/asked.ts'
import { Said } from '../questions/said.tsx'
import { FieldName } from '../review/field-name.tsx'
import { Done } from '../team/frame.tsx'
import { useWords } from '../words.tsx'
import { type Compared, ComparedTable } from './compared.tsx'

export type ContributionsPage = ReplyPlace & {
  readonly section: { readonly key: string; readonly title: Text }
  readonly questions: readonly Compared[]
  /** why the reader adopts nothing; null when they may */
  readonly closed: string | null
  /** institutions for which the reader may write here */
  readonly asked: readonly { readonly name: string; readonly href: string }[]
  /** why the last click did nothing */
  readonly refused: string | null
  readonly done: string | null
}

export function Contributions({ page }: { page: ContributionsPage }) {
  const { t } = useWords()
  const differing = page.questions.filter(({ differs }) => differs).length
  return (
    <div className="page">
      <Done done={page.done} />
      {page.refused !== null && (
        <p className="notice attend" role="alert">
          {page.refused}
        </p>
      )}
      <Crumbs page={page} here={t('inside:contributions.title')} />
      <div className="head">
        <p className="over">
          <Said text={page.section.title} />
        </p>
        <h1>{t('inside:contributions.finding', { count: differing })}</h1>
        <p className="lead">{t('inside:contributions.lead')}</p>
        {page.closed !== null && <p className="notice plain">{page.closed}</p>}
        <p className="row">
          <a href={`${page.base}/${page.section.key}`}>{t('inside:contributions.to_section')}</a>
          {page.asked.map(({ name, href }) => (
            <a key={name} href={href}>
              {t('inside:contribution.write_for', { institution: `\u2068${name}\u2069` })}
            </a>
          ))}
        </p>
      </div>
      {page.questions.length === 0 && <p className="meta">{t('inside:contributions.nothing')}</p>}
      {page.questions.map((compared) => (
        <section key={compared.field.name} id={idOf(compared.field.name)} className="stack tight">
          <h2 className="ask">
            <FieldName field={compared.field} />
          </h2>
          <ComparedTable compared={compared} canAdopt={page.closed === null} />
          <p>
            <a href={compared.compare}>
              {t('inside:position.link')}
              <span className="hidden"> {compared.field.number}</span>
            </a>
          </p>
        </section>
      ))}
    </div>
  )
}
