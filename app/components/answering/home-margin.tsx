// Beside what is left: the people of the delegation, and what comes next.
import { useWords } from '../words.tsx'
import type { HomePage } from './home-page.ts'

/** What a role may do, where that needs saying. */
const MAY: Readonly<Record<string, string>> = {
  head: 'signs',
  focal_point: 'edits',
  reader: 'reads',
}

export function WhoDoesWhat({ page }: { page: HomePage }) {
  const { t } = useWords()
  if (page.colleagues.length === 0) return null
  return (
    <section aria-labelledby="who">
      <h2 id="who">{t('answer:home.who')}</h2>
      <dl className="facts tight">
        {page.colleagues.map(({ role, people }) => (
          <div key={role}>
            <dt>{t(`answer:role.${role}`)}</dt>
            <dd>
              {people.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && <br />}
                  {id === page.me ? t('answer:home.you', { name: `\u2068${name}\u2069` }) : <bdi>{name}</bdi>}
                </span>
              ))}
              {MAY[role] && (
                <>
                  <br />
                  <span className="meta">{t(`answer:home.${MAY[role]}`)}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/answer/people">{t('delegation:people.title')}</a>
      </p>
    </section>
  )
}

export function NextSteps() {
  const { t } = useWords()
  const steps = ['step_answer', 'step_check', 'step_sign', 'step_receipt']
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('answer:home.next_steps')}</h2>
      <ol className="stack tight meta">
        {steps.map((step) => (
          <li key={step}>{t(`answer:home.${step}`)}</li>
        ))}
      </ol>
    </section>
  )
}
