// Two authors, one element: what the other one wrote stands beside what was just sent, and nothing is overwritten silently.
import type { Values } from '#surveys/authoring/entries.ts'
import { useWords } from '../../words.tsx'
import { useFieldName } from './field.tsx'

export type ConflictFacts = {
  readonly theirs: Values
  readonly base: string
  readonly by: string | null
  readonly at: string | null
}

export function Conflict({ conflict, values, kind }: { conflict: ConflictFacts; values: Values; kind: string }) {
  const { t, moment } = useWords()
  const nameOf = useFieldName()
  const differing = Object.keys(conflict.theirs).filter(
    (name) => (conflict.theirs[name] ?? '') !== (values[name] ?? ''),
  )
  return (
    // biome-ignore lint/a11y/noAutofocus: who cannot see the page has to hear first that it was not kept
    <div className="conflict" role="alert" tabIndex={-1} autoFocus>
      <h3>{t('drafts:conflict.title')}</h3>
      <p>
        {t('drafts:conflict.lead', {
          name: conflict.by ?? t('drafts:conflict.somebody'),
          when: conflict.at ? moment(conflict.at) : '',
        })}
      </p>
      <dl className="facts tight">
        {differing.map((name) => {
          const [part = '', language] = name.split('.')
          return (
            <div key={name}>
              <dt>
                {nameOf(kind, part)} {language && t(`languages.${language}`, { defaultValue: language })}
              </dt>
              <dd dir="auto">{conflict.theirs[name] || t('drafts:conflict.nothing')}</dd>
            </div>
          )
        })}
      </dl>
      <p className="meta">{t('drafts:conflict.choose')}</p>
    </div>
  )
}
