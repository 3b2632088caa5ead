// From one question to its neighbours: by link, by key, or from the list of its section.
import type { wayAround } from '../../../routes/team/questions.server.ts'
import { Said } from '../../questions/said.tsx'
import { FieldName } from '../../review/field-name.tsx'
import { useWords } from '../../words.tsx'

type Way = ReturnType<typeof wayAround>

/** Below the answers only the two neighbours: the list stands above. The keys are said beside the links. */
export function WayAround({ way, base, isBelow = false }: { way: Way; base: string; isBelow?: boolean }) {
  const { t } = useWords()
  const { previous, next } = way
  return (
    <nav className="stack" aria-label={t(isBelow ? 'desk:question.way_below' : 'desk:question.way')}>
      <p className="spread">
        <span>
          {previous && (
            <a href={`${base}/${previous.name}`} rel="prev">
              {t('desk:question.previous', { number: previous.number })}
            </a>
          )}
        </span>
        <span>
          {next && (
            <a href={`${base}/${next.name}`} rel="next" id={isBelow ? 'next' : undefined}>
              {t('desk:question.next', { number: next.number })}
            </a>
          )}
        </span>
      </p>
      {!isBelow && <List way={way} base={base} />}
    </nav>
  )
}

function List({ way: { sections, beside }, base }: { way: Way; base: string }) {
  const { t } = useWords()
  return (
    <details className="more">
      <summary>{t('desk:question.list')}</summary>
      <ul role="list" className="row">
        {sections.map(({ key, letter, title, first, isHere }) => (
          <li key={key}>
            <a className="tap" href={`${base}/${first}`} aria-current={isHere || undefined}>
              {letter} <Said text={title} />
            </a>
          </li>
        ))}
      </ul>
      <ul>
        {beside.map((field) => (
          <li key={field.name}>
            <a href={`${base}/${field.name}`}>
              <FieldName field={field} />
            </a>
          </li>
        ))}
      </ul>
      <p className="hint">{t('desk:question.keys')}</p>
    </details>
  )
}
