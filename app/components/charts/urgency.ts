// A median urgency in the words of the questionnaire: one level, or two where it lies between.
import type { NeedsRanking } from '#surveys/analysis/needs.ts'
import { saying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export function useUrgency({ urgencies }: NeedsRanking): (median: number | undefined) => string | null {
  const { t, language } = useWords()
  const at = (value: number) => {
    const level = urgencies.find((one) => one.value === value)
    return level ? saying(level.option.label, language).words : null
  }
  return (median) => {
    if (median === undefined) return null
    // the higher value is the more pressing one, and is said first
    const [sooner, later] = [at(Math.ceil(median)), at(Math.floor(median))]
    if (!sooner || !later || sooner === later) return sooner ?? later
    return t('results:needs.between', { sooner, later })
  }
}
