// The report of a benchmark run: a table for people, JSON for machines.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One row: what was measured, the floor of the same run, and the target as a ratio or an absolute bound. */
export type Row = {
  readonly what: string
  readonly measured: string
  readonly floor: string
  readonly target: string
  /** null: nothing was promised */
  readonly isMet: boolean | null
  readonly note?: string
  readonly figures: Readonly<Record<string, number | string | null>>
}

export function printRow(row: Row): void {
  const mark = row.isMet === null ? ' ' : row.isMet ? '✓' : '✗'
  process.stdout.write(
    `${mark} ${row.what}\n    ${row.measured} · floor ${row.floor} · target ${row.target}${row.note ? ` · ${row.note}` : ''}\n`,
  )
}

/** @returns the path of the JSON file */
export function keepReport(rows: readonly Row[], startedAt: Date): string {
  const folder = new URL('./results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const file = new URL(`${startedAt.toISOString().replace(/[:.]/g, '-')}.json`, folder)
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  writeFileSync(file, `${JSON.stringify({ startedAt: startedAt.toISOString(), machine, rows }, null, 2)}\n`)
  return file.pathname
}

/** The rows as a Markdown table, for the README. */
export function markdown(rows: readonly Row[]): string {
  const line = (row: Row) =>
    `| ${row.what} | ${row.measured} | ${row.floor} | ${row.target} | ${row.isMet === null ? '–' : row.isMet ? 'yes' : 'no'} |`
  return [
    '| what | measured | floor in the same run | target | met |',
    '|---|---|---|---|---|',
    ...rows.map(line),
  ].join('\n')
}

export const rate = (value: number): string => `${value >= 100 ? Math.round(value) : value.toFixed(1)}/s`
export const ms = (value: number): string => `${value >= 100 ? Math.round(value) : value.toFixed(value < 1 ? 3 : 1)} ms`
