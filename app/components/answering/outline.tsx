// The sections beside the questions: where each stands, and the way to what is still open.

import type { Standing } from '../questions/group.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { StateMark } from './state-mark.tsx'

export type OutlineSection = {
  readonly key: string
  readonly letter: string
  readonly title: Readonly<Record<string, string>>
  readonly standing: Standing
  /** "M. Ferro is in this section now" */
  readonly presence: string | null
  /** "Waiting for the Ministry of Justice" */
  readonly waiting: string | null
}

export type OutlineView = {
  readonly sections: readonly OutlineSection[]
  /** "35 of 44 required answers" */
  readonly progress: string
  /** address of the next open question; null when every required answer is given */
  readonly next: string | null
}

export function Outline({ outline, base, current }: { outline: OutlineView; base: string; current: string }) {
  const { t } = useWords()
  return (
    <nav className="outline" aria-label={t('answer:outline.title')}>
      <h2 className="ask sub">{t('answer:outline.title')}</h2>
      <ol role="list">
        {outline.sections.map((section) => (
          <li key={section.key} data-section={section.key}>
            <a href={`${base}/${section.key}`} aria-current={section.key === current ? 'page' : undefined}>
              <span>{section.letter}</span>
              <b>
                <Said text={section.title} />
              </b>
              <StateMark standing={section.standing} />
              {section.waiting && <span className="fine">{section.waiting}</span>}
              <span className="state here" data-presence="" hidden={section.presence === null}>
                {section.presence}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p className="gap-above meta" data-progress="">
        {outline.progress}
      </p>
      <p>
        <a href={outline.next ?? `${base}/check`} data-next="">
          {outline.next === null ? t('answer:outline.to_check') : t('answer:outline.next')}
        </a>
      </p>
    </nav>
  )
}
