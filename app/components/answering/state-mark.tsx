// A disc that fills, then the word: the state of a section or of an item.
import type { Standing } from '../questions/group.ts'

export function StateMark({ standing }: { standing: Pick<Standing, 'mark' | 'filled' | 'words'> }) {
  const style = standing.mark === 'part' ? ({ '--v': standing.filled } as React.CSSProperties) : undefined
  return (
    <span className={`state ${standing.mark}`} style={style} data-state="">
      {standing.words}
    </span>
  )
}
