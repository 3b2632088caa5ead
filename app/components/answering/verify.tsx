// The page that verifies receipts, for anybody who holds one.
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'
import { Seal } from './receipt.tsx'

export type FoundReply = {
  readonly country: Text
  readonly round: Text
  readonly revision: number
  readonly isOfficial: boolean
  readonly received: string
}
export type Found =
  | { readonly kind: 'unreadable'; readonly entry: string }
  | { readonly kind: 'unknown'; readonly isDocument: boolean; readonly hash: string }
  | { readonly kind: 'known'; readonly isDocument: boolean; readonly hash: string; readonly reply: FoundReply }

export function Verify({ found }: { found: Found | null }) {
  const { t } = useWords()
  const isUnreadable = found?.kind === 'unreadable'
  return (
    <div className="page">
      <Wrongs wrongs={isUnreadable ? [{ href: '#text', words: t('answer:verify.unreadable') }] : []} />
      <div className="head">
        <h1>{t('answer:verify.title')}</h1>
        <p className="lead">{t('answer:verify.lead')}</p>
      </div>
      {found && found.kind !== 'unreadable' && <Result found={found} />}
      <form method="post" action="/verify" encType="multipart/form-data" className="stack" noValidate>
        <div className="field">
          <label htmlFor="text">{t('answer:verify.paste')}</label>
          <p className="hint" id="text-h">
            {t('answer:verify.paste_hint')}
          </p>
          {isUnreadable && (
            <p className="wrong-text" id="text-e">
              {t('answer:verify.unreadable_means')}
            </p>
          )}
          <textarea
            className="control"
            id="text"
            name="text"
            dir="ltr"
            spellCheck={false}
            aria-describedby={isUnreadable ? 'text-h text-e' : 'text-h'}
            aria-invalid={isUnreadable ? true : undefined}
            defaultValue={isUnreadable ? found.entry : ''}
          />
        </div>
        <div className="field">
          <label htmlFor="document">{t('answer:verify.upload')}</label>
          <p className="hint" id="document-h">
            {t('answer:verify.upload_hint')}
          </p>
          <input
            type="file"
            id="document"
            name="document"
            accept=".json,application/json"
            aria-describedby="document-h"
          />
        </div>
        <p>
          <button type="submit" className="button">
            {t('answer:verify.button')}
          </button>
        </p>
      </form>
      <section aria-labelledby="how" className="stack tight">
        <h2 id="how">{t('answer:verify.how')}</h2>
        <p className="prose">{t('answer:verify.how_text')}</p>
      </section>
    </div>
  )
}

function Result({ found }: { found: Exclude<Found, { kind: 'unreadable' }> }) {
  const { t } = useWords()
  const what = found.isDocument ? 'document' : 'seal'
  if (found.kind === 'unknown')
    return (
      <section className="notice attend" aria-labelledby="result" role="status">
        <h2 id="result">{t(`answer:verify.unknown_${what}`)}</h2>
        <p>{t(`answer:verify.unknown_${what}_means`)}</p>
        <p>
          <Seal hash={found.hash} />
        </p>
      </section>
    )
  return (
    <section className="notice kept" aria-labelledby="result" role="status">
      <h2 id="result">{t(found.isDocument ? 'answer:verify.matches' : 'answer:verify.known')}</h2>
      <ReplyFacts reply={found.reply} hash={found.hash} />
    </section>
  )
}

function ReplyFacts({ reply, hash }: { reply: FoundReply; hash: string }) {
  const { t } = useWords()
  const { revision } = reply
  return (
    <dl className="facts tight">
      <div>
        <dt>{t('answer:verify.reply_of')}</dt>
        <dd>
          <Said text={reply.country} />
        </dd>
      </div>
      <div>
        <dt>{t('answer:verify.round')}</dt>
        <dd>
          <Said text={reply.round} />
        </dd>
      </div>
      <div>
        <dt>{t('answer:verify.revision')}</dt>
        <dd>{t(reply.isOfficial ? 'answer:verify.is_official' : 'answer:verify.is_replaced', { revision })}</dd>
      </div>
      <div>
        <dt>{t('answer:verify.received')}</dt>
        <dd>{reply.received}</dd>
      </div>
      <div>
        <dt>{t('answer:receipt.seal')}</dt>
        <dd>
          <Seal hash={hash} />
        </dd>
      </div>
    </dl>
  )
}
