// The page of an empty questionnaire: choose its language, print it, or take it as a Word file.
import type { ReactNode } from 'react'
import type { Paper } from '#surveys/tables/paper.ts'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { useWords } from '../words.tsx'
import { PaperArticle } from './paper.tsx'

export type BlankPage = {
  readonly paper: Paper
  /** address of the page, without the language */
  readonly here: string
}

export function BlankQuestionnaire({ page: { paper, here }, crumbs }: { page: BlankPage; crumbs: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="page">
      {crumbs}
      <div className="head screen-only">
        <h1>{t('forms:blank.title')}</h1>
        <p className="lead">{t('forms:blank.lead')}</p>
        <nav aria-label={t('documents:copy.languages')}>
          <ul role="list" className="row">
            {LANGUAGES.map((language) => (
              <li key={language}>
                <a
                  href={`${here}?language=${language}`}
                  hrefLang={language}
                  lang={language}
                  aria-current={language === paper.language ? 'page' : undefined}
                >
                  {OWN_NAMES[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="row">
          <a className="button" href={`${here}.docx?language=${paper.language}`} download hrefLang={paper.language}>
            {t('documents:copy.word')}
          </a>
          <span className="meta">{t('documents:copy.print')}</span>
        </p>
      </div>
      <PaperArticle paper={paper} />
    </div>
  )
}
