// What is wrong with a draft, each line a way to its element; a rare fault is said in the program's own words, in small print.
import { faultIn } from '#surveys/authoring/faults.ts'
import type { DraftProblem } from '#surveys/authoring/judging.ts'
import { useWords } from '../../words.tsx'
import { useFieldName } from './field.tsx'

/** How many are shown before the rest is only counted. */
const MOST = 60

export function ProblemList({ problems, path }: { problems: readonly DraftProblem[]; path: string }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="problems">
      <h2 id="problems">{t('drafts:problems.title', { count: problems.length })}</h2>
      {problems.length > 0 && (
        <ul role="list" className="tasks">
          {problems.slice(0, MOST).map((problem) => (
            <li key={JSON.stringify(problem)}>
              <div>
                <a href={addressOf(path, problem.address)}>
                  <bdi dir="ltr">{problem.address}</bdi>
                </a>{' '}
                <Words problem={problem} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {problems.length > MOST && <p className="meta">{t('drafts:problems.more', { count: problems.length - MOST })}</p>}
    </section>
  )
}

/** Declarations stand on the page of the publication. */
const addressOf = (path: string, address: string) =>
  address.startsWith('change:') ? `${path}/publish` : `${path}?at=${encodeURIComponent(address)}#element`

/** At the head of the element's own form. */
export function ElementProblems({ problems }: { problems: readonly DraftProblem[] }) {
  const { t } = useWords()
  if (problems.length === 0) return null
  return (
    <div className="notice attend">
      <h3>{t('drafts:problems.here')}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            <Words problem={problem} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Words({ problem: { address, part, message, language, offset } }: { problem: DraftProblem }) {
  const { t } = useWords()
  const nameOf = useFieldName()
  const name = nameOf(address.split(':')[0] ?? '', part)
  if (language !== null) {
    return t('drafts:problems.text', { part: name, language: t(`languages.${language}`, { defaultValue: language }) })
  }
  const words =
    offset === null
      ? t('drafts:problems.part', { part: name })
      : t('drafts:problems.expression', { part: name, place: offset + 1 })
  const fault = faultIn(message)
  if (fault) return `${words} ${t(`drafts:fault.${fault.code}`, fault.values)}`
  return (
    <>
      {words}{' '}
      <bdi lang="en" dir="ltr" className="fine">
        {message}
      </bdi>
    </>
  )
}
