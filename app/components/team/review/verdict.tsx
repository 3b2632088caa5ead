// The team's word on the revision as a whole: accept it, take that back, or open the reply for the delegation.
import { useWords } from '../../words.tsx'
import { AreaField } from '../fields.tsx'
import { Intent } from '../frame.tsx'
import type { ReviewForms } from './asked.tsx'

type VerdictProps = ReviewForms & { revision: number; state: string; reply: string }

export function Verdict({ revision, reply, sent, intent, may }: VerdictProps) {
  const { t } = useWords()
  const mine = sent?.values.act === 'reopen_for' ? sent : undefined
  return (
    <aside className="stack" aria-labelledby="verdict">
      <h2 id="verdict">{t('review:verdict.title', { revision })}</h2>
      {(may.accept || may.take_back_acceptance) && (
        <form method="post" className="stack tight">
          <Intent value={intent} />
          <input type="hidden" name="revision" value={revision} />
          <p className="meta">{t(may.accept ? 'review:verdict.accept_means' : 'review:verdict.accepted_means')}</p>
          <button
            type="submit"
            name="act"
            value={may.accept ? 'accept' : 'take_back_acceptance'}
            className={may.accept ? 'button' : 'button quiet'}
          >
            {t(may.accept ? 'review:verdict.accept' : 'review:verdict.take_back', { revision })}
          </button>
        </form>
      )}
      {may.reopen_for && (
        <details className="more" open={mine !== undefined}>
          <summary>{t('review:verdict.reopen')}</summary>
          <form method="post" className="stack tight" noValidate>
            <Intent value={intent} />
            <p className="meta">{t('review:verdict.reopen_means')}</p>
            <AreaField sent={mine} name="words" label={t('review:verdict.why')} idPrefix={mine ? '' : 'reopen-'} />
            <button type="submit" name="act" value="reopen_for" className="button second small">
              {t('review:verdict.reopen')}
            </button>
          </form>
        </details>
      )}
      <p>
        <a href={reply}>{t('review:verdict.read')}</a>
      </p>
    </aside>
  )
}
