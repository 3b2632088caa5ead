// What is said shortly before the session ends, and after it: empty until the script of the page shows a part of it.
import { useWords } from './words.tsx'

/** Milliseconds from when the page was made: until the session ends by itself, and whatever is asked. */
export type SessionLeft = { readonly left: number; readonly most: number }

export function SessionEnd({ session, returnTo }: { session: SessionLeft; returnTo: string }) {
  const { t } = useWords()
  const door = `/sign-in?${new URLSearchParams({ returnTo })}`
  return (
    <div role="status" className="session-end" data-session="" data-left={session.left} data-most={session.most}>
      <div className="notice attend row" data-part="soon" hidden>
        <p>{t('ending.soon')}</p>
        <p>
          <button type="button" className="button" data-stay="">
            {t('ending.stay')}
          </button>{' '}
          <span className="meta">{t('ending.key')}</span>
        </p>
      </div>
      <p className="notice attend" data-part="last" hidden>
        {t('ending.last')}
      </p>
      <p className="notice attend" data-part="over" hidden>
        {t('ending.over')}{' '}
        <a href={door} target="_blank" rel="noopener">
          {t('ending.again')}
        </a>
      </p>
      <p className="notice kept" data-part="stayed" hidden>
        {t('ending.stayed')}
      </p>
    </div>
  )
}
