// A page of prose: a heading, a sentence, and sections whose paragraphs stand in the locale files.
import type { ReactNode } from 'react'
import { useWords } from './words.tsx'

/** @param page its key in `pages`; `children` are the sections */
export function Written({ page, children }: { page: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{t(`pages:${page}.title`)}</h1>
        <p className="lead">{t(`pages:${page}.lead`)}</p>
      </div>
      <div className="stack airy">{children}</div>
    </div>
  )
}

/** @param at key of the section; `says` are its paragraphs, or the lines of a list where `isList` */
export function WrittenSection({
  at,
  says,
  isList = false,
}: {
  at: string
  says: readonly string[]
  isList?: boolean
}) {
  const { t } = useWords()
  const sentence = (key: string) => t(`pages:${at}.${key}`)
  return (
    <section className="prose">
      <h2>{t(`pages:${at}.title`)}</h2>
      {isList ? (
        <ul>
          {says.map((key) => (
            <li key={key}>{sentence(key)}</li>
          ))}
        </ul>
      ) : (
        says.map((key) => <p key={key}>{sentence(key)}</p>)
      )}
    </section>
  )
}
