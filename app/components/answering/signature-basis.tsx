// On what the signature rests: in person, or a letter or note verbale whose document is kept with it.
import { BASES, needsDocument } from '#surveys/answering/signature.ts'
import { useWords } from '../words.tsx'
import type { CheckPage } from './check-page.ts'

export function SignatureBasis({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const problem = page.signProblems.basis
  return (
    <fieldset className="stack" aria-describedby={problem ? 'basis-e' : 'basis-hint'}>
      <legend className="ask sub">{t('documents:basis.title')}</legend>
      <p className="hint" id="basis-hint">
        {t('documents:basis.hint')}
      </p>
      {problem && (
        <p className="wrong-text" id="basis-e">
          {problem}
        </p>
      )}
      <div className="choices">
        {BASES.map((basis, index) => (
          <label key={basis} className="choice">
            <input
              type="radio"
              name="basis"
              id={index === 0 ? 'basis' : undefined}
              value={basis}
              defaultChecked={page.sign.basis === basis}
            />
            <span>{t(`documents:basis.${basis}`)}</span>
            {needsDocument(basis) && <small>{t('documents:basis.with_document')}</small>}
          </label>
        ))}
      </div>
      <PaperOf page={page} />
    </fieldset>
  )
}

/** The document is sent with everything typed beside it, to an address of its own: nothing is lost. */
function PaperOf({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const { paper } = page
  return (
    <div className="field">
      <label htmlFor="paper">{t('documents:basis.document')}</label>
      <p className="hint" id="paper-hint">
        {paper === null ? t('documents:basis.kinds') : t('documents:basis.kept', { name: `\u2068${paper}\u2069` })}
      </p>
      <input type="file" id="paper" name="paper" accept=".pdf,.docx,.jpg,.jpeg,.png" aria-describedby="paper-hint" />
      <p>
        <button
          type="submit"
          className="button second small"
          name="act"
          value="keep-paper"
          formAction={`${page.base}/check/files`}
          formEncType="multipart/form-data"
        >
          {t(paper === null ? 'documents:basis.upload' : 'documents:basis.replace')}
        </button>
      </p>
    </div>
  )
}
