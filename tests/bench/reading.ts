// The team's side: dashboards when data have changed and when not, and files of all answers.

import { fieldsAt } from '#surveys/analysis/refs.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Bench } from './answering.ts'
import { type Reading, readRaw } from './floors.ts'
import { readRaw as readPostgres } from './floors-postgres.ts'
import { processMilliseconds, quantile, watchOthers } from './measure.ts'

/**
 * Milliseconds of the server's CPU for the first answer after data have changed, and for those that follow: what others do on
 * the machine stretches the time on the clock, which is `waited`.
 */
export type Twice = {
  readonly changed: number
  readonly unchanged: number
  readonly waited: number
  /** the longest that anybody waited for an unchanged page, but one in a hundred */
  readonly p99: number
  /** share 0-1 of the machine that others took */
  readonly others: number
}

/** What was submitted counts for the results: the same write that a submission leaves on its round. */
async function change({ world }: Bench, roundId: string): Promise<void> {
  const { db } = world.database
  await db
    .updateTable('round')
    .set((eb) => ({ stamp: eb('stamp', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
}

/** Opens a dashboard: each time after a change, and as often again without one. */
export async function openDashboard(bench: Bench, roundId: string, path: string, times: number): Promise<Twice> {
  const { server, world } = bench
  const open = async () => {
    const [began, used] = [performance.now(), processMilliseconds(server.pid)]
    const { status } = await server.ask(path, { cookie: world.manager.cookie })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return { cpu: processMilliseconds(server.pid) - used, waited: performance.now() - began }
  }
  // The first time, the page's program is read and compiled.
  await open()
  const changed: Awaited<ReturnType<typeof open>>[] = []
  const again: Awaited<ReturnType<typeof open>>[] = []
  const others = watchOthers(server.pid)
  for (let time = 0; time < times; time += 1) {
    await change(bench, roundId)
    changed.push(await open())
    // The kernel counts in steps of ten milliseconds: several together.
    for (let more = 0; more < AGAIN; more += 1) again.push(await open())
  }
  return {
    changed: median(changed.map(({ cpu }) => cpu)),
    unchanged: again.reduce((sum, { cpu }) => sum + cpu, 0) / again.length,
    waited: median(changed.map(({ waited }) => waited)),
    p99: quantile(
      again.map(({ waited }) => waited).sort((a, b) => a - b),
      0.99,
    ),
    others: others(),
  }
}

const AGAIN = 10

/** For a whole file after a change: CPU and waiting milliseconds, those until its first byte, and its size. */
export async function downloadFile(bench: Bench, roundId: string, path: string, times = 1) {
  const { server, world } = bench
  const whole: number[] = []
  const cpu: number[] = []
  const first: number[] = []
  let size = 0
  const others = watchOthers(server.pid)
  for (let time = 0; time < times; time += 1) {
    await change(bench, roundId)
    const [began, used] = [performance.now(), processMilliseconds(server.pid)]
    const { status, bytes, firstByte } = await server.download(path, { cookie: world.manager.cookie })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    whole.push(performance.now() - began)
    cpu.push(processMilliseconds(server.pid) - used)
    first.push(firstByte)
    size = bytes
  }
  return { whole: median(whole), cpu: median(cpu), firstByte: median(first), bytes: size, others: others() }
}

/** The fields that the needs dashboard is made of. */
export function needsFields({ world }: Pick<Bench, 'world'>): Field[] {
  const codebook = world.codebooks.taf
  const { needs } = codebook.questionnaire.analysis
  if (!needs) throw new Error('the questionnaire asks for no needs')
  const { priority, urgency, current, needed, coverage, ranking } = needs
  return [priority, urgency, current, needed, coverage, ranking].flatMap((ref) => [...fieldsAt(codebook, ref)])
}

/** CPU milliseconds of a floor: the median of three goes, after one that brings the pages of the database into memory. */
export async function floorOf(
  { world }: Pick<Bench, 'world'>,
  what: Reading,
  roundId: string,
  fields: readonly Field[],
) {
  const go = () =>
    world.database.kind === 'postgres'
      ? readPostgres(world.url, what, roundId, fields)
      : readRaw(world.file, what, roundId, fields)
  await go()
  return median([await go(), await go(), await go()])
}

/** How many answers a round's official replies hold. */
export async function countCells({ world }: Pick<Bench, 'world'>, roundId: string): Promise<number> {
  const { cells } = await world.database.db
    .selectFrom('submission_cell')
    .innerJoin('response', 'response.official_submission_id', 'submission_cell.submission_id')
    .select((eb) => eb.fn.countAll<number>().as('cells'))
    .where('response.round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  return cells
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
