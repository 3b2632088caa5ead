// The report of a benchmark run: a table for people, JSON for machines.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** One row: what was measured, the floor of the same run, and the target as a ratio or an absolute bound. */
export type Row = {
  readonly what: string
  readonly measured: string
  /** the ratio to the target is in `measured`; empty where nothing stands below */
  readonly floor: string
  readonly target: string
  /** null: nothing was promised */
  readonly isMet: boolean | null
  /** share 0-1 of the machine that other processes took meanwhile; null: not counted */
  readonly others: number | null
  readonly figures: Readonly<Record<string, number | null>>
}

/** One figure at several numbers of replies, in milliseconds; with the number of cells, also per cell. */
export type Growth = {
  readonly what: string
  readonly at: Readonly<Record<number, number>>
  readonly cells?: Readonly<Record<number, number>>
}

export type Report = {
  readonly mode: string
  readonly engine?: string
  readonly rows: readonly Row[]
  readonly growth: readonly Growth[]
}

export function printRow({ what, measured, floor, target, isMet, others }: Row): void {
  const mark = isMet === null ? ' ' : isMet ? '✓' : '✗'
  const facts = [
    isMet === false && 'MISSED',
    measured,
    floor && `floor ${floor}`,
    `target ${target}`,
    others !== null && `others ${share(others)}`,
  ]
  process.stdout.write(`${mark} ${what}\n    ${facts.filter(Boolean).join(' · ')}\n`)
}

/** @returns the path of the JSON file */
export function keepReport(report: Report, startedAt: Date): string {
  const folder = new URL('./results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const file = new URL(`${startedAt.toISOString().replace(/[:.]/g, '-')}.json`, folder)
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model ?? null,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  writeFileSync(file, `${JSON.stringify({ startedAt: startedAt.toISOString(), machine, ...report }, null, 2)}\n`)
  return fileURLToPath(file)
}

type Kept = Report & { readonly startedAt: string; readonly machine: Readonly<Record<string, unknown>> }

/** The last whole run on each engine, as it is printed in the README. @throws when there is none */
export function lastReports(): string {
  const folder = fileURLToPath(new URL('./results/', import.meta.url))
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const whole = names
    .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Kept)
    .filter(({ engine, mode }) => engine && (mode === 'usual' || mode === 'full'))
  const last = new Map(whole.map((report) => [report.engine, report]))
  if (last.size === 0) throw new Error('Nothing was measured yet: run "npm run bench" first.')
  return [...last.values()].map(described).join('\n\n')
}

function described(report: Kept): string {
  const { cores, model, memoryGigabytes, node } = report.machine
  const where = `${cores} cores of ${model ?? 'an unnamed processor'}, ${memoryGigabytes} GB, Node ${node}`
  const engine = report.engine === 'postgres' ? 'PostgreSQL' : 'SQLite'
  return `${engine}, ${report.startedAt.slice(0, 10)}, ${where}:\n\n${markdown(report)}`
}

/** The report as Markdown tables, for the README. */
export function markdown({ rows, growth }: Report): string {
  const tables = [
    table(
      ['what', 'measured', 'floor in the same run', 'target', '', 'taken by others'],
      rows.map(({ what, measured, floor, target, isMet, others }) => [
        what,
        measured,
        floor || '–',
        target,
        isMet === null ? '–' : isMet ? 'met' : '**missed**',
        others === null ? '–' : share(others),
      ]),
    ),
  ]
  const sizes = [...new Set(growth.flatMap(({ at }) => Object.keys(at).map(Number)))].sort((a, b) => a - b)
  if (growth.length > 0)
    tables.push(
      table(
        ['growth: replies', ...sizes.map((size) => size.toLocaleString('en'))],
        growth.map(({ what, at, cells }) => [what, ...sizes.map((size) => grown(at[size], cells?.[size]))]),
      ),
    )
  return tables.join('\n\n')
}

function grown(milliseconds: number | undefined, cells: number | undefined): string {
  if (milliseconds === undefined) return ''
  return cells ? `${ms(milliseconds)} (${((milliseconds * 1000) / cells).toFixed(2)} µs per answer)` : ms(milliseconds)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const rate = (value: number): string => `${value >= 100 ? Math.round(value) : value.toFixed(1)}/s`
export const ms = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value >= 100 ? Math.round(value) : value.toFixed(1)} ms`
export const megabytes = (value: number): string => `${Math.round(value)} MB`
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ×`
const share = (value: number): string => `${Math.round(value * 100)} %`
