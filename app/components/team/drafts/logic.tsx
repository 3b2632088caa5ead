// The logic of a draft in tables: conditions with what opens them, what cannot be reached, how long the ways are.
import type { Condition, Paths as PathFacts } from '#surveys/authoring/logic.ts'
import type { SectionBurden } from '#surveys/definition/burden.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'

type Props = { readonly conditions: readonly Condition[]; readonly path: string }

const hrefOf = (path: string, ref: string) => `${path}?at=${encodeURIComponent(`question:${ref}`)}#element`

export function Unreachable({ conditions, path }: Props) {
  const { t } = useWords()
  const never = conditions.filter(({ canApply }) => canApply === false)
  const untried = conditions.filter(({ canApply }) => canApply === null)
  if (never.length === 0 && untried.length > 0) {
    return <p className="notice plain">{t('drafts:logic.untried', { count: untried.length })}</p>
  }
  if (never.length === 0) return <p className="notice kept">{t('drafts:logic.all_reachable')}</p>
  return (
    <section className="notice attend" aria-labelledby="never">
      <h2 id="never">{t('drafts:logic.never', { count: never.length })}</h2>
      <ul>
        {never.map(({ ref, number, label }) => (
          <li key={ref}>
            <a href={hrefOf(path, ref)}>
              {number} <Said text={label} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Paths({ paths, minutes }: { paths: PathFacts; minutes: number }) {
  const { t, number } = useWords()
  const figures = [
    ['shortest', paths.shortest],
    ['longest', paths.longest],
    ['all', paths.all],
    ['minutes', minutes],
  ] as const
  return (
    <section className="stack" aria-labelledby="ways">
      <h2 id="ways">{t('drafts:logic.ways')}</h2>
      <dl className="tally">
        {figures.map(([key, figure]) => (
          <div key={key}>
            <dt>{t(`drafts:logic.${key}`)}</dt>
            <dd>{number(figure)}</dd>
          </div>
        ))}
      </dl>
      {!paths.isExact && <p className="meta">{t('drafts:logic.bound')}</p>}
    </section>
  )
}

export function Minutes({ burden }: { burden: readonly (SectionBurden & { letter: string; title: Text })[] }) {
  const { t, number } = useWords()
  return (
    <Scroll label={t('drafts:logic.by_section')}>
      <table>
        <caption>{t('drafts:logic.by_section')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions:kind.section')}</th>
            <th scope="col" className="n">
              {t('team:questionnaires.questions')}
            </th>
            <th scope="col" className="n">
              {t('team:questionnaires.minutes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {burden.map(({ section, letter, title, fields, minutes }) => (
            <tr key={section}>
              <th scope="row">
                {letter} <Said text={title} />
              </th>
              <td className="n">{number(fields)}</td>
              <td className="n">{number(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function Conditions({ conditions, path }: Props) {
  const { t } = useWords()
  if (conditions.length === 0) return <p className="meta">{t('drafts:logic.none')}</p>
  return (
    <Scroll label={t('drafts:logic.conditions')}>
      <table className="roomy">
        <caption>{t('drafts:logic.conditions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions:kind.question')}</th>
            <th scope="col">{t('drafts:logic.opened_by')}</th>
            <th scope="col">{t('versions:part.show_if')}</th>
            <th scope="col">{t('drafts:logic.reach')}</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map((condition) => (
            <tr key={condition.ref}>
              <th scope="row">
                <a href={hrefOf(path, condition.ref)}>
                  {condition.number} <Said text={condition.label} />
                </a>
              </th>
              <td>
                <Deciders condition={condition} path={path} />
              </td>
              <td>
                <bdi dir="ltr">
                  <code>{condition.source}</code>
                </bdi>
              </td>
              <td>
                {t(`drafts:logic.reach_${condition.canApply === null ? 'unknown' : condition.canApply ? 'yes' : 'no'}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Deciders({ condition: { deciders, openedBy }, path }: { condition: Condition; path: string }) {
  const { list } = useWords()
  const saying = useSaying()
  return (
    <>
      {deciders.map(({ ref, number, label }) => (
        <div key={ref}>
          <a href={hrefOf(path, ref)}>
            {number} <Said text={label} />
          </a>
        </div>
      ))}
      {openedBy && openedBy.length > 0 && (
        <p className="fine">{list(openedBy.map(({ label }) => saying(label).words))}</p>
      )}
    </>
  )
}
