// The ways from a question to what only the delegation sees of it: its discussion, and every answer it ever had.
import { useWords } from '../words.tsx'
import type { Asked } from './asked.ts'

export function InsideLinks({ asked }: { asked: Asked }) {
  const { t } = useWords()
  const { field, address, base, remarks } = asked
  if (remarks === null) return null
  const number = <span className="hidden"> {field.number}</span>
  return (
    <>
      <a href={`${address}/discussion/${field.name}`}>
        {t(remarks === 0 ? 'inside:discussion.begin' : 'inside:discussion.link', { count: remarks })}
        {number}
      </a>
      {base > 0 && (
        <a href={`${address}/history/${field.name}`}>
          {t('inside:history.link')}
          {number}
        </a>
      )}
    </>
  )
}
