// The team's side: dashboards when data have changed and when not, and files of all answers.

import { fieldsAt } from '#surveys/analysis/refs.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Bench } from './answering.ts'
import { processMilliseconds, quantile } from './measure.ts'

/**
 * Milliseconds of the server's CPU for the first answer after data have changed, and for those that follow: what others do on
 * the machine stretches the time on the clock, which is `waited`.
 */
export type Twice = { readonly changed: number; readonly unchanged: number; readonly waited: number }

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
  let unchanged = 0
  for (let time = 0; time < times; time += 1) {
    await change(bench, roundId)
    changed.push(await open())
    // The kernel counts in steps of ten milliseconds: several together.
    for (let again = 0; again < AGAIN; again += 1) unchanged += (await open()).cpu
  }
  return {
    changed: median(changed.map(({ cpu }) => cpu)),
    unchanged: unchanged / (times * AGAIN),
    waited: median(changed.map(({ waited }) => waited)),
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
  return { whole: median(whole), cpu: median(cpu), firstByte: median(first), bytes: size }
}

/** The fields that the needs dashboard is made of. */
export function needsFields({ world }: Pick<Bench, 'world'>): Field[] {
  const codebook = world.codebooks.taf
  const { needs } = codebook.questionnaire.analysis
  if (!needs) throw new Error('the questionnaire asks for no needs')
  const { priority, urgency, current, needed, coverage, ranking } = needs
  return [priority, urgency, current, needed, coverage, ranking].flatMap((ref) => [...fieldsAt(codebook, ref)])
}

/** The median of three goes, after one that brings the pages of the database into memory. */
export function floorOf(go: () => number): number {
  go()
  return median(Array.from({ length: 3 }, go))
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
