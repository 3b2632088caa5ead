// A slide from a released snapshot, with the eyes of everybody: it cannot hold more than disclosure lets through.
import type { AgendaItem } from '#db/agenda.ts'
import { listRounds } from '#db/rounds.ts'
import type { Reveal } from '#db/stages.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { voicesIn } from '#surveys/analysis/disclosure.ts'
import { distributionOf, type ItemResult } from '#surveys/analysis/distribution.ts'
import { distributionFinding } from '#surveys/analysis/distribution-findings.ts'
import type { Finding, View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import type { Slide } from '../components/plenary/slide.ts'
import { saying } from '../components/questions/said.tsx'
import { type Speech, speechOf } from '../components/words.tsx'
import { sheetView } from '../routes/results/sheet.server.ts'
import { numbersAt } from '../routes/results/sources.server.ts'
import { conclusionPart, conclusionsPart, decisionsPart } from './decided.server.ts'
import { type Asking, type Held, heldRound, type Part, type Showing } from './held.server.ts'
import { readShows, type Shows } from './shows.ts'
import { tourStand } from './tour.server.ts'

/** The slide of an item. What its snapshot does not hold, or does not show, is only its title and its words. */
export async function slideOf(asking: Asking, showing: Showing, item: AgendaItem): Promise<Slide> {
  const speech = speechOf({ ...asking, digits: 'latn', timeZone: showing.meeting.timeZone })
  const shows = readShows(item.shows)
  const found = shows && (await partOf(asking, showing, shows, speech))
  const own = item.says[asking.language]
  return {
    aside: [],
    base: null,
    source: null,
    canName: false,
    isNamed: false,
    body: { kind: 'text' },
    ...found,
    title: item.title,
    says: own || found?.says || '',
  }
}

async function partOf(asking: Asking, showing: Showing, shows: Shows, speech: Speech): Promise<Part | undefined> {
  switch (shows.kind) {
    case 'text':
      return undefined
    case 'country':
      return sheetPart(asking, showing, shows.country, speech)
    case 'tour':
      return tourPart(asking, showing, speech)
    case 'decisions':
      return decisionsPart(asking, showing, speech)
    case 'conclusions':
      return conclusionsPart(asking, showing, speech)
    case 'conclusion':
      return conclusionPart(asking, showing, shows.number, speech)
    default:
      return figurePart(asking, showing, shows, speech)
  }
}

type Figure = Extract<Shows, { readonly round: string }>

async function figurePart(asking: Asking, showing: Showing, shows: Figure, speech: Speech): Promise<Part | undefined> {
  const held = await heldRound(asking, showing, shows.round)
  if (!held) return undefined
  switch (shows.kind) {
    case 'needs':
      return needsPart(held, speech)
    case 'steps':
      return stepsPart(held, speech)
    case 'measures':
      return measuresPart(held, speech)
    case 'question':
      return questionPart(held, shows, showing.reveal, speech)
  }
}

const say = ({ t, language }: Speech, { code, numbers, texts }: Finding) => {
  const labels = Object.entries(texts ?? {}).map(([name, text]) => [name, saying(text, language).words])
  return t(`results:finding.${code}`, { ...numbers, ...Object.fromEntries(labels) })
}

function lines(view: View, refs: readonly (string | undefined)[], base: { n: number; of: number }, speech: Speech) {
  const { t, list } = speech
  const numbers = numbersAt(view, refs)
  const { version } = view.codebook.questionnaire
  return {
    base: t('results:base_of', { n: base.n, all: base.of }),
    source: t('results:source', { count: numbers.length, questions: list(numbers), version }),
  }
}

/** How many rows can be read from the last row of the hall. */
const MOST_ROWS = 8

function needsPart({ view, once }: Held, speech: Speech): Part | undefined {
  const ranking = once('needs', () => rankNeeds(view))
  if (!ranking) return undefined
  const { t } = speech
  const rows = ranking.rows.filter(({ place, isHidden }) => place !== null && !isHidden).slice(0, MOST_ROWS)
  return {
    says: say(speech, ranking.finding),
    body: {
      kind: 'rows',
      rows: rows.map((row) => ({
        label: row.area.label,
        words: t('session:slide.shared_by', { k: row.sharedBy, n: row.base.n }),
      })),
    },
    ...lines(view, [ranking.part.priority, ranking.part.urgency], ranking.base, speech),
  }
}

function stepsPart({ view, once }: Held, speech: Speech): Part | undefined {
  const consensus = once('steps', () => consensusOf(view))
  if (!consensus) return undefined
  const { t } = speech
  const labelOf = (row: (typeof consensus.rows)[number]) =>
    row.label ? t(`results:label.${row.label}${row.isDivided ? '_divided' : ''}`) : t('results:too_few_for_words')
  return {
    says: say(speech, consensus.finding),
    body: {
      kind: 'rows',
      rows: consensus.rows.map((row) => ({
        label: row.step.label,
        words: row.isHidden
          ? t('results:too_small')
          : `${labelOf(row)} · ${t('results:k_of_n', { k: row.inFavour, n: row.base.n })}`,
      })),
    },
    ...lines(view, [consensus.part.rating], consensus.base, speech),
  }
}

function measuresPart({ view, once }: Held, speech: Speech): Part | undefined {
  const readiness = once('measures', () => readinessOf(view))
  if (!readiness) return undefined
  const { t } = speech
  const done = (row: (typeof readiness.rows)[number]) =>
    row.states.find(({ option }) => option.key === readiness.done)?.count ?? 0
  return {
    says: say(speech, readiness.headline),
    body: {
      kind: 'rows',
      rows: readiness.rows.map((row) => ({
        label: row.measure.label,
        words: row.isHidden ? t('results:too_small') : t('session:slide.done', { k: done(row), n: row.base.n }),
      })),
    },
    ...lines(view, [readiness.part.status], readiness.base, speech),
  }
}

function questionPart(
  held: Held,
  shows: Extract<Shows, { kind: 'question' }>,
  reveal: Reveal,
  speech: Speech,
): Part | undefined {
  const { view } = held
  const found = distributionOf(view, shows.ref)
  const row = found?.rows.find(({ item }) => (item?.key ?? null) === shows.item) ?? found?.rows[0]
  if (!found?.isCounted || !row) return undefined
  const { t } = speech
  if (row.isHidden) return { says: t('results:too_small'), body: { kind: 'text' } }
  const { tally } = row
  if (tally.kind !== 'choice' && tally.kind !== 'several') return undefined
  const named = row.said.filter(({ cell }) => cell.value !== null && cell.absence === null)
  const isNamed = reveal === 'named' && named.length > 0
  return {
    says: say(speech, distributionFinding([row], voicesIn(view, found.field.section).length)),
    body: {
      kind: 'dots',
      levels: tally.options.map(({ option, count }, place) => ({
        value: option.value ?? place + 1,
        label: option.label,
        count,
        names: isNamed
          ? named.filter(({ cell }) => chose(cell.value, option.key)).map(({ country }) => country.label)
          : [],
      })),
      median: tally.kind === 'choice' ? (tally.spread?.median ?? null) : null,
    },
    aside: asideOf(held, shows, row, speech),
    canName: named.length > 0,
    isNamed,
    ...lines(view, [shows.ref], row.base, speech),
  }
}

const chose = (value: unknown, key: string) => (Array.isArray(value) ? value.includes(key) : value === key)

/** Beside the priority of a need: who shares it, and its place. */
function asideOf({ view, once }: Held, shows: Extract<Shows, { kind: 'question' }>, row: ItemResult, { t }: Speech) {
  const ranking = once('needs', () => rankNeeds(view))
  const need =
    ranking?.part.priority === shows.ref ? ranking.rows.find(({ area }) => area.key === row.item?.key) : undefined
  if (!ranking || !need || need.isHidden) return []
  const shared = {
    big: t('results:k_of_n', { k: need.sharedBy, n: need.base.n }),
    words: t('session:slide.share_from', { from: ranking.part.shared_from }),
  }
  if (need.place === null) return [shared]
  const place = {
    big: t('session:slide.place', { place: need.place }),
    words: t('session:slide.of_needs', { all: ranking.rows.length }),
  }
  return [shared, place]
}

/** A country's own page, of all rounds in the snapshot. */
async function sheetPart(asking: Asking, showing: Showing, code: string, speech: Speech): Promise<Part | undefined> {
  const country = showing.meeting.roster.countries.find((one) => one.code === code)
  const rounds = await listRounds(asking.db, { meetingId: showing.meeting.id })
  const held: Held[] = []
  for (const { slug } of rounds) {
    const one = await heldRound(asking, showing, slug)
    if (one) held.push(one)
  }
  const sheet = country && sheetView(held, country, speech)
  if (!sheet) return { says: speech.t('session:slide.no_sheet'), body: { kind: 'text' } }
  return { body: { kind: 'sheet', sheet, timeZone: showing.meeting.timeZone }, isNamed: true }
}

/** The page of the delegation that has the floor; between two turns, who has spoken. */
async function tourPart(asking: Asking, showing: Showing, speech: Speech): Promise<Part | undefined> {
  const { speaker, says, rows } = await tourStand(asking, showing.meeting, speech)
  const sheet = speaker && (await sheetPart(asking, showing, speaker, speech))
  return sheet ? { ...sheet, says: says || (sheet.says ?? '') } : { says, body: { kind: 'rows', rows } }
}
