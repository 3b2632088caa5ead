// What keeps a reply from being submitted, what wants a word of explanation, what is worth a second look.
import { idOf, namesOf } from '../questions/asked.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { Missing as MissingLine, ToExplain } from './check-page.ts'
import { GivenAnswer } from './given-answer.tsx'
import { Name } from './given-list.tsx'

export function Missing({ missing }: { missing: readonly MissingLine[] }) {
  const { t } = useWords()
  if (missing.length === 0) return null
  return (
    <section aria-labelledby="missing" className="notice attend">
      <h2 id="missing">{t('answer:check.before')}</h2>
      <Lines lines={missing} />
    </section>
  )
}

export function Notes({ notes }: { notes: readonly MissingLine[] }) {
  const { t } = useWords()
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="notes" className="notice plain">
      <h2 id="notes">{t('answer:check.notes')}</h2>
      <Lines lines={notes} />
    </section>
  )
}

function Lines({ lines }: { lines: readonly MissingLine[] }) {
  return (
    <ul>
      {lines.map(({ field, href, why }) => (
        <li key={field.name + why}>
          <a href={href}>
            <Name field={field} />
          </a>
          <br />
          <span className="meta">{why}</span>
        </li>
      ))}
    </ul>
  )
}

export function Explanations({ explain }: { explain: readonly ToExplain[] }) {
  const { t } = useWords()
  if (explain.length === 0) return null
  return (
    <section aria-labelledby="explain" className="stack">
      <h2 id="explain">{t('answer:check.to_explain', { count: explain.length })}</h2>
      <p className="meta prose">{t('answer:check.unusual')}</p>
      {explain.map((one) => (
        <Explanation key={one.field.name} one={one} />
      ))}
      <p>
        <button type="submit" className="button second" name="act" value="explain">
          {t('answer:check.save_explanations')}
        </button>
      </p>
    </section>
  )
}

function Explanation({ one }: { one: ToExplain }) {
  const { t } = useWords()
  const { field } = one
  return (
    <div className="notice plain">
      <h3>
        <Name field={field} />
      </h3>
      <p>
        <Said text={one.message} />
      </p>
      <p className="meta">
        {t('answer:check.your_answer')} <GivenAnswer field={field} cell={one.cell ?? undefined} /> ·{' '}
        <a href={one.href}>
          {t('answer:check.change')}
          <span className="hidden"> {field.number}</span>
        </a>
      </p>
      <div className="field">
        <label htmlFor={idOf(field.name, 'c')}>
          {t('answer:check.what_should_we_know')}
          <span className="hidden"> {field.number}</span>
        </label>
        <textarea
          className="control low"
          id={idOf(field.name, 'c')}
          name={namesOf(field.name).comment}
          dir="auto"
          defaultValue={one.comment}
        />
        <input type="hidden" name={namesOf(field.name).revision} value={one.base} />
      </div>
      {one.saved !== null && (
        <p className="below">
          <span className="saved">{one.saved}</span>
        </p>
      )}
    </div>
  )
}
