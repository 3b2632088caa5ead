// A wide table scrolls inside its own named region, also by keyboard; the page never does.
import type { ReactNode } from 'react'

export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
