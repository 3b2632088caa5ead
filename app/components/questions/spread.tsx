// What institutions of the country say about a question, in place: the focal point sees the spread before choosing.
import { useWords } from '../words.tsx'
import type { Asked } from './asked.ts'

export function SpreadLine({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { spread, field } = asked
  if (spread === null) return null
  return (
    <section className="stack tight gap-above" aria-label={t('inside:contributions.label', { number: field.number })}>
      <p className={`state ${spread.differs ? 'part' : 'done'}`}>
        {t(spread.differs ? 'inside:contributions.differ' : 'inside:contributions.agree')}
      </p>
      <ul role="list" className="fine">
        {spread.lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      <p className="fine">
        <a href={spread.href}>
          {t('inside:contributions.compare')}
          <span className="hidden"> {field.number}</span>
        </a>
      </p>
    </section>
  )
}
