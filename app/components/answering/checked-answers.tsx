// All answers in order, section by section; sections that are complete stay closed.
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { CheckedSection, CheckPage } from './check-page.ts'
import { GivenList } from './given-list.tsx'
import { StateMark } from './state-mark.tsx'

export function CheckedAnswers({ page }: { page: CheckPage }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="answers" className="stack">
      <h2 id="answers">{t('answer:check.answers')}</h2>
      <p className="meta">{t('answer:check.answers_hint')}</p>
      {page.asideCount > 0 && <p className="meta">{t('answer:check.aside', { count: page.asideCount })}</p>}
      <div>
        {page.sections.map((section) => (
          <Section key={section.key} section={section} />
        ))}
      </div>
    </section>
  )
}

function Section({ section }: { section: CheckedSection }) {
  return (
    <details className="item" id={`section-${section.key}`}>
      <summary>
        <h3>
          <bdi>{section.letter}</bdi> <Said text={section.title} />
        </h3>
        <StateMark standing={section.standing} />
        <span className="meta">{section.given}</span>
      </summary>
      <div className="inner">
        <GivenList rows={section.rows} />
      </div>
    </details>
  )
}
