// What is wrong, said first at the top, each line a link to the place; the same words stand there.
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'
import type { Wrong } from './section-page.ts'

export function Wrongs({ wrongs, children }: { wrongs: readonly Wrong[]; children?: ReactNode }) {
  const { t } = useWords()
  if (wrongs.length === 0) return null
  return (
    <div className="wrongs" role="alert" tabIndex={-1} aria-labelledby="wrongs" data-focus="">
      <h2 id="wrongs">{t('answer:section.problem')}</h2>
      <ul role="list">
        {wrongs.map(({ href, words }) => (
          <li key={href + words}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
      {children && <p className="meta">{children}</p>}
    </div>
  )
}
