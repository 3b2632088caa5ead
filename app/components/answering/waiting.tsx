// Says that answers of before wait for the delegation's word, and leads to them.
import { useWords } from '../words.tsx'

/** @param section where the page is about one section */
export function Waiting({ base, count, section }: { base: string; count: number; section?: string }) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <p className="notice plain">
      <a href={`${base}/confirm${section ? `?section=${section}` : ''}`}>
        {t(section ? 'versions:confirm.wait_section' : 'versions:confirm.wait', { count })}
      </a>
    </p>
  )
}
