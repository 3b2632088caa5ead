// The state of a round, as a disc and a word.
import { useWords } from '../words.tsx'

const MARKS = { planned: 'none', pilot: 'part', open: 'part', closed: 'done', cancelled: 'none' } as const

export function RoundState({ state }: { state: keyof typeof MARKS }) {
  const { t } = useWords()
  return <span className={`state ${MARKS[state]}`}>{t(`team:round_state.${state}`)}</span>
}
