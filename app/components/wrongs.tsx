// What is wrong, said first at the top, each line a link to the place; the same words stand there.
import type { ReactNode } from 'react'
import { useWords } from './words.tsx'

/** `href` is `#` and the id of the field. */
export type Wrong = { readonly href: string; readonly words: string }

/** Nothing when nothing is wrong. The browser puts the focus here by itself, with or without scripts. */
export function Wrongs({ wrongs, children }: { wrongs: readonly Wrong[]; children?: ReactNode }) {
  const { t } = useWords()
  if (wrongs.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: who cannot see the page has to hear first that it was not accepted
    <div className="wrongs" role="alert" tabIndex={-1} aria-labelledby="wrongs" autoFocus>
      <h2 id="wrongs">{t('errors.heading')}</h2>
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
