// The page of a reading copy: choose its language, print it, or take it as a Word file.
import type { Paper } from '#surveys/tables/paper.ts'
import { isLanguage, OWN_NAMES } from '../../languages.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import { useWords } from '../words.tsx'
import { PaperArticle } from './paper.tsx'

export type ReadingCopyPage = ReplyPlace & {
  readonly paper: Paper
  /** address of the page, without the language */
  readonly here: string
  readonly languages: readonly string[]
}

export function ReadingCopy({ page }: { page: ReadingCopyPage }) {
  const { t } = useWords()
  const { paper, here, languages } = page
  const name = (language: string) => (isLanguage(language) ? OWN_NAMES[language] : language)
  return (
    <div className="page">
      <Crumbs page={page} here={t('documents:copy.title')} />
      <div className="head screen-only">
        <h1>{t('documents:copy.title')}</h1>
        <p className="lead">{t(paper.mark === null ? 'documents:copy.lead_sealed' : 'documents:copy.lead')}</p>
        <nav aria-label={t('documents:copy.languages')}>
          <ul role="list" className="row">
            {languages.map((language) => (
              <li key={language}>
                <a
                  href={`${here}?language=${language}`}
                  hrefLang={language}
                  lang={language}
                  aria-current={language === paper.language ? 'page' : undefined}
                >
                  {name(language)}
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
