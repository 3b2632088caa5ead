// The chart that follows a table: fetched by the browser once the page is there, drawn from the same rows.
import { lazy, Suspense, useEffect, useState } from 'react'
import { useBars } from './bars-of.ts'
import type { QuestionView } from './question-view.ts'

const Bars = lazy(() => import('./bars.tsx').then((file) => ({ default: file.Bars })))

/** Nothing without scripts, and nothing where bars would say no more than the table. */
export function ChartLater({ question }: { question: QuestionView }) {
  const [isInBrowser, setInBrowser] = useState(false)
  const bars = useBars(question)
  useEffect(() => setInBrowser(true), [])
  if (!isInBrowser || !bars) return null
  return (
    <Suspense fallback={null}>
      <Bars bars={bars} />
    </Suspense>
  )
}
