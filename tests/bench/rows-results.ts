// Rows of the team's side: dashboards at all sizes when data have changed and when not, and what a long history does to them.
import type { Bench } from './answering.ts'
import { has, type Options } from './options.ts'
import { countCells, floorOf, needsFields, openDashboard, type Twice } from './reading.ts'
import { type Growth, ms, type Row, times } from './report.ts'
import { addMeeting, addRound, type Kind, type Meeting, type World } from './world.ts'

export type Signed = { readonly size: number; readonly slug: string; readonly id: string }
export type ResultPlaces = {
  readonly taf: readonly Signed[]
  readonly sixty: readonly Signed[]
  /** as the middle ones, but every answer was changed ten times */
  readonly history: readonly { readonly kind: Kind; readonly young: Signed; readonly old: Signed }[]
}

const REVISIONS = 11

/** Signed replies at all sizes. @param meetings of some of these sizes, used again */
export async function prepareResults(
  world: World,
  meetings: readonly Meeting[],
  options: Options,
): Promise<ResultPlaces> {
  const { sizes, files, questions } = options
  const known = new Map(meetings.map((meeting) => [meeting.size, meeting]))
  const sign = async (kind: Kind, size: number, slug = `${kind}-${size}`, revisions = 1): Promise<Signed> => {
    const meeting = known.get(size) ?? (await addMeeting(world, size))
    known.set(size, meeting)
    return { size, slug, id: await addRound(world, meeting, { kind, slug, until: 'signed', revisions }) }
  }
  const middle = sizes[1] ?? sizes[0] ?? 8
  const wanted: Record<Kind, number[]> = { taf: [], sixty: [] }
  if (has(options, 'needs')) wanted.taf.push(...sizes)
  if (has(options, 'questions')) wanted.sixty.push(...questions)
  if (has(options, 'exports', 'during')) wanted.sixty.push(...files)
  if (has(options, 'history')) for (const kind of ['taf', 'sixty'] as const) wanted[kind].push(middle)
  const made: Record<Kind, Signed[]> = { taf: [], sixty: [] }
  for (const kind of ['taf', 'sixty'] as const)
    for (const size of ascending(wanted[kind])) made[kind].push(await sign(kind, size))
  const history = []
  for (const kind of has(options, 'history') ? (['taf', 'sixty'] as const) : []) {
    const young = made[kind].find(({ size }) => size === middle)
    if (young) history.push({ kind, young, old: await sign(kind, middle, `${kind}-history`, REVISIONS) })
  }
  return { ...made, history }
}

const ascending = (sizes: readonly number[]) => [...new Set(sizes)].sort((a, b) => a - b)

/** The dashboard that stands for a questionnaire. */
const PAGES: Readonly<Record<Kind, string>> = { taf: 'needs', sixty: 'questions' }
const open = (bench: Bench, kind: Kind, { id, slug }: Signed, often: number) =>
  openDashboard(bench, id, `/results/${slug}/${PAGES[kind]}`, often)

export async function dashboardRows(
  bench: Bench,
  { taf, sixty, history }: ResultPlaces,
  options: Options,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const growth: Growth[] = []
  if (has(options, 'needs')) growth.push(...(await needsRows(bench, taf, options, report)))
  if (has(options, 'questions')) growth.push(await questionRows(bench, sixty, options, report))
  for (const { kind, young, old } of history) {
    // Twice as often: the steps of the clock of CPU are as large as the difference that counts.
    const [without, ten] = [await open(bench, kind, young, 10), await open(bench, kind, old, 10)]
    report(historyRow(PAGES[kind], young.size, ten, without))
  }
  return growth
}

async function needsRows(
  bench: Bench,
  places: readonly Signed[],
  { times: often }: Options,
  report: (row: Row) => void,
) {
  const changed: Record<number, number> = {}
  const unchanged: Record<number, number> = {}
  const cells: Record<number, number> = {}
  for (const place of places) {
    const opened = await open(bench, 'taf', place, often)
    changed[place.size] = opened.changed
    unchanged[place.size] = opened.unchanged
    cells[place.size] = await countCells(bench, place.id)
    if (place === places.at(-1))
      report(needsRow(place.size, opened, await floorOf(bench, 'read', place.id, needsFields(bench))))
  }
  return [
    { what: 'needs dashboard, changed', at: changed, cells },
    { what: 'needs dashboard, unchanged', at: unchanged },
  ]
}

async function questionRows(
  bench: Bench,
  places: readonly Signed[],
  { times: often, questions }: Options,
  report: (row: Row) => void,
): Promise<Growth> {
  const at: Record<number, number> = {}
  const cells: Record<number, number> = {}
  for (const place of places.filter(({ size }) => questions.includes(size))) {
    const opened = await open(bench, 'sixty', place, often)
    at[place.size] = opened.changed
    cells[place.size] = await countCells(bench, place.id)
    const raw = await floorOf(bench, 'group', place.id, bench.world.codebooks.sixty.fields)
    report(questionsRow(place.size, opened, raw))
  }
  return { what: 'results of all 60 questions, changed', at, cells }
}

/** Replies for which the ratio to the floor was promised: with fewer, drawing the page costs more than its figures. */
const PROMISED = 5000

function needsRow(size: number, opened: Twice, raw: number): Row {
  const ratio = opened.changed / raw
  return {
    what: `needs dashboard, ${size} replies`,
    measured: `changed CPU ${ms(opened.changed)} (${times(ratio)} floor), waited ${ms(opened.waited)}; unchanged CPU ${ms(opened.unchanged)}, p99 waited ${ms(opened.p99)}`,
    floor: `reading the same cells ${ms(raw)}`,
    target: size < PROMISED ? '–' : '<= 3 × floor, unchanged <= 10 ms',
    isMet: size < PROMISED ? null : ratio <= 3 && opened.unchanged <= 10,
    others: opened.others,
    figures: { ...opened, raw, ratio },
  }
}

function historyRow(page: string, size: number, old: Twice, young: Twice): Row {
  return {
    what: `${page} page, ${size} replies, every answer with ${REVISIONS} revisions`,
    measured: `changed CPU ${ms(old.changed)} (${times(old.changed / young.changed)} without), waited ${ms(old.waited)}`,
    floor: `one revision ${ms(young.changed)}, waited ${ms(young.waited)}`,
    target: '<= 1.2 × floor',
    isMet: old.changed <= 1.2 * young.changed,
    others: old.others,
    figures: { old: old.changed, young: young.changed },
  }
}

/** What was promised for so many replies, in milliseconds. */
const LONGEST: Readonly<Record<number, number>> = { 1000: 150, 10000: 1000 }

function questionsRow(size: number, opened: Twice, raw: number): Row {
  const most = LONGEST[size]
  const ratio = opened.changed / raw
  return {
    what: `results of all 60 questions, ${size} replies`,
    measured: `changed CPU ${ms(opened.changed)} (${times(ratio)} floor), waited ${ms(opened.waited)}; unchanged CPU ${ms(opened.unchanged)}, p99 waited ${ms(opened.p99)}`,
    floor: `grouping the same cells ${ms(raw)}`,
    target: most === undefined ? '–' : `<= ${ms(most)}, <= 2 × floor`,
    isMet: most === undefined ? null : opened.changed <= most && ratio <= 2,
    others: opened.others,
    figures: { ...opened, raw, ratio },
  }
}
