// A wide table scrolls inside its own named region, also by keyboard; the page never does.
import type { ReactNode } from 'react'

export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrows, and must get there first
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
