// The middle of a slide: dots over a scale, rows, a country's page, or nothing but the words above it.
import { vars } from '../charts/marks.tsx'
import { Sheet } from '../charts/sheet.tsx'
import { times } from '../charts/times.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { Level, Slide } from './slide.ts'

export function SlideBody({ slide: { body, aside } }: { slide: Slide }) {
  switch (body.kind) {
    case 'text':
      return null
    case 'rows':
      return (
        <ol className="rows">
          {times(body.rows.length, (place) => {
            const row = body.rows[place]
            return (
              row && (
                <li key={place}>
                  <span>
                    <Said text={row.label} />
                  </span>
                  <b>{row.words}</b>
                </li>
              )
            )
          })}
        </ol>
      )
    case 'sheet':
      return <Sheet sheet={body.sheet} source="" timeZone={body.timeZone} />
    case 'dots':
      return (
        <div className="stage">
          <Scale levels={body.levels} median={body.median} />
          {aside.length > 0 && (
            <div className="aside">
              {aside.map(({ big, words }) => (
                <div key={words}>
                  <p className="big">{big}</p>
                  <p>{words}</p>
                </div>
              ))}
            </div>
          )}
        </div>
      )
  }
}

/** One dot is one delegation; where names are on, they stand below the level that was chosen. */
function Scale({ levels, median }: { levels: readonly Level[]; median: number | null }) {
  const { t, number, list } = useWords()
  const say = useSaying()
  const said = levels.map(({ label, count }) => `${say(label).words}: ${number(count)}`)
  const first = levels[0]?.value ?? 0
  const named = levels.filter(({ names }) => names.length > 0)
  return (
    <div>
      <div className="dots" style={vars({ '--k': levels.length })} aria-hidden="true">
        {levels.map(({ value, count }) => (
          <span key={value}>
            {times(count, (dot) => (
              <i key={dot} />
            ))}
          </span>
        ))}
        {median !== null && <span className="mid-mark" style={vars({ '--v': median - first })} />}
      </div>
      <p className="hidden">{said.join('; ')}</p>
      <div className="dots-axis" style={vars({ '--k': levels.length })} aria-hidden="true">
        {levels.map(({ value, label }) => (
          <span key={value}>
            <b>{number(value)}</b> {say(label).words}
          </span>
        ))}
      </div>
      {median !== null && <p>{t('session:slide.median', { median: number(median) })}</p>}
      {named.length > 0 && (
        <dl className="named">
          {named.map(({ value, label, names }) => (
            <div key={value}>
              <dt>
                <Said text={label} />
              </dt>
              <dd>{list(names.map((name) => say(name).words))}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
