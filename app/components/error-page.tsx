// What a page says when it cannot be shown: what happened, what to do, and a number to quote. Never a stack.
import { wordsOf } from '../failures.ts'
import { useRequestFacts } from '../request-context.tsx'
import { useWords } from './words.tsx'

export function ErrorPage({ failure }: { failure: number }) {
  const { t } = useWords()
  const facts = useRequestFacts()
  const said = wordsOf(failure, facts?.house.storage)
  return (
    <div className="page">
      <div className="head">
        <h1>{t(`${said}.title`)}</h1>
        <p className="lead">{t(`${said}.what`)}</p>
      </div>
      <div className="stack prose">
        <p>{t(`${said}.next`, { origin: facts?.house.config.origin ?? '' })}</p>
        <p className="row">
          {failure === 401 ? (
            <a className="button" href="/sign-in">
              {t('problems:to_sign_in')}
            </a>
          ) : (
            <a className="button" href="/">
              {t('problems:to_start')}
            </a>
          )}
          <a className="button quiet" href="/help">
            {t('problems:to_help')}
          </a>
        </p>
        {facts && (
          <p className="meta">
            {t('problems:quote')} <bdi>{facts.requestId}</bdi>
          </p>
        )}
      </div>
    </div>
  )
}
