// A conclusion as pages show it: its newest revision, whether its silence lasts, what was objected to it.
import type { Conclusion } from '#db/conclusions.ts'
import type { ClauseView } from '../../components/plenary/clause.tsx'
import { figureHref } from '../../plenary/figures.ts'

export function clauseOf({ number, revisions: [newest], objections }: Conclusion, now: Date): ClauseView {
  const { revision, texts, stand, countries, words, figure, silenceUntil, at, by } = newest
  return {
    number,
    revision,
    texts,
    stand,
    countries,
    words,
    figure: figure && { href: figureHref(figure.shows, figure.snapshot), snapshot: figure.snapshot },
    silence: silenceUntil ? { until: silenceUntil, isOver: silenceUntil <= now.toISOString() } : null,
    // those to earlier wordings stay in the history
    objections: objections.filter((one) => one.revision === revision),
    at,
    by,
  }
}
