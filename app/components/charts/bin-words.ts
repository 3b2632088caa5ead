// A step of numbers or dates in words: `10 to below 20`, `March 2027`, `2025`.
import type { Bin } from '#surveys/analysis/bins.ts'
import { monthName } from '../../moments.ts'
import { useWords } from '../words.tsx'

export function useBinWords(): (bin: Bin) => string {
  const { t, number, language } = useWords()
  return ({ from, to }) => {
    if (typeof from === 'number') {
      return to === null ? number(from) : t('results:bin.numbers', { from: number(from), to: number(Number(to)) })
    }
    const [year = '', month = '1'] = from.split('-')
    const [endYear = '', endMonth = '1'] = String(to).split('-')
    const months = 12 * (Number(endYear) - Number(year)) + Number(endMonth) - Number(month)
    if (months === 1) return t('results:bin.month', { month: monthName(Number(month), language), year })
    return months === 12 ? year : t('results:bin.years', { from: year, to: String(Number(endYear) - 1) })
  }
}
