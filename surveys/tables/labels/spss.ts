// Syntax for SPSS: reads the table, turns codes into numbers, and says what everything means.
import type { Export } from '../export.ts'
import { ABSENT, absentLabel, type Column, labelColumns, STATISTICS_FILE } from './columns.ts'

/** The most bytes that SPSS takes in the label of a variable and of a value, with room for the quotes on one line. */
const [VARIABLE, VALUE] = [230, 115]

/** The whole file, in UTF-8. */
export function spssSyntax(of: Export): string {
  const columns = labelColumns(of)
  const { questionnaire, version } = of.codebook.questionnaire
  return [
    '* Encoding: UTF-8.',
    `* ${of.round}: ${questionnaire} ${version}. Set the folder of the package first: CD '...'.`,
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE='${STATISTICS_FILE}'`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map((column) => `    ${column.short} A${widthOf(column)}`),
    '.',
    ...columns.flatMap((column) => linesOf(column, of.language)),
    'EXECUTE.',
    '',
  ].join('\n')
}

/** In bytes: up to four for each character. */
const widthOf = ({ kind, length }: Column) => (kind === 'text' ? Math.min(32_767, 4 * length) : 64)

function linesOf(column: Column, language: string): string[] {
  const { short, label, kind, codes, decimals } = column
  const named = [`VARIABLE LABELS ${short}`, `  ${quoted(label, VARIABLE)}.`]
  if (kind === 'text' || kind === 'date') return named
  const reasons = ABSENT.map(({ reason, number }) => `  ('${reason.toUpperCase()}'='${number}')`)
  const numbers = codes.map(({ key, number }) => `  ('${key}'='${number}')`)
  return [
    `RECODE ${short}`,
    ...numbers,
    ...reasons,
    '.',
    `ALTER TYPE ${short} (F12.${kind === 'coded' ? 0 : decimals}).`,
    ...named,
    `VALUE LABELS ${short}`,
    ...codes.map(({ number, label: text }) => `  ${number} ${quoted(text, VALUE)}`),
    ...ABSENT.map(({ number, label: text }) => `  ${number} ${quoted(absentLabel(text, language), VALUE)}`),
    '.',
    `MISSING VALUES ${short} (-99 THRU -97).`,
  ]
}

/** In apostrophes, cut between characters where it has more bytes than SPSS takes. */
function quoted(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ')
  let kept = ''
  let bytes = 0
  for (const letter of line) {
    bytes += new TextEncoder().encode(letter).length
    if (bytes > most) break
    kept += letter
  }
  return `'${kept.replaceAll("'", "''")}'`
}
