// `npm run surveys`: checks all questionnaires and says of each what it asks. With --schema, writes the schemas for editors.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editorSchemas } from '#surveys/definition/editor-schemas.ts'
import { type Library, readLibrary } from '#surveys/definition/library.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { type Summary, summaryOf } from '#surveys/definition/summary.ts'
import { readSurveyFiles } from './survey-files.ts'

const FOLDER = 'surveys'
const HEADINGS = ['questionnaire', 'version', 'questions', 'fields', 'variables', 'minutes', 'languages', 'hash']
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the command prints, and its exit code: 1 where a file is refused, 0 where all can be used. */
export function report(library: Library): { lines: string[]; code: number } {
  const refused = library.problems.filter((problem) => !problem.isForPublishing)
  const unfinished = library.problems.filter((problem) => problem.isForPublishing)
  const rows = [...library.questionnaires.values()].map((questionnaire) => cellsOf(summaryOf(questionnaire, sha256)))
  const lines = [
    ...table([HEADINGS, ...rows]),
    ...titled('Refused:', refused.map(printProblem)),
    ...titled('To be done before publishing:', unfinished.map(printProblem)),
  ]
  return { lines, code: refused.length > 0 ? 1 : 0 }
}

function cellsOf(summary: Summary): string[] {
  const { questionnaire, version, questions, fields, variables, minutes, missing, hash } = summary
  const languages = Object.entries(missing).map(([language, count]) =>
    count === 0 ? language : `${language} -${count}`,
  )
  const numbers = [questions, fields, variables, minutes].map(String)
  return [questionnaire, version, ...numbers, languages.join(', '), hash.slice(0, 12)]
}

function table(rows: readonly string[][]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => aligned(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function aligned(cell: string, width: number): string {
  return /^\d+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width)
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function main(): void {
  if (process.argv.includes('--schema')) {
    for (const [name, text] of editorSchemas()) writeFileSync(join(FOLDER, name), text)
  }
  const { lines, code } = report(readLibrary(readSurveyFiles(FOLDER)))
  console.log(lines.join('\n'))
  process.exitCode = code
}

if (import.meta.main) main()
