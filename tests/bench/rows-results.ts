// Rows of the team's side: dashboards and files of answers at all sizes, and saves while a file is being written.
import { type Bench, saveAnswers } from './answering.ts'
import { groupCells, iterateCells, readCells } from './floors.ts'
import { residentMegabytes } from './measure.ts'
import type { Options } from './options.ts'
import { downloadFile, floorOf, needsFields, openDashboard, type Twice } from './reading.ts'
import { type Growth, megabytes, ms, type Row, times } from './report.ts'
import { addMeeting, addRound, type Meeting, type World } from './world.ts'

type Signed = { readonly size: number; readonly slug: string; readonly id: string }
export type ResultPlaces = {
  readonly taf: readonly Signed[]
  /** as the middle one, but every answer was changed ten times */
  readonly history: Signed | undefined
  readonly sixty: readonly Signed[]
}

const REVISIONS = 11

/** Signed replies at all sizes. @param meetings of some of these sizes, used again */
export async function prepareResults(
  world: World,
  meetings: readonly Meeting[],
  { sizes, files, questions, parts }: Options,
): Promise<ResultPlaces> {
  const known = new Map(meetings.map((meeting) => [meeting.size, meeting]))
  const sign = async (
    kind: 'taf' | 'sixty',
    size: number,
    slug = `${kind}-${size}`,
    revisions = 1,
  ): Promise<Signed> => {
    const meeting = known.get(size) ?? (await addMeeting(world, size))
    known.set(size, meeting)
    return { size, slug, id: await addRound(world, meeting, { kind, slug, until: 'signed', revisions }) }
  }
  const taf: Signed[] = []
  const sixty: Signed[] = []
  const withDashboards = parts.includes('dashboards')
  if (withDashboards) for (const size of sizes) taf.push(await sign('taf', size))
  const counted = withDashboards ? questions : []
  const written = parts.includes('files') ? files : []
  for (const size of ascending([...counted, ...written])) sixty.push(await sign('sixty', size))
  const middle = sizes[1]
  const history = withDashboards && middle ? await sign('taf', middle, 'taf-history', REVISIONS) : undefined
  return { taf, history, sixty }
}

const ascending = (sizes: readonly number[]) => [...new Set(sizes)].sort((a, b) => a - b)
const largest = (places: readonly Signed[]) => places.at(-1)

export async function dashboardRows(
  bench: Bench,
  { taf, history, sixty }: ResultPlaces,
  { times: often, questions }: Options,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const needsAt: Record<number, number> = {}
  for (const place of taf) {
    const opened = await openDashboard(bench, place.id, `/results/${place.slug}/needs`, often)
    needsAt[place.size] = opened.changed
    const raw = floorOf(() => readCells(bench.world.file, place.id, needsFields(bench)))
    if (place === largest(taf)) report(needsRow(place.size, opened, raw))
    if (history && place.size === history.size) {
      const old = await openDashboard(bench, history.id, `/results/${history.slug}/needs`, often)
      report(historyRow(old.changed, opened.changed))
    }
  }
  const questionsAt: Record<number, number> = {}
  for (const place of sixty.filter(({ size }) => questions.includes(size))) {
    const opened = await openDashboard(bench, place.id, `/results/${place.slug}/questions`, often)
    questionsAt[place.size] = opened.changed
    const raw = floorOf(() => groupCells(bench.world.file, place.id, bench.world.codebooks.sixty.fields))
    report(questionsRow(place.size, opened, raw))
  }
  return [
    { what: 'needs dashboard, changed', at: needsAt },
    { what: 'all questions, changed', at: questionsAt },
  ]
}

function needsRow(size: number, opened: Twice, raw: number): Row {
  const ratio = opened.changed / raw
  return {
    what: `needs dashboard, ${size} replies`,
    measured: `changed CPU ${ms(opened.changed)} (${times(ratio)} floor), waited ${ms(opened.waited)}; unchanged CPU ${ms(opened.unchanged)}`,
    floor: `reading the same cells ${ms(raw)}`,
    target: '<= 3 × floor, unchanged <= 10 ms',
    isMet: ratio <= 3 && opened.unchanged <= 10,
    others: null,
    figures: { ...opened, raw, ratio },
  }
}

function historyRow(old: number, young: number): Row {
  return {
    what: `needs dashboard, every answer with ${REVISIONS} revisions`,
    measured: `${ms(old)} (${times(old / young)} without)`,
    floor: `one revision ${ms(young)}`,
    target: '<= 1.2 × floor',
    isMet: old <= 1.2 * young,
    others: null,
    figures: { old, young },
  }
}

function questionsRow(size: number, { changed, waited }: Twice, raw: number): Row {
  const most = size <= 1000 ? 150 : 1000
  const ratio = changed / raw
  return {
    what: `results of all 60 questions, ${size} replies`,
    measured: `CPU ${ms(changed)} (${times(ratio)} floor), waited ${ms(waited)}`,
    floor: `grouping the same cells ${ms(raw)}`,
    target: `<= ${ms(most)}, <= 2 × floor`,
    isMet: changed <= most && ratio <= 2,
    others: null,
    figures: { changed, waited, raw, ratio },
  }
}

const FILES = [
  { name: 'wide', path: 'answers-wide.csv', most: 2, longest: { 10000: 1000 } },
  { name: 'long', path: 'answers.csv', most: 3, longest: {} },
] as const

/** Peak memory may not grow with the file. Megabytes above what the server had before. */
const MOST_MEMORY = 150

export async function fileRows(
  bench: Bench,
  places: readonly Signed[],
  drafts: { meeting: Meeting; round: string } | undefined,
  { files }: Options,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const growth: Growth[] = []
  const written = places.filter(({ size }) => files.includes(size))
  for (const { name, path, most, longest } of FILES) {
    const at: Record<number, number> = {}
    for (const place of written) {
      const raw = floorOf(() => iterateCells(bench.world.file, place.id))
      // The first time, the program that writes it is read and compiled.
      await downloadFile(bench, place.id, `/results/${place.slug}/${path}`)
      const peak = watchMemory(bench.server.pid)
      const file = await downloadFile(bench, place.id, `/results/${place.slug}/${path}`)
      const above = peak()
      at[place.size] = file.cpu
      const bound = (longest as Record<number, number>)[place.size]
      report(fileRow(`${name} CSV of ${place.size} replies`, { ...file, above, raw, most, bound }))
    }
    growth.push({ what: `${name} CSV`, at })
  }
  const last = largest(written)
  if (last && drafts) report(await duringRow(bench, last, drafts))
  return growth
}

type Written = {
  cpu: number
  whole: number
  firstByte: number
  bytes: number
  above: number
  raw: number
  most: number
  bound?: number
}

function fileRow(what: string, { cpu, whole, firstByte, bytes, above, raw, most, bound }: Written): Row {
  const ratio = cpu / raw
  return {
    what,
    measured: `CPU ${ms(cpu)} (${times(ratio)} floor), whole ${ms(whole)}, first byte ${ms(firstByte)}, ${megabytes(bytes / 1e6)}, peak memory +${megabytes(above)}`,
    floor: `iterating the same rows ${ms(raw)}`,
    target: [`<= ${most} × floor`, bound && `<= ${ms(bound)}`, `memory <= +${MOST_MEMORY} MB`]
      .filter(Boolean)
      .join(', '),
    isMet: ratio <= most && cpu <= (bound ?? Number.POSITIVE_INFINITY) && above <= MOST_MEMORY,
    others: null,
    figures: { cpu, whole, firstByte, bytes, above, raw, ratio },
  }
}

/** Milliseconds for which files are written at least, one after the other. */
const A_WHILE = 2000

/** Saves go on while a file is written: nobody who answers waits for somebody who reads. */
async function duringRow(bench: Bench, place: Signed, drafts: { meeting: Meeting; round: string }): Promise<Row> {
  let isWriting = true
  const write = async () => {
    const until = performance.now() + A_WHILE
    do await downloadFile(bench, place.id, `/results/${place.slug}/answers.csv`)
    while (performance.now() < until)
    isWriting = false
  }
  const writing = write()
  const saves = await saveAnswers(bench, { ...drafts, kind: 'sixty' }, { seconds: 120, while: () => isWriting })
  await writing
  return {
    what: `saves while a long CSV of ${place.size} replies is written`,
    measured: `p99 ${ms(saves.p99)}, median ${ms(saves.median)}, ${saves.calls} saves`,
    floor: '',
    target: 'p99 <= 100 ms',
    isMet: saves.p99 <= 100,
    others: saves.others,
    figures: { ...saves },
  }
}

/** @returns a function that ends the watch and gives the most memory above the start, in megabytes */
function watchMemory(pid: number): () => number {
  const before = residentMegabytes(pid) ?? 0
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid) ?? 0)
  }, 20)
  return () => {
    clearInterval(timer)
    return most - before
  }
}
