// The documents of a session: which there are, and each one made from a released snapshot with the eyes of everybody.
import { listConclusions } from '#db/conclusions.ts'
import type { Meeting } from '#db/meetings.ts'
import { listRounds } from '#db/rounds.ts'
import { findSnapshot } from '#db/snapshots.ts'
import { listTafRequests } from '#db/taf-requests.ts'
import { figuresOf } from '#surveys/debate/request-sheet.ts'
import type { Country, Text } from '#surveys/definition/model.ts'
import { saying } from '../components/questions/said.tsx'
import { type Speech, speechOf } from '../components/words.tsx'
import { conclusionBlocks } from '../documents/conclusions.ts'
import { reportBlocks, sheetBlocks } from '../documents/country.ts'
import { figureBlocks } from '../documents/figures.ts'
import type { Block, Paper } from '../documents/model.ts'
import { requestBlocks, standingWords } from '../documents/request.ts'
import { roadmapBlocks } from '../documents/roadmap.ts'
import { sheetView } from '../routes/results/sheet.server.ts'
import { type Asking, type Held, heldRound, type Showing } from './held.server.ts'
import { namesIn, requestWorldOf } from './request-world.server.ts'

type HeldRound = Held & { readonly title: Text }
type Making = { readonly asking: Asking; readonly showing: Showing; readonly speech: Speech }
/** `null`: there is no such document, or nothing of it may be shown. */
type Made = {
  readonly title: string
  readonly lead: string
  readonly blocks: readonly Block[]
  readonly showing: Showing
} | null

export type PaperName = { readonly name: string; readonly kind: string; readonly label: Text | null }

/** What can be printed, in its order. */
export async function paperNames({ db }: Asking, meeting: Meeting): Promise<PaperName[]> {
  const requests = await listTafRequests(db, meeting.id)
  const countries = (kind: string) =>
    meeting.roster.countries.map(({ code, label }) => ({ name: `${kind}-${code}`, kind, label }))
  return [
    { name: 'conclusions', kind: 'conclusions', label: null },
    { name: 'figures', kind: 'figures', label: null },
    { name: 'roadmap', kind: 'roadmap', label: null },
    ...requests.map(({ number, sheet }) => ({ name: `request-${number}`, kind: 'request', label: sheet.title })),
    ...countries('sheet'),
    ...countries('report'),
  ]
}

/**
 * Makes a document in the language of the asking.
 * @param name as `paperNames` says it
 * @returns null when there is no such document, or nothing of it may be shown
 */
export async function paperOf(asking: Asking, showing: Showing, name: string): Promise<Paper | null> {
  const { timeZone, title: meeting } = showing.meeting
  const speech = speechOf({ ...asking, digits: 'latn', timeZone })
  const made = await make({ asking, showing, speech }, name)
  if (!made) return null
  const { number, takenAt, hash } = made.showing.snapshot
  const source = speech.t('documents:source', {
    number,
    at: speech.moment(takenAt),
    zone: speech.zone(timeZone),
    hash: hash.slice(0, 16),
  })
  const { title, lead, blocks } = made
  return { language: asking.language, over: saying(meeting, asking.language).words, title, lead, blocks, source }
}

function make(making: Making, name: string): Promise<Made> {
  const [kind, of = ''] = name.split('-')
  const country = making.showing.meeting.roster.countries.find(({ code }) => code === of)
  if (name === 'conclusions') return conclusions(making)
  if (name === 'figures') return figures(making)
  if (name === 'roadmap') return roadmap(making)
  if (kind === 'request') return request(making, of)
  if (kind === 'sheet' && country) return sheet(making, country)
  if (kind === 'report' && country) return report(making, country)
  return Promise.resolve(null)
}

async function heldRounds({ asking, showing }: Making): Promise<HeldRound[]> {
  const held: HeldRound[] = []
  for (const { slug, title } of await listRounds(asking.db, { meetingId: showing.meeting.id })) {
    const one = await heldRound(asking, showing, slug)
    if (one) held.push({ ...one, title })
  }
  return held
}

async function conclusions({ asking, showing, speech }: Making): Promise<Made> {
  const all = await listConclusions(asking.db, showing.meeting.id)
  const { t } = speech
  const blocks = conclusionBlocks(all, showing.meeting, speech, asking.now)
  return { title: t('documents:kind.conclusions'), lead: t('documents:lead.conclusions'), blocks, showing }
}

async function figures(making: Making): Promise<Made> {
  const { showing, speech } = making
  const blocks = figureBlocks(await heldRounds(making), speech)
  return { title: speech.t('documents:kind.figures'), lead: speech.t('documents:lead.figures'), blocks, showing }
}

async function roadmap(making: Making): Promise<Made> {
  const { showing, speech } = making
  const blocks = roadmapBlocks(await heldRounds(making), speech)
  if (blocks.length === 0) return null
  return { title: speech.t('documents:kind.roadmap'), lead: speech.t('documents:lead.roadmap'), blocks, showing }
}

/** A request rests on the snapshot with which its sheet was kept, not on the one before the room. */
async function request({ asking, showing, speech }: Making, number: string): Promise<Made> {
  const { meeting } = showing
  const found = (await listTafRequests(asking.db, meeting.id)).find((one) => String(one.number) === number)
  const snapshot = found && (await findSnapshot(asking.db, { meetingId: meeting.id, number: found.snapshotNumber }))
  if (!found || !snapshot?.releasedAt) return null
  const own = { ...showing, snapshot }
  const world = await requestWorldOf(asking, own)
  if (!world) return null
  const figures = figuresOf(world.needs, found.sheet.areas[0] ?? '')
  const blocks = requestBlocks({ request: found, figures, names: namesIn(world) }, speech)
  const stands = `${speech.t('requests:number', { number: found.number })} · ${standingWords(found.steps[0], speech)}`
  return { title: saying(found.sheet.title, speech.language).words, lead: stands, blocks, showing: own }
}

async function sheet(making: Making, country: Country): Promise<Made> {
  const { showing, speech } = making
  const held = await heldRounds(making)
  const view = sheetView(held, country, speech)
  if (!view) return null
  const { t } = speech
  const title = saying(country.label, speech.language).words
  return { title, lead: t('documents:kind.sheet'), blocks: sheetBlocks(view, speech), showing }
}

async function report(making: Making, country: Country): Promise<Made> {
  const { showing, speech } = making
  const blocks = reportBlocks(await heldRounds(making), country, showing.snapshot.mode ?? 'by_name', speech)
  if (blocks.length === 0) return null
  const name = saying(country.label, speech.language).words
  const { t } = speech
  return { title: t('documents:report_of', { country: name }), lead: t('documents:lead.report'), blocks, showing }
}
