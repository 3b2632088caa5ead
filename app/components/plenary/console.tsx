// The console: the screens now, steering, what comes next; time, notes, how much is shown; the storyline beside it.
import type { Text } from '#surveys/definition/model.ts'
import { directionOf, LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { QrCode } from '../account/qr-code.tsx'
import { Said, saying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { type PulseDesk, PulsePane } from './pulse-pane.tsx'
import type { Slide } from './slide.ts'
import { SlideBody } from './slide-body.tsx'

export type Preview = {
  readonly id: string
  readonly notes: string
  readonly texts: Text
  readonly slide: Slide
}
export type Desk = {
  readonly stage: {
    readonly code: string
    readonly isBlank: boolean
    readonly reveal: 'region' | 'named'
    readonly endsAt: string | null
  }
  readonly address: string
  readonly timeZone: string
  readonly snapshot: { readonly number: number; readonly title: Text; readonly takenAt: string; readonly hash: string }
  readonly story: readonly { readonly id: string; readonly title: Text; readonly minutes: number }[]
  /** of the current item in the story; -1: none */
  readonly place: number
  readonly current: Preview | null
  readonly next: Preview | null
  readonly previous: string | null
  /** whole minutes beyond the time of the item */
  readonly over: number
  /** null: the item shows nothing that can be voted on */
  readonly pulse: PulseDesk | null
  readonly now: string
}

export function Console({ desk, title, agenda }: { desk: Desk; title: string; agenda: string }) {
  return (
    <>
      <h1 className="hidden">{title}</h1>
      <div className="desk">
        <div>
          <NowPane desk={desk} agenda={agenda} />
          <NextPane desk={desk} />
          {desk.pulse && <PulsePane pulse={desk.pulse} timeZone={desk.timeZone} />}
        </div>
        <div>
          <TimePane desk={desk} />
          <NotesPane desk={desk} />
          <RevealPane desk={desk} />
          <ScreensPane desk={desk} />
        </div>
        <StoryPane desk={desk} />
      </div>
    </>
  )
}

function NowPane({ desk, agenda }: { desk: Desk; agenda: string }) {
  const { stage, current, next, previous, place, story } = desk
  const { t, language } = useWords()
  return (
    <section className="pane" aria-labelledby="now">
      <div className="spread">
        <h2 id="now">
          {t('session:present.now')}{' '}
          {current && <span className="meta">{t('session:hall.item', { number: place + 1, all: story.length })}</span>}
        </h2>
        <span className="row">
          <a href={agenda}>{t('session:agenda.title')}</a>
          <a href={`/hall/${stage.code}?language=${language}`}>{t('session:present.open_screen')}</a>
        </span>
      </div>
      {stage.isBlank && <p className="notice attend">{t('session:present.is_blank')}</p>}
      {current ? (
        <div className="mini">
          <p className="over">
            <Said text={current.slide.title} />
          </p>
          {current.slide.says && <p>{current.slide.says}</p>}
          <SlideBody slide={current.slide} />
          <p className="meta">{[current.slide.base, current.slide.source].filter(Boolean).join(' · ')}</p>
        </div>
      ) : (
        <p className="meta">{t('session:present.nothing_on')}</p>
      )}
      <div className="gap-above drive">
        {previous && <Steer name="item" value={previous} words={t('session:present.back')} keys="back" />}
        {next && (
          <Steer
            name="item"
            value={next.id}
            words={t('session:present.next', { title: saying(next.texts, language).words })}
            keys="next"
            isMain
          />
        )}
        <Steer
          name="blank"
          value={stage.isBlank ? 'no' : 'yes'}
          words={t(stage.isBlank ? 'session:present.unblank' : 'session:present.blank')}
          keys="blank"
        />
      </div>
    </section>
  )
}

type SteerProps = { name: string; value: string; words: string; keys?: string; isMain?: boolean }

/** A button that says what shall be; `keys` is what the keyboard presses. */
function Steer({ name, value, words, keys, isMain = false }: SteerProps) {
  return (
    <form method="post">
      <button type="submit" className={isMain ? 'button' : 'button second'} name={name} value={value} data-keys={keys}>
        {words}
      </button>
    </form>
  )
}

/** For the presenter and for the interpreters: the next texts, in every language. */
function NextPane({ desk: { next } }: { desk: Desk }) {
  const { t } = useWords()
  return (
    <section className="pane" aria-labelledby="next">
      <h2 id="next">{t('session:present.comes_next')}</h2>
      {next ? (
        <div className="mini next">
          {LANGUAGES.map((language) => {
            const { words, tongue } = saying(next.texts, language)
            return (
              <p key={language} className="over" lang={language} dir={directionOf(language)} {...tongue}>
                {words}
              </p>
            )
          })}
          {next.slide.says && <p>{next.slide.says}</p>}
        </div>
      ) : (
        <p className="meta">{t('session:present.last')}</p>
      )}
    </section>
  )
}

function TimePane({ desk: { stage, current, story, place, over, now } }: { desk: Desk }) {
  const { t } = useWords()
  return (
    <section className="pane" aria-labelledby="time">
      <h2 id="time">{t('session:present.time')}</h2>
      {current && stage.endsAt ? (
        <>
          <p className="spread">
            <span className="clock" role="timer" data-ends={stage.endsAt} data-now={now} />
            <span className="meta">
              {t('session:present.of', { minutes: story[place]?.minutes ?? 0 })}
              {over > 0 && ` · ${t('session:agenda.over', { minutes: over })}`}
            </span>
          </p>
          <div className="gap-above drive">
            <Steer name="time" value="plus" words={t('session:present.plus')} />
            <Steer name="time" value="reset" words={t('session:present.reset')} />
          </div>
        </>
      ) : (
        <p className="meta">{t('session:present.no_time')}</p>
      )}
    </section>
  )
}

function NotesPane({ desk: { current } }: { desk: Desk }) {
  const { t } = useWords()
  return (
    <section className="pane" aria-labelledby="notes">
      <h2 id="notes">{t('session:agenda.notes')}</h2>
      <p className="notes written" dir="auto">
        {current?.notes || t('session:present.no_notes')}
      </p>
    </section>
  )
}

/** What the consents forbid is there, barred, with its reason. */
function RevealPane({ desk: { stage, current } }: { desk: Desk }) {
  const { t } = useWords()
  const canName = current?.slide.canName ?? false
  const options = [
    { value: 'region', isPossible: true, why: t('session:reveal.region_means') },
    {
      value: 'named',
      isPossible: canName,
      why: t(canName ? 'session:reveal.named_means' : 'session:reveal.named_barred'),
    },
  ] as const
  return (
    <section className="pane" aria-labelledby="reveal">
      <h2 id="reveal">{t('session:reveal.title')}</h2>
      <form method="post">
        <fieldset>
          <legend className="hidden">{t('session:reveal.title')}</legend>
          <ol role="list" className="ladder">
            {options.map(({ value, isPossible, why }) => (
              <li key={value}>
                <label className={isPossible ? 'choice' : 'choice barred'}>
                  <input
                    type="radio"
                    name="reveal"
                    value={value}
                    defaultChecked={stage.reveal === value && isPossible}
                    disabled={!isPossible}
                  />
                  <span>{t(`session:reveal.${value}`)}</span>
                  <small>{why}</small>
                </label>
              </li>
            ))}
          </ol>
        </fieldset>
        <p className="gap-above">
          <button type="submit" className="button second">
            {t('session:reveal.apply')}
          </button>
        </p>
      </form>
    </section>
  )
}

function ScreensPane({ desk: { stage, address } }: { desk: Desk }) {
  const { t } = useWords()
  return (
    <section className="pane" aria-labelledby="screens">
      <h2 id="screens">{t('session:present.screens')}</h2>
      <p>
        {t('session:present.code')} <b dir="ltr">{stage.code}</b>
      </p>
      <p className="row">
        {LANGUAGES.map((language) => (
          <a key={language} lang={language} href={`/hall/${stage.code}?language=${language}`}>
            {OWN_NAMES[language]}
          </a>
        ))}
      </p>
      <QrCode text={address} alt={t('session:present.qr', { code: stage.code })} />
    </section>
  )
}

function StoryPane({ desk }: { desk: Desk }) {
  const { story, place, snapshot, timeZone } = desk
  const { t, inZone } = useWords()
  return (
    <nav className="pane story" aria-labelledby="story">
      <h2 id="story">{t('session:present.story')}</h2>
      <ol role="list">
        {story.map((item, index) => (
          <li key={item.id}>
            <form method="post">
              <button
                type="submit"
                name="item"
                value={item.id}
                className={index < place ? 'past' : undefined}
                aria-current={index === place ? 'step' : undefined}
              >
                <Said text={item.title} />
              </button>
            </form>
          </li>
        ))}
      </ol>
      <p className="gap-above fine">
        {t('session:hall.snapshot', { number: snapshot.number, at: inZone(timeZone).moment(snapshot.takenAt) })}
        <br />
        <span dir="ltr">{snapshot.hash.slice(0, 16)}…</span>
        <br />
        {t('session:present.no_live')}
      </p>
    </nav>
  )
}
