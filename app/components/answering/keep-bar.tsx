// Always in sight: what is saved, and the way on.
import { useWords } from '../words.tsx'
import type { SectionPage } from './section-page.ts'

export function KeepBar({ page }: { page: SectionPage }) {
  const { t } = useWords()
  const { next } = page
  return (
    <div className="keepbar">
      <div>
        <span
          className="saved"
          role="status"
          data-status=""
          data-saving={t('answer:saved.saving')}
          data-retrying={t('answer:saved.retrying')}
          data-lost={t('answer:saved.lost')}
          data-refused={t('answer:saved.refused')}
        >
          {page.saved ?? t('answer:saved.nothing')}
        </span>
        <span className="row">
          <a className="button quiet" href={page.base}>
            {t('answer:section.leave')}
          </a>
          <button type="submit" className="button" name="act" value="save">
            {next ? t('answer:section.continue', { letter: next.letter }) : t('answer:section.to_check')}
          </button>
        </span>
      </div>
    </div>
  )
}
