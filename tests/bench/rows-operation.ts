// Rows of operation: what HTTP alone costs, how soon the first page comes, and how much memory the process takes.
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Bench } from './answering.ts'
import { measure, quantile, residentMegabytes } from './measure.ts'
import type { Options } from './options.ts'
import { megabytes, ms, type Row, rate } from './report.ts'
import { type Server, startServer } from './server.ts'

/** The least that a request costs here: the same client, a server of node:http that says one word, and our own probe. */
export async function bareRow({ server }: Bench, folder: string, { seconds }: Options): Promise<Row> {
  const program = fileURLToPath(new URL('floors.ts', import.meta.url))
  const bare = await startServer({ folder, databaseUrl: 'none', program })
  const ask = (of: Server) =>
    measure({ work: () => of.ask('/healthz'), concurrency: 8, seconds: seconds / 2, pid: of.pid })
  const floor = await ask(bare).finally(() => bare.stop())
  const probe = await ask(server)
  return {
    what: 'the smallest answer (/healthz), concurrency 8',
    measured: `${rate(probe.perSecond)}, server CPU ${(probe.cpuPerCall ?? Number.NaN).toFixed(2)} ms`,
    floor: `bare node:http ${rate(floor.perSecond)}, CPU ${(floor.cpuPerCall ?? Number.NaN).toFixed(2)} ms`,
    target: '–',
    isMet: null,
    others: probe.others,
    figures: { ...probe, floor: floor.perSecond },
  }
}

/** The seeded demonstration, started again: until its first page has come. */
export async function startingRow(folder: string, { times: often }: Options): Promise<Row> {
  const starting = { folder, databaseUrl: `file:${folder}/demonstration/house.db`, isDemonstration: true }
  await (await startServer(starting)).stop()
  const taken: number[] = []
  for (let time = 0; time < often; time += 1) {
    const server = await startServer(starting)
    const began = performance.now()
    const { status } = await server.ask('/help')
    if (status !== 200) throw new Error(`the first page answered ${status}`)
    taken.push(server.startedIn + performance.now() - began)
    await server.stop()
  }
  const median = quantile(
    taken.toSorted((a, b) => a - b),
    0.5,
  )
  return {
    what: 'start of the process to the first page, seeded database',
    measured: ms(median),
    floor: '',
    target: '<= 1.5 s',
    isMet: median <= 1500,
    others: null,
    figures: { median },
  }
}

const MEMORY = { idle: 150, after: 350 } as const

/** A moment of quiet first, so that what is not needed any more is gone. */
export async function memoryRow(server: Server, when: keyof typeof MEMORY): Promise<Row> {
  await server.ask('/help')
  await pause(3000)
  const resident = residentMegabytes(server.pid) ?? Number.NaN
  return {
    what: when === 'idle' ? 'memory, idle after the first page' : 'memory, after the whole benchmark',
    measured: megabytes(resident),
    floor: '',
    target: `<= ${MEMORY[when]} MB`,
    isMet: resident <= MEMORY[when],
    others: null,
    figures: { resident },
  }
}
