// A wide table scrolls inside its own named region, also by keyboard; the page never does.
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

/** @param label what the table is of: the region is named “Table: …”, so that it is not mistaken for its section */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <section className="scroll" aria-label={t('team:table_of', { name: label })} tabIndex={0}>
      {children}
    </section>
  )
}
