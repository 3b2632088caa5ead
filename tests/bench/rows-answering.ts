// Rows of the delegations' side: saves, interviews, section pages, and how they grow with the meeting.
import { type Bench, fillIn, openSections, type Place, saveAnswers } from './answering.ts'
import { measureTransaction } from './floors.ts'
import { measureTransaction as measurePostgres } from './floors-postgres.ts'
import type { Measured } from './measure.ts'
import { has, type Options } from './options.ts'
import { type Growth, ms, type Row, rate, times } from './report.ts'
import { measureTree } from './tree.ts'
import { addMeeting, addRound, type Kind, type Meeting, type World } from './world.ts'

export type AnsweringPlaces = {
  readonly meetings: readonly Meeting[]
  /** rounds in which nobody has begun, for the first meeting */
  readonly fresh: readonly string[]
}

const draftsOf = ({ size }: Meeting, kind: Kind) => `drafts-${kind}-${size}`

/** Meetings of all sizes with drafts to work on; done before the server starts. */
export async function prepareAnswering(world: World, options: Options): Promise<AnsweringPlaces> {
  const { sizes, seconds } = options
  const meetings: Meeting[] = []
  for (const size of has(options, 'saves', 'section') ? sizes : sizes.slice(0, 1)) {
    const meeting = await addMeeting(world, size)
    for (const kind of ['sixty', 'taf'] as const)
      await addRound(world, meeting, {
        kind,
        slug: draftsOf(meeting, kind),
        until: 'answered',
        size: meeting.heads.length,
      })
    meetings.push(meeting)
  }
  const fresh = Array.from(
    { length: has(options, 'interviews') ? seconds * 10 : 0 },
    (_, index) => `fresh-${index + 1}`,
  )
  const first = meetings[0]
  if (first) for (const slug of fresh) await addRound(world, first, { kind: 'sixty', slug, until: 'open' })
  return { meetings, fresh }
}

type Report = (row: Row) => void
const placeIn = (meeting: Meeting, kind: Kind = 'sixty'): Place => ({ meeting, kind, round: draftsOf(meeting, kind) })

export async function answeringRows(
  bench: Bench,
  { meetings, fresh }: AnsweringPlaces,
  options: Options,
  folder: string,
  report: Report,
): Promise<Growth[]> {
  const [first] = meetings
  if (!first) return []
  const growth: Growth[] = []
  if (has(options, 'saves')) growth.push(await saveRows(bench, meetings, options, folder, report))
  if (has(options, 'interviews')) report(interviewsRow(await fillIn(bench, first, 'sixty', fresh, options)))
  if (has(options, 'section')) growth.push(...(await sectionRows(bench, meetings, options, report)))
  return growth
}

async function saveRows(
  bench: Bench,
  meetings: readonly Meeting[],
  { seconds }: Options,
  folder: string,
  report: Report,
): Promise<Growth> {
  const { url, database } = bench.world
  const isPostgres = database.kind === 'postgres'
  const floor = await (isPostgres ? measurePostgres(url, seconds) : measureTransaction(folder, seconds))
  const at: Record<number, number> = {}
  for (const meeting of meetings) {
    const saves = await saveAnswers(bench, placeIn(meeting), { seconds })
    if (meeting === meetings[0]) report(savesRow(saves, floor))
    at[meeting.size] = saves.cpuPerCall ?? Number.NaN
  }
  return { what: 'server CPU per save', at }
}

/** Of both questionnaires; the tree alone is drawn for the smallest meeting, the pages of the others must cost no more. */
async function sectionRows(
  bench: Bench,
  meetings: readonly Meeting[],
  { seconds }: Options,
  report: Report,
): Promise<Growth[]> {
  const growth: Growth[] = []
  for (const kind of ['sixty', 'taf'] as const) {
    const at: Record<number, number> = {}
    const name = kind === 'sixty' ? '60 questions' : 'taf-regional-needs'
    for (const meeting of meetings) {
      const place = placeIn(meeting, kind)
      const pages = await openSections(bench, place, { seconds })
      at[meeting.size] = pages.cpuPerCall ?? Number.NaN
      if (meeting === meetings[0])
        report(pagesRow(`section page, ${name}`, pages, await treeOf(bench.world, place, seconds)))
    }
    growth.push({ what: `server CPU per section page, ${name}`, at })
  }
  return growth
}

/** Drawing every section's tree in turn: the harmonic mean, as the server meets them in turn too. */
async function treeOf(world: World, { meeting, kind, round }: Place, seconds: number): Promise<Measured> {
  const sections = [...world.codebooks[kind].bySection.keys()]
  const cookie = meeting.heads[0]?.cookie ?? ''
  const all: Measured[] = []
  for (const section of sections)
    all.push(await measureTree(world, `/answer/${round}/${section}`, cookie, seconds / sections.length))
  const mean = (of: (one: Measured) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length
  return {
    calls: all.length,
    perSecond: 1 / mean(({ perSecond }) => 1 / perSecond),
    median: mean(({ median }) => median),
    p99: Math.max(...all.map(({ p99 }) => p99)),
    others: mean(({ others }) => others),
    cpuPerCall: null,
  }
}

function savesRow(saves: Measured, floor: Measured): Row {
  const ratio = saves.perSecond / floor.perSecond
  const cpu = saves.cpuPerCall ?? Number.NaN
  return {
    what: 'saves of one answer, concurrency 8, durable, with history and audit',
    measured: `${rate(saves.perSecond)} (${times(ratio)} floor), server CPU ${cpu.toFixed(2)} ms, median ${ms(saves.median)}, p99 ${ms(saves.p99)}`,
    floor: `raw transaction ${rate(floor.perSecond)}`,
    target: '>= 0.15 × floor, CPU <= 1.5 ms',
    isMet: ratio >= 0.15 && cpu <= 1.5,
    others: saves.others,
    figures: { ...saves, floor: floor.perSecond, ratio },
  }
}

function interviewsRow(interviews: Measured): Row {
  return {
    what: 'whole interviews of 60 questions, concurrency 8',
    measured: `${rate(interviews.perSecond)}, server CPU ${ms(interviews.cpuPerCall ?? Number.NaN)}, median ${ms(interviews.median)}, p99 ${ms(interviews.p99)}`,
    floor: '',
    target: '>= 20/s',
    isMet: interviews.perSecond >= 20,
    others: interviews.others,
    figures: { ...interviews },
  }
}

function pagesRow(what: string, pages: Measured, tree: Measured): Row {
  const ratio = pages.perSecond / tree.perSecond
  return {
    what,
    measured: `${rate(pages.perSecond)} (${times(ratio)} floor), server CPU ${ms(pages.cpuPerCall ?? Number.NaN)}, median ${ms(pages.median)}, p99 ${ms(pages.p99)}`,
    floor: `React tree alone ${rate(tree.perSecond)} (${ms(tree.median)})`,
    target: '>= 0.6 × floor',
    isMet: ratio >= 0.6,
    others: pages.others,
    figures: { ...pages, floor: tree.perSecond, floorOthers: tree.others, ratio },
  }
}
