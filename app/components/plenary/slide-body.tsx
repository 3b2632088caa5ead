// The middle of a slide: dots over a scale, rows, a country's page, or nothing but the words above it.
import { vars } from '../charts/marks.tsx'
import { Sheet } from '../charts/sheet.tsx'
import { times } from '../charts/times.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { Level, Slide } from './slide.ts'

/** What the room has voted, on the scale of the slide. */
export type RoomView = {
  readonly n: number
  readonly of: number
  readonly counts: readonly number[]
  readonly median: number | null
  readonly at: string
}

export function SlideBody({ slide: { body, aside }, room = null }: { slide: Slide; room?: RoomView | null }) {
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
          {room ? (
            <TwoScales levels={body.levels} median={body.median} room={room} />
          ) : (
            <Scale levels={body.levels} median={body.median} />
          )}
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

type Row = { readonly counts: readonly number[]; readonly median: number | null }

/** One dot is one delegation. */
function Dots({ levels, counts, median }: Row & { levels: readonly Level[] }) {
  const { number } = useWords()
  const say = useSaying()
  const first = levels[0]?.value ?? 0
  const said = levels.map(({ label }, place) => `${say(label).words}: ${number(counts[place] ?? 0)}`)
  return (
    <>
      <div className="dots" style={vars({ '--k': levels.length })} aria-hidden="true">
        {levels.map(({ value }, place) => (
          <span key={value}>
            {times(counts[place] ?? 0, (dot) => (
              <i key={dot} />
            ))}
          </span>
        ))}
        {median !== null && <span className="mid-mark" style={vars({ '--v': median - first })} />}
      </div>
      <p className="hidden">{said.join('; ')}</p>
    </>
  )
}

function Axis({ levels }: { levels: readonly Level[] }) {
  const { number } = useWords()
  const say = useSaying()
  return (
    <div className="dots-axis" style={vars({ '--k': levels.length })} aria-hidden="true">
      {levels.map(({ value, label }) => (
        <span key={value}>
          <b>{number(value)}</b> {say(label).words}
        </span>
      ))}
    </div>
  )
}

/** The questionnaire over the room, on the same scale. */
function TwoScales({ levels, median, room }: { levels: readonly Level[]; median: number | null; room: RoomView }) {
  const { t, number } = useWords()
  const counts = levels.map(({ count }) => count)
  const asked = counts.reduce((sum, count) => sum + count, 0)
  const middle = (value: number | null) => (value === null ? '–' : number(value))
  return (
    <div>
      <div className="lane">
        <div>
          <h2>{t('pulse:questionnaire')}</h2>
          <p>{t('pulse:lane', { median: middle(median), count: number(asked) })}</p>
        </div>
        <div>
          <Dots levels={levels} counts={counts} median={median} />
        </div>
      </div>
      <div className="lane room">
        <div>
          <h2>{t('pulse:room', { at: room.at })}</h2>
          <p>
            {t('pulse:lane', { median: middle(room.median), count: t('results:k_of_n', { k: room.n, n: room.of }) })}
          </p>
        </div>
        <div>
          <Dots levels={levels} counts={room.counts} median={room.median} />
        </div>
      </div>
      <div className="lane">
        <span />
        <Axis levels={levels} />
      </div>
    </div>
  )
}

/** Where names are on, they stand below the level that was chosen. */
function Scale({ levels, median }: { levels: readonly Level[]; median: number | null }) {
  const { t, number, list } = useWords()
  const say = useSaying()
  const named = levels.filter(({ names }) => names.length > 0)
  return (
    <div>
      <Dots levels={levels} counts={levels.map(({ count }) => count)} median={median} />
      <Axis levels={levels} />
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
