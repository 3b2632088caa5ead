// Beside the door: the first visit by a typed code, which no mail scanner can use up, and what happens inside.
import { useWords } from '../words.tsx'

export function FirstVisit() {
  const { t } = useWords()
  return (
    <>
      <hr />
      <h2>{t('account:first.title')}</h2>
      <form className="stack" method="post" action="/invitation">
        <div className="field">
          <label htmlFor="invite">{t('account:first.label')}</label>
          <p className="hint" id="invite-hint">
            {t('account:first.hint')} <bdi>K7QM-2ZTD</bdi>
          </p>
          <input
            type="text"
            className="mid control"
            id="invite"
            name="invite"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            aria-describedby="invite-hint"
            dir="ltr"
          />
        </div>
        <button type="submit" className="button second">
          {t('account:first.use')}
        </button>
      </form>
    </>
  )
}

export function WhatHappens({ contact }: { contact: string | null }) {
  const { t } = useWords()
  return (
    <div className="stack airy prose">
      <h2>{t('account:inside.title')}</h2>
      <p>{t('account:inside.lead')}</p>
      <dl className="facts tight">
        {['answers', 'unfinished', 'never'].map((key) => (
          <div key={key}>
            <dt>{t(`account:inside.${key}.what`)}</dt>
            <dd>{t(`account:inside.${key}.is`)}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">
        {t('account:inside.help')}{' '}
        <a href={contact ? `mailto:${contact}` : '/help'}>{contact ? <bdi>{contact}</bdi> : t('foot.help')}</a>
      </p>
    </div>
  )
}
