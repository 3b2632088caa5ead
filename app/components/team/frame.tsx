// What the pages of the team have in common: the head with its finding, what is wrong, what was done.
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'
import { idOfField, type Sent } from './fields.tsx'

type HeadProps = { readonly over?: ReactNode; readonly title: ReactNode; readonly children?: ReactNode }

export function Head({ over, title, children }: HeadProps) {
  return (
    <div className="head">
      {over && <p className="over">{over}</p>}
      <h1>{title}</h1>
      {children}
    </div>
  )
}

/** The problems of a form, first on the page, each a link to its field. */
export function Problems({ sent, idPrefix }: { sent: Sent; idPrefix?: string }) {
  const { t } = useWords()
  const wrongs = (sent?.problems ?? []).map(({ field, code, values }) => ({
    href: `#${idOfField(field, idPrefix)}`,
    words: t(`team:problem.${code}`, values),
  }))
  return <Wrongs wrongs={wrongs} />
}

/** Says once what the last form did; `done` is a word of `team:done`, chosen by the server. */
export function Done({ done }: { done: string | null }) {
  const { t } = useWords()
  if (!done) return null
  return (
    <div className="notice kept" role="status">
      <p>
        <strong>{t(`team:done.${done}`)}</strong>
      </p>
    </div>
  )
}

/** A key of this showing of the form: sent twice, it is done once. */
export function Intent({ value }: { value: string }) {
  return <input type="hidden" name="intent" value={value} />
}

export function Crumbs({ steps, here }: { steps: readonly { href: string; words: ReactNode }[]; here: ReactNode }) {
  const { t } = useWords()
  return (
    <nav className="crumbs" aria-label={t('team:crumbs')}>
      <ol role="list">
        {steps.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
