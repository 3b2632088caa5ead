// The head of a section: which it is, how long it takes, what to mind.
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { SectionPage } from './section-page.ts'
import { Waiting } from './waiting.tsx'

export function SectionHead({ page }: { page: SectionPage }) {
  const { t } = useWords()
  const { letter, total, minutes, title, intro } = page.section
  return (
    <div className="head">
      <p className="over">{t('answer:section.over', { letter, total, minutes })}</p>
      <h1>
        <Said text={title} />
      </h1>
      {intro && (
        <p className="lead">
          <Said text={intro} />
        </p>
      )}
      {page.closed === null ? (
        <p className="meta">
          {t('answer:section.careful')} {t('answer:section.optional')}
        </p>
      ) : (
        <p className="notice plain">{page.closed}</p>
      )}
      <InsideNotice page={page} />
      <Waiting base={page.base} count={page.carried} section={page.section.key} />
      {page.remark && <p className="notice attend">{page.remark}</p>}
    </div>
  )
}

/** Whom the reader writes for here, and what institutions have said. */
function InsideNotice({ page }: { page: SectionPage }) {
  const { t } = useWords()
  const { asked, contributed } = page.inside
  return (
    <>
      {asked.map(({ institution, count, href }) => (
        <p className="notice plain" key={institution}>
          {t('inside:contribution.asked', { institution: `\u2068${institution}\u2069`, count })}{' '}
          <a href={href}>{t('inside:contribution.write')}</a>
        </p>
      ))}
      {contributed > 0 && (
        <p>
          <a href={`${page.base}/${page.section.key}/contributions`}>
            {t('inside:contributions.link', { count: contributed })}
          </a>
        </p>
      )}
    </>
  )
}
