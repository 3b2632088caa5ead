// Rows of the delegations' side: saves, interviews, section pages, and how they grow with the meeting.
import { type Bench, fillIn, openSections, type Place, saveAnswers } from './answering.ts'
import { measureTransaction } from './floors.ts'
import type { Measured } from './measure.ts'
import type { Options } from './options.ts'
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
export async function prepareAnswering(world: World, { sizes, seconds }: Options): Promise<AnsweringPlaces> {
  const meetings: Meeting[] = []
  for (const size of sizes) {
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
  const fresh = Array.from({ length: seconds * 10 }, (_, index) => `fresh-${index + 1}`)
  const first = meetings[0]
  if (first) for (const slug of fresh) await addRound(world, first, { kind: 'sixty', slug, until: 'open' })
  return { meetings, fresh }
}

export async function answeringRows(
  bench: Bench,
  { meetings, fresh }: AnsweringPlaces,
  { seconds }: Options,
  folder: string,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const [first, ...larger] = meetings
  if (!first) return []
  const drafts = (meeting: Meeting, kind: Kind = 'sixty'): Place => ({ meeting, kind, round: draftsOf(meeting, kind) })
  const floor = await measureTransaction(folder, seconds)
  const saves = await saveAnswers(bench, drafts(first), { seconds })
  report(savesRow(saves, floor))
  report(interviewsRow(await fillIn(bench, first, 'sixty', fresh, { seconds })))
  const pages = await openSections(bench, drafts(first), { seconds })
  report(pagesRow('section page, 60 questions', pages, await treeOf(bench.world, drafts(first), seconds)))
  const real = await openSections(bench, drafts(first, 'taf'), { seconds })
  report(pagesRow('section page, taf-regional-needs', real, await treeOf(bench.world, drafts(first, 'taf'), seconds)))
  const savesAt: Record<number, number> = { [first.size]: saves.cpuPerCall ?? Number.NaN }
  const pagesAt: Record<number, number> = { [first.size]: pages.cpuPerCall ?? Number.NaN }
  for (const meeting of larger) {
    savesAt[meeting.size] = (await saveAnswers(bench, drafts(meeting), { seconds })).cpuPerCall ?? Number.NaN
    pagesAt[meeting.size] = (await openSections(bench, drafts(meeting), { seconds })).cpuPerCall ?? Number.NaN
  }
  return [
    { what: 'server CPU per save', at: savesAt },
    { what: 'server CPU per section page', at: pagesAt },
  ]
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
    measured: `${rate(interviews.perSecond)}, server CPU ${ms(interviews.cpuPerCall ?? Number.NaN)}, median ${ms(interviews.median)}`,
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
