// The sentence over one question: what most answered, if that is true, and else how many did.
import type { ItemResult } from './distribution.ts'
import type { Finding } from './model.ts'
import type { Counted } from './tally.ts'

/**
 * @param rows one, or one per item of a group
 * @param voices how many delegations count
 */
export function distributionFinding(rows: readonly ItemResult[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const answered = rows.filter((row) => row.base.n > 0)
  const absent = rows.reduce((sum, row) => sum + row.absences.na + row.absences.nap + row.absences.pns, 0)
  if (answered.length === 0) return absent === 0 ? { code: 'unanswered' } : { code: 'absences_only' }
  const told = answered.filter((row) => !row.isHidden)
  if (told.length === 0) return { code: 'too_few' }
  const [only] = told
  if (only && rows.length === 1 && !only.item) return singleFinding(only)
  return groupFinding(told)
}

function singleFinding(row: ItemResult): Finding {
  const { tally, base } = row
  switch (tally.kind) {
    case 'choice':
      return mostChosen(tally.options, base.n, 'choice')
    case 'several':
      return mostChosen(tally.options, base.n, 'several')
    case 'ranking': {
      const [first] = tally.options.filter((one) => one.place === 1)
      return first ? { code: 'ranking_first', texts: { option: first.option.label } } : answeredBy(row)
    }
    case 'number':
      return tally.summary
        ? { code: 'number_median', numbers: { median: tally.summary.median, count: base.n } }
        : answeredBy(row)
    case 'date':
    case 'text':
    case 'files':
    case 'confirm':
      return answeredBy(row)
  }
}

const answeredBy = (row: ItemResult): Finding => ({ code: 'answered', numbers: { k: row.base.n, n: row.base.of } })

function mostChosen(options: readonly Counted[], n: number, kind: 'choice' | 'several'): Finding {
  const [first, second, third] = [...options].sort((a, b) => b.count - a.count)
  if (!first || first.count === 0) return { code: `${kind}_none`, numbers: { n } }
  const texts = { option: first.option.label, other: second?.option.label ?? {} }
  const numbers = { k: first.count, n }
  if (first.count === n && n > 1 && second?.count !== n) return { code: 'choice_all', texts, numbers }
  if (second && second.count === first.count)
    return third?.count === first.count ? { code: 'choice_open', numbers } : { code: 'choice_pair', texts, numbers }
  return { code: 'choice_first', texts, numbers }
}

/** In a group: the item with the highest median, where there is one; else the option chosen most often at one item. */
function groupFinding(rows: readonly ItemResult[]): Finding {
  const highest = highestMedian(rows)
  if (highest) return highest
  const entries = rows.flatMap((row) => {
    const { tally } = row
    if (tally.kind !== 'choice' && tally.kind !== 'several') return []
    return tally.options.map(({ option, count }) => ({ row, option, count }))
  })
  const [first, second] = entries.sort((a, b) => b.count - a.count)
  if (!first?.row.item || first.count === 0) return { code: 'group_answered', numbers: { count: rows.length } }
  if (second && second.count === first.count) return { code: 'group_open', numbers: { k: first.count } }
  return {
    code: 'group_first',
    texts: { option: first.option.label, item: first.row.item.label },
    numbers: { k: first.count, n: first.row.base.n },
  }
}

/** Only of ordered levels, and only where a single item stands highest. */
function highestMedian(rows: readonly ItemResult[]): Finding | undefined {
  const medians = rows.flatMap(({ item, tally }) => {
    const median = tally.kind === 'choice' ? tally.spread?.median : undefined
    return item && median !== undefined ? [{ item, median }] : []
  })
  const [first, second] = medians.sort((a, b) => b.median - a.median)
  if (!first || !second || first.median === second.median) return undefined
  return { code: 'group_highest', texts: { item: first.item.label }, numbers: { median: first.median } }
}
