// Where a draft stands on its way to publication: what is in the way, the number, the proposal, the second pair of eyes.
import type { ReactNode } from 'react'
import { useWords } from '../../words.tsx'
import type { Sent } from '../fields.tsx'
import type { DraftFacts } from './head.tsx'

type Props = {
  readonly draft: DraftFacts
  /** the number that the changes ask for; null where nothing is published before */
  readonly suggested: string | null
  readonly refusals: readonly unknown[]
  readonly problems: readonly unknown[]
  readonly isProposer: boolean
  readonly sent: Sent
  readonly children: ReactNode
}

export function PublishForms({ draft, suggested, refusals, problems, isProposer, children }: Props) {
  const { t } = useWords()
  const isReady = refusals.length + problems.length === 0
  if (draft.state === 'published') return null
  return (
    <section className={isReady ? 'notice stack' : 'notice attend stack'} aria-labelledby="standing">
      <h2 id="standing">{t(isReady ? 'drafts:publish.ready' : 'drafts:publish.not_ready')}</h2>
      {children}
      {draft.state === 'open' && suggested !== null && suggested !== draft.version && (
        <form method="post" className="row">
          <p>{t('drafts:publish.number', { version: draft.version, suggested })}</p>
          <input type="hidden" name="version" value={suggested} />
          <button type="submit" name="act" value="version" className="button second small">
            {t('drafts:publish.use', { version: suggested })}
          </button>
        </form>
      )}
      {(draft.state === 'proposed' || (draft.state === 'open' && isReady)) && (
        <form method="post" className="row" id="act">
          {draft.state === 'open' && (
            <>
              <p className="meta">{t('drafts:publish.propose_means')}</p>
              <button type="submit" name="act" value="propose" className="button">
                {t('drafts:publish.propose')}
              </button>
            </>
          )}
          {draft.state === 'proposed' && (
            <>
              {isProposer ? (
                <p className="meta">{t('drafts:publish.other_person')}</p>
              ) : (
                <button type="submit" name="act" value="publish" className="button">
                  {t('team:questionnaires.publish')}
                </button>
              )}
              <button type="submit" name="act" value="take_back" className="button second">
                {t('drafts:publish.take_back')}
              </button>
            </>
          )}
        </form>
      )}
    </section>
  )
}
