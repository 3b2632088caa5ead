// Shown when a save finds the session ended: sign in beside this page, come back, nothing typed is lost.
import { useWords } from '../words.tsx'

export function SignInAgain({ returnTo }: { returnTo: string }) {
  const { t } = useWords()
  return (
    <dialog data-sign-in="" aria-labelledby="sign-in-again">
      <div className="stack">
        <h2 id="sign-in-again">{t('answer:signin.title')}</h2>
        <p>{t('answer:signin.lead')}</p>
        <p>
          <a href={`/sign-in?${new URLSearchParams({ returnTo })}`} target="_blank" rel="noopener">
            {t('answer:signin.link')}
          </a>
        </p>
        <button type="button" className="button" data-again="">
          {t('answer:signin.retry')}
        </button>
      </div>
    </dialog>
  )
}
