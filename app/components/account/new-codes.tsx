// Ten recovery codes, shown this once.
import { useWords } from '../words.tsx'

/** @param next where one goes on once they are kept */
export function NewCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useWords()
  return (
    <>
      <ol aria-label={t('profile:recovery.list')}>
        {codes.map((code) => (
          <li key={code}>
            <b className="seal">{code}</b>
          </li>
        ))}
      </ol>
      <p>
        <a className="button" href={next}>
          {t('profile:recovery.kept')}
        </a>
      </p>
    </>
  )
}
