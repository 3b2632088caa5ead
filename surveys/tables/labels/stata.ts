// A do-file for Stata: reads the table, turns codes into numbers, and says what everything means.
import type { Export } from '../export.ts'
import { type Column, labelColumns, STATISTICS_FILE } from './columns.ts'

/** The most characters of a variable's label. */
const VARIABLE = 80
/** Stata's own kinds of missing, in the place of the reasons. */
const MISSING = [
  ['NA', '.a'],
  ['NAP', '.b'],
  ['PNS', '.c'],
] as const

/** The whole file, in UTF-8, for version 14 and later. */
export function stataDoFile(of: Export): string {
  const columns = labelColumns(of)
  const { questionnaire, version } = of.codebook.questionnaire
  return [
    `* ${of.round}: ${questionnaire} ${version}. Run it in the folder of the package.`,
    '* Missing: .a not available, .b not applicable, .c prefers not to state.',
    'version 14',
    `import delimited using "${STATISTICS_FILE}", varnames(nonames) rowrange(2) stringcols(_all) ///`,
    '  encoding("utf-8") bindquotes(strict) clear',
    ...columns.map(({ short }, place) => `rename v${place + 1} ${short}`),
    ...columns.flatMap(linesOf),
    '',
  ].join('\n')
}

function linesOf({ short, name, label, kind, codes }: Column, place: number): string[] {
  const named = [`label variable ${short} ${quoted([...label].slice(0, VARIABLE).join(''))}`, `notes ${short}: ${name}`]
  if (kind === 'text' || kind === 'date') return named
  const list = `codes_${place + 1}`
  return [
    ...codes.map(({ key, number }) => `replace ${short} = "${number}" if ${short} == "${key}"`),
    ...MISSING.map(([written, missing]) => `replace ${short} = "${missing}" if ${short} == "${written}"`),
    `destring ${short}, replace`,
    ...codes.map(({ number, label: text }) => `label define ${list} ${number} ${quoted(text)}, add`),
    ...(codes.length > 0 ? [`label values ${short} ${list}`] : []),
    ...named,
  ]
}

/** In compound quotes; nothing in a label is taken for a macro. */
function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'").replaceAll('$', 'USD')
  return `\`"${plain}"'`
}
