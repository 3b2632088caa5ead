// A screen of the hall: what the stage shows now, in the language of its address; it follows by itself, or reads again.
import { useLoaderData } from '@remix-run/react'
import { listAgenda } from '#db/agenda.ts'
import { findMeetingById } from '#db/meetings.ts'
import { asHall, type HallVisit, notFound } from '../../access.server.ts'
import { type RoomView, SlideBody } from '../../components/plenary/slide-body.tsx'
import { Said, saying } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { showingOf } from '../../plenary/held.server.ts'
import { pulseAt } from '../../plenary/pulse.server.ts'
import { sharedSlide } from '../../plenary/shared-slide.server.ts'
import { slideOf } from '../../plenary/slides.server.ts'

export const handle = { body: 'hall', enhance: ['hall'] }

export const loader = asHall(async (visit) => {
  const { stage, now, house } = visit
  const shared = await sharedSlide(visit, () => shownTo(visit))
  return { ...shared, code: stage.code, now: now.toISOString(), isDemonstration: house.isDemonstration }
})

/** The same for everybody who looks in this language. */
async function shownTo(visit: HallVisit) {
  const { db, stage, t, language } = visit
  const meeting = await findMeetingById(db, stage.meetingId)
  if (!meeting) throw notFound()
  const showing = await showingOf(visit, meeting, stage)
  const items = await listAgenda(db, meeting.id)
  const place = items.findIndex(({ id }) => id === stage.itemId)
  const item = stage.isBlank ? undefined : items[place]
  const { number, takenAt } = showing.snapshot
  const pulse = await pulseAt(visit, showing, item)
  return {
    title: item ? saying(item.title, language).words : t('session:hall.title'),
    meeting: { title: meeting.title, timeZone: meeting.timeZone },
    slide: item ? await slideOf(visit, showing, item) : null,
    pulse: pulse?.state ? { state: pulse.state, at: pulse.at, room: pulse.room, of: pulse.countries.length } : null,
    place: item ? { number: place + 1, all: items.length } : null,
    snapshot: { number, takenAt },
    revision: stage.revision,
    endsAt: item ? stage.endsAt : null,
  }
}

export default function Hall() {
  const data = useLoaderData<typeof loader>()
  const { meeting, slide, pulse, place, snapshot, revision, endsAt, now, isDemonstration } = data
  const { t, inZone } = useWords()
  return (
    <>
      <header data-revision={revision}>
        <span>
          <b>
            <Said text={meeting.title} />
          </b>
          {place && ` · ${t('session:hall.item', place)}`}
        </span>
        {isDemonstration && <span className="demo">{t('demo_banner')}</span>}
        {endsAt && <span data-ends={endsAt} data-now={now} />}
        <span>
          {t('session:hall.snapshot', {
            number: snapshot.number,
            at: inZone(meeting.timeZone).moment(snapshot.takenAt),
          })}
        </span>
      </header>
      <main id="content">
        <div>
          <Title />
          {slide?.says && <p className="says">{slide.says}</p>}
        </div>
        {slide && <SlideBody slide={slide} room={roomOf(pulse, inZone(meeting.timeZone).short)} />}
        {pulse && <PulseLine />}
      </main>
      <footer>
        <HallFoot />
      </footer>
      {/* without scripts the screen reads again by itself */}
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </>
  )
}

type PulseOf = ReturnType<typeof useLoaderData<typeof loader>>['pulse']

/** What the room has voted, once it is closed. */
function roomOf(pulse: PulseOf, moment: (at: string) => string): RoomView | null {
  return pulse?.room && pulse.at ? { ...pulse.room, of: pulse.of, at: moment(pulse.at) } : null
}

/** A vote is on, or it was too small to be shown. */
function PulseLine() {
  const { pulse } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (pulse?.state === 'open') return <p className="says">{t('pulse:hall_open')}</p>
  return pulse && !pulse.room ? <p className="says">{t('pulse:too_few')}</p> : null
}

/** A country's page brings its own heading. */
function Title() {
  const { slide, meeting } = useLoaderData<typeof loader>()
  if (slide?.body.kind === 'sheet')
    return (
      <p className="over">
        <Said text={slide.title} />
      </p>
    )
  return <h1>{slide ? <Said text={slide.title} /> : <Said text={meeting.title} />}</h1>
}

function HallFoot() {
  const { slide, code, pulse } = useLoaderData<typeof loader>()
  const { t, language } = useWords()
  return (
    <>
      <p role="status" className="lost" data-lost={t('session:hall.lost')} hidden />
      {slide?.body.kind === 'dots' && (
        <span>
          <b>{t('session:hall.dot')}</b> {t(slide.isNamed ? 'session:hall.names' : 'session:hall.no_names')}
        </span>
      )}
      {slide?.base && <span>{slide.base}</span>}
      {slide?.source && <span>{slide.source}</span>}
      {pulse?.state === 'open' && <a href={`/hall/${code}/vote?language=${language}`}>{t('pulse:vote_here')}</a>}
      <nav aria-label={t('language')}>
        {LANGUAGES.map((one) => (
          <a key={one} lang={one} hrefLang={one} href={`/hall/${code}?language=${one}`}>
            {OWN_NAMES[one]}
          </a>
        ))}
      </nav>
    </>
  )
}
