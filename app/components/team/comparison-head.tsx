// Above a comparison: which versions, its figures, and whether the later one can be published.
import type { PublishingRefusal } from '#surveys/definition/publishing.ts'
import type { ShownComparison } from '../../routes/team/questionnaire-compare.server.ts'
import { useWords } from '../words.tsx'

type Props = { readonly compared: ShownComparison }

/** A form that asks, so that a comparison has an address. */
export function Choose({ compared }: Props) {
  const { t } = useWords()
  return (
    <form method="get" className="row">
      {(['from', 'to'] as const).map((name) => (
        <span key={name} className="row">
          <label htmlFor={name}>{t(`versions:compare.${name}`)}</label>
          <select id={name} name={name} defaultValue={compared[name]}>
            {compared.versions.map(({ version, isPublished }) => (
              <option key={version} value={version}>
                {isPublished ? version : t('versions:compare.in_files', { version })}
              </option>
            ))}
          </select>
        </span>
      ))}
      <button type="submit" className="button second small">
        {t('versions:compare.show')}
      </button>
    </form>
  )
}

const CLASSES = ['text', 'structure', 'meaning', 'new', 'withdrawn'] as const

export function Summary({ compared }: Props) {
  const { t, number } = useWords()
  const { answers, countries, rounds } = compared.affected
  return (
    <section aria-labelledby="summary" className="stack">
      <h2 id="summary">{t('versions:compare.summary')}</h2>
      <dl className="tally">
        {CLASSES.map((name) => (
          <div key={name}>
            <dt>{t(`versions:machine.${name}`)}</dt>
            <dd>{number(compared.counts[name])}</dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{t('versions:compare.affected', { count: answers, countries })}</strong>{' '}
        <span className="meta">{t('versions:compare.affected_about', { rounds })}</span>
      </p>
      <p className="meta">
        {t('versions:compare.step')}: {t(`versions:step.${compared.step}`)} · {t('versions:compare.taken')}:{' '}
        {t(`versions:step.${compared.taken}`)}
      </p>
    </section>
  )
}

/** Of a version in the files: what stands between it and its publication; a manager publishes from here. */
export function Standing({ compared, isManager }: Props & { readonly isManager: boolean }) {
  const { t } = useWords()
  const { refusals, slug, to } = compared
  if (!refusals) return null
  return (
    <section className={refusals.length > 0 ? 'notice attend stack' : 'notice stack'} aria-labelledby="standing">
      <h2 id="standing">{t('versions:compare.not_published')}</h2>
      {refusals.length === 0 && <p>{t('versions:compare.can_publish')}</p>}
      {refusals.length > 0 && <p>{t('versions:compare.cannot_publish')}</p>}
      {refusals.map((refusal) => (
        <RefusalLines key={refusal.code} refusal={refusal} />
      ))}
      {refusals.length === 0 && isManager && (
        <form method="post" action="/team/questionnaires">
          <button type="submit" name="questionnaire" value={`${slug}@${to}`} className="button">
            {t('team:questionnaires.publish')}
          </button>
        </form>
      )}
    </section>
  )
}

export function RefusalLines({ refusal }: { refusal: PublishingRefusal }) {
  const { title, lines } = useRefusal(refusal)
  return (
    <details className="more meta" open>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

const MOST = 20

/** Why a version cannot be published, in words. */
function useRefusal(refusal: PublishingRefusal): { title: string; lines: readonly string[] } {
  const { t, list } = useWords()
  const own = (lines: readonly string[]) => ({ title: t(`team:refusal.${refusal.code}`), lines: lines.slice(0, MOST) })
  const about = (lines: readonly string[]) => ({
    title: t(`versions:refusal.${refusal.code}`),
    lines: lines.slice(0, MOST),
  })
  switch (refusal.code) {
    case 'text_missing':
      return own(refusal.places)
    case 'not_higher':
      return own([refusal.last])
    case 'changed':
      return own(refusal.differences.map(({ place }) => place))
    case 'version_too_low':
      return {
        title: t('versions:refusal.version_too_low', { step: t(`versions:step.${refusal.needed}`) }),
        lines: [refusal.last],
      }
    case 'contradicted':
      return about(
        refusal.entries.map(({ key, declared, machine, allowed }) =>
          t('versions:refusal.contradiction', {
            key,
            declared: t(`versions:change.${declared}`),
            machine: t(`versions:machine.${machine}`),
            allowed: list((allowed.length > 0 ? allowed : ['same']).map((one) => t(`versions:change.${one}`))),
          }),
        ),
      )
    default:
      return about(refusal.keys)
  }
}
