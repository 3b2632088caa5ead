// A script for R, without packages: reads the table, makes factors of codes, and keeps the words beside the columns.
import type { Export } from '../export.ts'
import { type Column, labelColumns, STATISTICS_FILE } from './columns.ts'

/** The whole file, in UTF-8. */
export function rScript(of: Export): string {
  const columns = labelColumns(of)
  const { questionnaire, version } = of.codebook.questionnaire
  return [
    `# ${of.round}: ${questionnaire} ${version}. Run it in the folder of the package.`,
    `answers <- read.csv(${text(STATISTICS_FILE)}, colClasses = "character", check.names = FALSE,`,
    '  fileEncoding = "UTF-8", na.strings = "")',
    '# Why there is no answer: not available, not applicable, prefers not to state.',
    'absent <- c("NA", "NAP", "PNS")',
    'reasons <- as.data.frame(lapply(answers, function(x) ifelse(x %in% absent, x, NA)), optional = TRUE)',
    'given <- function(x) ifelse(x %in% absent, NA, x)',
    'described <- function(x, words) { attr(x, "label") <- words; x }',
    ...columns.map(lineOf),
    '',
  ].join('\n')
}

function lineOf({ name, label, kind, codes, isOrdered }: Column): string {
  const column = `answers[[${text(name)}]]`
  return `${column} <- described(${asValue()}, ${text(label)})`

  function asValue(): string {
    switch (kind) {
      case 'number':
        return `as.numeric(given(${column}))`
      case 'date':
        return `as.Date(given(${column}))`
      case 'coded': {
        const [levels, labels] = [codes.map(({ key }) => text(key)), codes.map((code) => text(code.label))]
        const order = isOrdered ? ', ordered = TRUE' : ''
        return `factor(${column}, levels = c(${levels.join(', ')}), labels = c(${labels.join(', ')})${order})`
      }
      case 'text':
        return column
    }
  }
}

/** A string of JSON is a string of R. */
const text = (words: string) => JSON.stringify(words)
