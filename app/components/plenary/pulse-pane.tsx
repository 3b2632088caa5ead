// The pulse on the console: open, who is missing, what the chair enters for a delegation without a device, close.
import type { Text } from '#surveys/definition/model.ts'
import { useSaying } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'

export type PulseDesk = {
  readonly state: 'open' | 'closed' | null
  readonly at: string | null
  readonly ballot: readonly { readonly key: string; readonly value: number; readonly label: Text }[]
  readonly voted: readonly { readonly country: string; readonly enteredBy: 'delegation' | 'chair' }[]
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
  /** whether what was voted can be shown: not below three votes */
  readonly isShown: boolean
}
type PaneProps = { readonly pulse: PulseDesk; readonly timeZone: string }

export function PulsePane({ pulse, timeZone }: PaneProps) {
  const { t, clock } = useTimes(timeZone)
  const { state, at, voted, countries } = pulse
  return (
    <section className="pane" aria-labelledby="pulse">
      <h2 id="pulse">{t('pulse:title')}</h2>
      {state && (
        <p className="spread">
          <span>
            {t('pulse:voted', { k: voted.length, n: countries.length })}{' '}
            <Seats taken={voted.length} of={countries.length} />
          </span>
          <span className="meta">{at && t(`pulse:${state}_at`, { at: clock(at) })}</span>
        </p>
      )}
      {state && <RollCall pulse={pulse} />}
      {state === 'closed' && !pulse.isShown && <p>{t('pulse:too_few')}</p>}
      {state === 'open' ? (
        <OpenForms pulse={pulse} />
      ) : (
        <PulseButton act="open" words={t(state ? 'pulse:again' : 'pulse:open')} />
      )}
      <p className="gap-above fine">{t('pulse:secret')}</p>
    </section>
  )
}

function useTimes(timeZone: string) {
  const { t, inZone } = useWords()
  return { t, clock: inZone(timeZone).moment }
}

/** Who is missing, and for whom the chair has spoken; never how anybody voted. */
function RollCall({ pulse: { voted, countries } }: { pulse: PulseDesk }) {
  const { t, list } = useWords()
  const saying = useSaying()
  const names = (codes: readonly string[]) =>
    countries.filter(({ code }) => codes.includes(code)).map(({ label }) => saying(label).words)
  const there = voted.map(({ country }) => country)
  const missing = countries.filter(({ code }) => !there.includes(code)).map(({ code }) => code)
  const byChair = voted.filter(({ enteredBy }) => enteredBy === 'chair').map(({ country }) => country)
  return (
    <>
      <p>{missing.length > 0 ? t('pulse:missing', { countries: list(names(missing)) }) : t('pulse:all_there')}</p>
      {byChair.length > 0 && <p className="meta">{t('pulse:by_chair', { countries: list(names(byChair)) })}</p>}
    </>
  )
}

function OpenForms({ pulse: { ballot, countries, voted } }: { pulse: PulseDesk }) {
  const { t } = useWords()
  const saying = useSaying()
  const own = voted.filter(({ enteredBy }) => enteredBy === 'delegation').map(({ country }) => country)
  const open = countries.filter(({ code }) => !own.includes(code))
  return (
    <>
      {open.length > 0 && (
        <form method="post" className="gap-above stack tight">
          <div className="field">
            <label htmlFor="pulse-country">{t('pulse:enter_for')}</label>
            <select id="pulse-country" name="country" className="mid">
              {open.map(({ code, label }) => (
                <option key={code} value={code}>
                  {saying(label).words}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="pulse-value">{t('pulse:vote')}</label>
            <select id="pulse-value" name="value" className="mid">
              {ballot.map(({ key, value, label }) => (
                <option key={key} value={key}>
                  {`${value} ${saying(label).words}`}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit" name="pulse" value="enter" className="button second">
              {t('pulse:enter')}
            </button>
          </p>
        </form>
      )}
      <div className="gap-above drive">
        <a className="button second" href="?">
          {t('pulse:refresh')}
        </a>
        <PulseButton act="close" words={t('pulse:close')} />
      </div>
    </>
  )
}

function PulseButton({ act, words }: { act: 'open' | 'close'; words: string }) {
  return (
    <form method="post">
      <button type="submit" name="pulse" value={act} className="button">
        {words}
      </button>
    </form>
  )
}
