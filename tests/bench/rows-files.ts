// Rows of files: all answers as CSV at all sizes, and how long saves take while such a file is written.
import { type Bench, type Place, saveAnswers } from './answering.ts'
import { residentMegabytes } from './measure.ts'
import { has, type Options } from './options.ts'
import { countCells, downloadFile, floorOf } from './reading.ts'
import { type Growth, megabytes, ms, type Row, times } from './report.ts'
import type { Signed } from './rows-results.ts'

type Kind = { readonly name: string; readonly path: string; readonly most: number; readonly longest: number | null }
/** `longest`: milliseconds for ten thousand replies. */
const FILES: readonly Kind[] = [
  { name: 'wide', path: 'answers-wide.csv', most: 2, longest: 1000 },
  { name: 'long', path: 'answers.csv', most: 3, longest: null },
]
/** Replies from which on a file was promised to keep a ratio to its floor: below, starting costs more than writing. */
const LARGE = 10_000
/** Megabytes above what the server had before, however large the file is. */
const MOST_MEMORY = 150
/** A cell of a larger file costs no more than one of a smaller one, but for what the machine does beside. */
const LINEAR = 1.25

export async function fileRows(
  bench: Bench,
  sixty: readonly Signed[],
  drafts: Place | undefined,
  options: Options,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const places = sixty.filter(({ size }) => options.files.includes(size))
  const growth: Growth[] = []
  if (has(options, 'exports')) for (const kind of FILES) growth.push(await rowsOf(bench, kind, places, report))
  const last = places.filter(({ size }) => size <= LARGE).at(-1)
  if (has(options, 'during') && last && drafts) report(await duringRow(bench, last, drafts, options))
  return growth
}

async function rowsOf(
  bench: Bench,
  kind: Kind,
  places: readonly Signed[],
  report: (row: Row) => void,
): Promise<Growth> {
  const at: Record<number, number> = {}
  const cells: Record<number, number> = {}
  let before: number | undefined
  for (const place of places) {
    const raw = await floorOf(bench, 'iterate', place.id, [])
    const path = `/results/${place.slug}/${kind.path}`
    // The first time, the program that writes it is read and compiled.
    await downloadFile(bench, place.id, path)
    const peak = watchMemory(bench.server.pid)
    const file = await downloadFile(bench, place.id, path)
    const count = await countCells(bench, place.id)
    at[place.size] = file.cpu
    cells[place.size] = count
    const growth = before === undefined ? 1 : file.cpu / count / before
    report(fileRow(kind, place.size, { ...file, above: peak(), raw, growth }))
    before = file.cpu / count
  }
  return { what: `${kind.name} CSV`, at, cells }
}

type Written = Awaited<ReturnType<typeof downloadFile>> & { above: number; raw: number; growth: number }

function fileRow({ name, most, longest }: Kind, size: number, file: Written): Row {
  const { cpu, whole, firstByte, bytes, above, raw, growth, others } = file
  const ratio = cpu / raw
  const bound = size === LARGE ? longest : null
  const isMet = ratio <= most && cpu <= (bound ?? Number.POSITIVE_INFINITY) && above <= MOST_MEMORY && growth <= LINEAR
  const targets = [`<= ${most} × floor`, bound && `<= ${ms(bound)}`, `memory <= +${MOST_MEMORY} MB`, 'linear']
  return {
    what: `${name} CSV of ${size} replies`,
    measured: `CPU ${ms(cpu)} (${times(ratio)} floor), whole ${ms(whole)}, first byte ${ms(firstByte)}, ${megabytes(bytes / 1e6)}, peak memory +${megabytes(above)}, per answer ${times(growth)} of the size before`,
    floor: `iterating the same rows ${ms(raw)}`,
    target: size < LARGE ? '–' : targets.filter(Boolean).join(', '),
    isMet: size < LARGE ? null : isMet,
    others,
    figures: { ...file, ratio },
  }
}

/** Milliseconds for which files are written at least, one after the other. */
const A_WHILE = 2000

/** Saves go on while a file is written: nobody who answers waits for somebody who reads. */
async function duringRow(bench: Bench, place: Signed, drafts: Place, { seconds }: Options): Promise<Row> {
  const alone = await saveAnswers(bench, drafts, { seconds })
  let isWriting = true
  const write = async () => {
    const until = performance.now() + A_WHILE
    do await downloadFile(bench, place.id, `/results/${place.slug}/answers.csv`)
    while (performance.now() < until)
  }
  const writing = write().finally(() => {
    isWriting = false
  })
  const saves = await saveAnswers(bench, drafts, { seconds: 120, while: () => isWriting })
  await writing
  return {
    what: `saves while a long CSV of ${place.size} replies is written, concurrency 8`,
    measured: `p99 ${ms(saves.p99)}, median ${ms(saves.median)}, ${saves.calls} saves`,
    floor: `the same saves alone: p99 ${ms(alone.p99)}, median ${ms(alone.median)}`,
    target: 'p99 <= 100 ms',
    isMet: saves.p99 <= 100,
    others: saves.others,
    figures: { ...saves, aloneP99: alone.p99, aloneMedian: alone.median },
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
