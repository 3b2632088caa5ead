// `npm run bench`: how fast the main job is, against floors measured in the same run. See options.ts for what can be asked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfOlder } from '#app/commands/build.ts'
import type { Bench } from './answering.ts'
import { has, type Options, PARTS, readOptions } from './options.ts'
import { pairRow } from './pair.ts'
import { moveTo, startPostgres } from './postgres.ts'
import { type Growth, keepReport, lastReports, markdown, printRow, type Report, type Row } from './report.ts'
import { type AnsweringPlaces, answeringRows, prepareAnswering } from './rows-answering.ts'
import { fileRows } from './rows-files.ts'
import { bareRow, memoryRow, startingRow } from './rows-operation.ts'
import { dashboardRows, prepareResults, type ResultPlaces } from './rows-results.ts'
import { startServer } from './server.ts'
import { openWorld, type World } from './world.ts'

process.env.NODE_ENV = 'production'

async function run(options: Options): Promise<Report> {
  buildIfOlder()
  const folder = mkdtempSync(join(tmpdir(), 'tour-de-table-bench-'))
  const rows: Row[] = []
  const report = (row: Row) => {
    printRow(row)
    rows.push(row)
  }
  try {
    if (has(options, 'starting')) report(await startingRow(folder, options))
    const growth = await runWorld(folder, options, report)
    return { mode: isWhole(options) ? options.name : 'part', engine: options.engine, growth, rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything that one server answers on one database, in one process from its start to its end. */
async function runWorld(folder: string, options: Options, report: (row: Row) => void): Promise<Growth[]> {
  if (options.parts.every((part) => part === 'starting')) return []
  const began = performance.now()
  const made = await openWorld(folder)
  const answering = await prepareAnswering(made, options)
  const results = await prepareResults(made, answering.meetings, options)
  const postgres = options.engine === 'postgres' ? await startPostgres() : null
  try {
    const world = postgres ? await moveTo(postgres.url, made) : made
    console.log(`Data made in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
    return await runServer(world, { answering, results }, options, folder, report)
  } finally {
    await postgres?.stop()
  }
}

type Places = { readonly answering: AnsweringPlaces; readonly results: ResultPlaces }

async function runServer(
  world: World,
  { answering, results }: Places,
  options: Options,
  folder: string,
  report: (row: Row) => void,
): Promise<Growth[]> {
  const server = await startServer({ folder, databaseUrl: world.url, nodeOptions: profiling(options) })
  const bench: Bench = { world, server }
  const [meeting] = answering.meetings
  const drafts = meeting && ({ meeting, kind: 'sixty', round: `drafts-sixty-${meeting.size}` } as const)
  const growth: Growth[] = []
  try {
    if (has(options, 'memory')) report(await memoryRow(server, 'idle'))
    if (has(options, 'bare')) report(await bareRow(bench, folder, options))
    growth.push(...(await answeringRows(bench, answering, options, folder, report)))
    growth.push(...(await dashboardRows(bench, results, options, report)))
    growth.push(...(await fileRows(bench, results.sixty, drafts, options, report)))
    if (has(options, 'memory')) report(await memoryRow(server, 'after'))
    if (has(options, 'pair') && drafts) report(await pairRow(bench, drafts, options, folder))
  } finally {
    await server.stop()
    await world.database.close()
  }
  return growth
}

/** Whether everything was measured that there is on this engine. */
const isWhole = ({ parts }: Options) => parts.length === PARTS.length - 1

const profiling = ({ profile }: Options) => (profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])

async function main(): Promise<void> {
  const startedAt = new Date()
  const options = readOptions(process.argv.slice(2))
  if (options.readme) return console.log(lastReports())
  const report = await run(options)
  const kept = keepReport(report, startedAt)
  const seconds = ((Date.now() - startedAt.getTime()) / 1000).toFixed(0)
  console.log(`\n${markdown(report)}\n\n${seconds} s; as JSON: ${kept}`)
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
