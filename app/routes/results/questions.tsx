// Every question of the round, once, with what its answers say in a sentence.
import { useLoaderData } from '@remix-run/react'
import { isVisible } from '#surveys/analysis/disclosure.ts'
import { questionsOf, refOf } from '#surveys/analysis/refs.ts'
import { asParticipant } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { useFinding } from '../../components/charts/figure.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Seats } from '../../components/seats.tsx'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf, type Results, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { sections } = results.view.codebook.questionnaire
  return {
    ...frameOf(results, visit, visit.t('results:questions.title')),
    facts: factsOf(results, visit, sections[0]?.key ?? ''),
    sections: sections.map(({ key, title }) => ({ key, title, questions: linesOf(results, key) })),
  }
})

function linesOf(results: Results, section: string) {
  const { view } = results
  const fields = questionsOf(view.codebook).filter(
    (field) => field.section === section && isVisible(view.reader, field.question),
  )
  return fields.flatMap((field) => {
    const found = results.question(refOf(field))
    if (!found) return []
    const answered = Math.max(0, ...found.rows.map((row) => row.base.n))
    const { number, question, group } = field
    const label = group ? [group.label, question.label] : [question.label]
    return [{ ref: found.ref, number, label, finding: found.finding, answered, of: found.base.of }]
  })
}

export default function Questions() {
  const { title, facts, sections } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const say = useFinding()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('results:questions.lead')}</p>
      </div>
      <Facts facts={facts} />
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`section-${section.key}`}>
          <h2 id={`section-${section.key}`}>
            <Said text={section.title} />
          </h2>
          <ul role="list" className="tasks">
            {section.questions.map((one) => (
              <li key={one.ref}>
                <a href={`${facts.base}/questions/${one.ref}${facts.search}`}>
                  {one.number} <Label parts={one.label} />
                </a>
                <span className="meta">{say(one.finding)}</span>
                <span className="meta num">
                  {t('results:k_of_n', { k: one.answered, n: one.of })} <Seats taken={one.answered} of={one.of} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A group's label stands before that of the question inside it. */
function Label({ parts }: { parts: readonly Parameters<typeof Said>[0]['text'][] }) {
  return parts.map((text, place) => (
    <span key={Object.values(text)[0]}>
      {place > 0 && ' – '}
      <Said text={text} />
    </span>
  ))
}
