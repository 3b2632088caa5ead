// The signature: who confirms, in which function, that the reply may be submitted.
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { CheckPage } from './check-page.ts'
import { SignatureBasis } from './signature-basis.tsx'

/** The first of two steps: the focal point says that the reply is ready, or that it is not yet. */
export function Readiness({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const { readiness } = page
  if (readiness === null) return null
  return (
    <section aria-labelledby="ready" className="stack">
      <h2 id="ready">{t('review:ready.title')}</h2>
      <p className="meta prose">{t(`review:ready.means.${readiness}`)}</p>
      <p>
        <button type="submit" className="button second" name="act" value={readiness}>
          {t(`review:ready.act.${readiness}`)}
        </button>
      </p>
    </section>
  )
}

export function SignOff({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const isReady = page.missing.length === 0 && page.explain.every(({ comment }) => comment !== '')
  return (
    <section aria-labelledby="sign" className="stack">
      <h2 id="sign">{t('answer:check.sign')}</h2>
      {page.onlyOthers === null ? (
        <>
          {!isReady && <p className="notice attend">{t('answer:check.sign_missing')}</p>}
          <Signature page={page} />
        </>
      ) : (
        <p className="notice plain">{page.onlyOthers}</p>
      )}
    </section>
  )
}

function Signature({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const { revision, sign, signProblems } = page
  return (
    <>
      <div className="pair">
        <Line name="signed_name" value={sign.name} problem={signProblems.signed_name} autoComplete="name">
          {t('answer:check.name')}
        </Line>
        <Line name="signed_function" value={sign.function} problem={signProblems.signed_function}>
          {t('answer:check.function')}
        </Line>
      </div>
      <SignatureBasis page={page} />
      <Attestation page={page} />
      <p className="meta">{t('answer:check.seals', { revision, next: revision + 1 })}</p>
      <p className="row">
        <button type="submit" className="button" name="act" value="submit">
          {t('answer:check.submit', { revision })}
        </button>
      </p>
    </>
  )
}

function Attestation({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const say = useSaying()
  const { sign, signProblems } = page
  return (
    <div>
      {signProblems.attest && (
        <p className="wrong-text" id="attest-e">
          {signProblems.attest}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          name="attest"
          id="attest"
          value="yes"
          defaultChecked={sign.isAttested}
          aria-invalid={signProblems.attest ? true : undefined}
          aria-describedby={signProblems.attest ? 'attest-e' : undefined}
        />
        <span>{t('answer:check.attest', { country: say(page.country).words })}</span>
      </label>
    </div>
  )
}

type LineProps = { name: string; value: string; problem?: string; autoComplete?: string; children: string }

function Line({ name, value, problem, autoComplete, children }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{children}</label>
      {problem && (
        <p className="wrong-text" id={`${name}-e`}>
          {problem}
        </p>
      )}
      <input
        type="text"
        className="long control"
        id={name}
        name={name}
        autoComplete={autoComplete}
        dir="auto"
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-e` : undefined}
      />
    </div>
  )
}
