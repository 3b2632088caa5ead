// Where one is: the delegation, the round, the page; and, above all else, that the team has returned the reply.
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { ReplyPlace } from './section-page.ts'

export function Crumbs({ page, here }: { page: ReplyPlace; here: string }) {
  const { t } = useWords()
  return (
    <>
      <nav className="crumbs" aria-label={t('answer:here')}>
        <ol role="list">
          <li>
            <a href="/answer">
              <Said text={page.country} />
            </a>
          </li>
          <li>
            <a href={page.base}>
              <Said text={page.round} />
            </a>
          </li>
          <li aria-current="page">{here}</li>
        </ol>
      </nav>
      {page.banner && (
        <p className="notice attend">
          {page.banner.words} <a href={page.banner.href}>{page.banner.link}</a>
        </p>
      )}
    </>
  )
}
