// The team's side: dashboards when data have changed and when not, and files of all answers.

import { fieldsAt } from '#surveys/analysis/refs.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Bench } from './answering.ts'
import { quantile } from './measure.ts'

/** Milliseconds: the first answer after data have changed, and the median of those that follow. */
export type Twice = { readonly changed: number; readonly unchanged: number }

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
    const began = performance.now()
    const { status } = await server.ask(path, { cookie: world.manager.cookie })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return performance.now() - began
  }
  const changed: number[] = []
  const unchanged: number[] = []
  for (let time = 0; time < times; time += 1) {
    await change(bench, roundId)
    changed.push(await open())
    unchanged.push(await open())
  }
  return { changed: median(changed), unchanged: median(unchanged) }
}

/** Milliseconds for a whole file, and until its first byte, after a change; and its size. */
export async function downloadFile(bench: Bench, roundId: string, path: string, times = 1) {
  const { server, world } = bench
  const whole: number[] = []
  const first: number[] = []
  let size = 0
  for (let time = 0; time < times; time += 1) {
    await change(bench, roundId)
    const began = performance.now()
    const { status, bytes, firstByte } = await server.download(path, { cookie: world.manager.cookie })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    whole.push(performance.now() - began)
    first.push(firstByte)
    size = bytes
  }
  return { whole: median(whole), firstByte: median(first), bytes: size }
}

/** The fields that the needs dashboard is made of. */
export function needsFields({ world }: Pick<Bench, 'world'>): Field[] {
  const codebook = world.codebooks.taf
  const { needs } = codebook.questionnaire.analysis
  if (!needs) throw new Error('the questionnaire asks for no needs')
  const { priority, urgency, current, needed, coverage, ranking } = needs
  return [priority, urgency, current, needed, coverage, ranking].flatMap((ref) => [...fieldsAt(codebook, ref)])
}

/** The median of three goes, in milliseconds, after one that brings the pages of the database into memory. */
export function floorOf(go: () => number): number {
  go()
  return median(Array.from({ length: 3 }, go))
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
