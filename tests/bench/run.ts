// `npm run bench`: how fast the main job is, against floors measured in the same run. See options.ts for what can be asked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfOlder } from '#app/commands/build.ts'
import type { Bench } from './answering.ts'
import { type Options, readOptions } from './options.ts'
import { type Growth, keepReport, markdown, printRow, type Report, type Row } from './report.ts'
import { answeringRows, prepareAnswering } from './rows-answering.ts'
import { bareRow, memoryRow, startingRow } from './rows-operation.ts'
import { dashboardRows, fileRows, prepareResults } from './rows-results.ts'
import { startServer } from './server.ts'
import { openWorld } from './world.ts'

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
    if (options.parts.includes('starting')) report(await startingRow(folder, options))
    return { mode: options.name, growth: await runWorld(folder, options, report), rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything that one server answers on one database, in one process from its start to its end. */
async function runWorld(folder: string, options: Options, report: (row: Row) => void): Promise<Growth[]> {
  const has = (part: Options['parts'][number]) => options.parts.includes(part)
  if (!['answering', 'dashboards', 'files'].some((part) => has(part as Options['parts'][number]))) return []
  const began = performance.now()
  const world = await openWorld(folder)
  const answering = await prepareAnswering(world, options)
  const results = await prepareResults(world, answering.meetings, options)
  console.log(`Data made in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  const server = await startServer({ folder, databaseUrl: world.url, nodeOptions: profiling(options) })
  const bench: Bench = { world, server }
  const growth: Growth[] = []
  try {
    const idle = await memoryRow(server, 'idle')
    report(await bareRow(bench, folder, options))
    if (has('answering')) growth.push(...(await answeringRows(bench, answering, options, folder, report)))
    if (has('dashboards')) growth.push(...(await dashboardRows(bench, results, options, report)))
    const [meeting] = answering.meetings
    const drafts = meeting && { meeting, round: `drafts-sixty-${meeting.size}` }
    if (has('files')) growth.push(...(await fileRows(bench, results.sixty, drafts, options, report)))
    report(idle)
    report(await memoryRow(server, 'after'))
  } finally {
    await server.stop()
    await world.database.close()
  }
  return growth
}

const profiling = ({ profile }: Options) => (profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])

if (import.meta.main) {
  const startedAt = new Date()
  const report = await run(readOptions(process.argv.slice(2)))
  const kept = keepReport(report, startedAt)
  console.log(`\n${markdown(report)}\n\n${((Date.now() - startedAt.getTime()) / 1000).toFixed(0)} s; as JSON: ${kept}`)
}
