// Small marks that stand beside a number or a word: dots on a scale, a bar with a second mark, words for agreement.
import type { CSSProperties, ReactNode } from 'react'
import type { Closeness, Spread } from '#surveys/analysis/agreement-words.ts'
import { useWords } from '../words.tsx'
import { times } from './times.ts'

/** Custom properties that carry data, the only inline style there is. */
export const vars = (values: Readonly<Record<`--${string}`, string | number>>) => values as CSSProperties

/** One dot per delegation over the levels of a scale; the triangle is the median. Said in words by the table. */
export function Dots({ spread, levels }: { spread: Spread; levels: readonly number[] }) {
  const [first = 0] = levels
  return (
    <span className="dots" style={vars({ '--k': levels.length })} aria-hidden="true">
      {levels.map((level, place) => (
        <span key={level}>
          {times(spread.counts[place] ?? 0, (dot) => (
            <i key={dot} />
          ))}
        </span>
      ))}
      {spread.median !== undefined && <span className="mid-mark" style={vars({ '--v': spread.median - first })} />}
    </span>
  )
}

/** A bar of 0-100 with a second mark on it. */
export function Bar({ value, mark, isSample = false }: { value: number; mark?: number; isSample?: boolean }) {
  return (
    <span className={isSample ? 'bar sample' : 'bar'} aria-hidden="true">
      <i style={vars({ '--v': round(value) })} />
      {mark !== undefined && <u style={vars({ '--v': round(mark) })} />}
    </span>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

const STRENGTH: Readonly<Record<Closeness, string>> = {
  close: 'strong',
  mostly_close: 'moderate',
  spread: 'weak',
  two_groups: 'divided',
}

export function Agree({ words }: { words: Closeness }) {
  const { t } = useWords()
  return <span className={`agree ${STRENGTH[words]}`}>{t(`results:closeness.${words}`)}</span>
}

/** A filled field of a key, beside its word. */
export function Swatch({ kind, color, children }: { kind?: string; color?: string; children: ReactNode }) {
  return (
    <li>
      <i className={kind ? `swatch ${kind}` : 'swatch'} style={color ? vars({ '--c': `var(${color})` }) : undefined} />
      {children}
    </li>
  )
}
