// The codebook as a page: every question with its place, type, options and the names of its variables.
import { useLoaderData } from '@remix-run/react'
import type { Option } from '#surveys/definition/model.ts'
import { type CodebookEntry, codebookEntries } from '#surveys/tables/codebook-table.ts'
import { asParticipant } from '../../access.server.ts'
import { Wide } from '../../components/charts/figure.tsx'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { frameOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { codebook } = results.view
  const { questionnaire } = codebook
  const entries = codebookEntries(codebook)
  return {
    ...frameOf(results, visit, visit.t('results:codebook.title')),
    base: `/results/${results.round.slug}`,
    search: results.search(),
    about: questionnaire.title,
    version: questionnaire.version,
    variables: codebook.variables.length,
    questions: [...entries.values()].reduce((sum, list) => sum + list.length, 0),
    sections: questionnaire.sections.map(({ key, title }) => ({ key, title, entries: entries.get(key) ?? [] })),
  }
})

export default function CodebookPage() {
  const { title, base, search, about, version, questions, variables, sections } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">
          <Said text={about} />
          {t('results:comma')}
          {t('results:facts.version', { version })}
        </p>
        <p>{t('results:codebook.counts', { count: questions, variables })}</p>
        <p className="row">
          <a className="button second small" href={`${base}/codebook.csv${search}`} download>
            {t('results:exports.codebook_csv')}
          </a>
        </p>
      </div>
      {sections.map((section) => (
        <section key={section.key} className="stack" aria-labelledby={`section-${section.key}`}>
          <h2 id={`section-${section.key}`}>
            <Said text={section.title} />
          </h2>
          <Wide name={t('results:codebook.region', { section: section.key })}>
            <Entries entries={section.entries} caption={`section-${section.key}`} />
          </Wide>
        </section>
      ))}
    </div>
  )
}

function Entries({ entries, caption }: { entries: readonly CodebookEntry[]; caption: string }) {
  const { t } = useWords()
  return (
    <table className="roomy" aria-labelledby={caption}>
      <thead>
        <tr>
          {(['number', 'question', 'type', 'options', 'variables'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`results:codebook.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.ref}>
            <td>{entry.field.number}</td>
            <th scope="row">
              <Said text={entry.field.question.label} />
              <Notes entry={entry} />
            </th>
            <td>{t(`results:type.${entry.field.question.type}`)}</td>
            <td>
              <Options entry={entry} />
            </td>
            <td>
              <bdi dir="ltr">
                <code>{variablesOf(entry)}</code>
              </bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A multi has one variable per option: the first and the last say it. */
function variablesOf({ variables }: CodebookEntry): string {
  const [first = ''] = variables
  return variables.length > 2 ? `${first} … ${variables.at(-1)} (${variables.length})` : variables.join(', ')
}

function Notes({ entry }: { entry: CodebookEntry }) {
  const { t } = useWords()
  const { question } = entry.field
  const notes = [t(question.required === false ? 'results:codebook.optional' : 'results:codebook.required')]
  if (entry.items.length > 0) notes.push(t('results:codebook.items', { count: entry.items.length }))
  if (question.confidentiality !== 'regional') notes.push(t(`results:codebook.${question.confidentiality}`))
  return (
    <>
      <br />
      <small>{notes.join(' · ')}</small>
      {question.show_if && (
        <>
          <br />
          <small>
            {t('results:codebook.asked_if')} <bdi dir="ltr">{question.show_if}</bdi>
          </small>
        </>
      )}
    </>
  )
}

function Options({ entry }: { entry: CodebookEntry }) {
  const { t } = useWords()
  const { options, question } = entry.field
  if (options.length === 0) return question.type === 'number' && question.unit ? <Said text={question.unit} /> : null
  return (
    <details>
      <summary>{t('results:codebook.options_count', { count: options.length })}</summary>
      <ul>
        {options.map((option: Option) => (
          <li key={option.key}>
            <bdi dir="ltr">
              <code>{option.value === undefined ? option.key : `${option.key} = ${option.value}`}</code>
            </bdi>{' '}
            <Said text={option.label} />
          </li>
        ))}
      </ul>
    </details>
  )
}
