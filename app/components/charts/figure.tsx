// A finding: the heading says it, small type says how it was measured, then the chart, its table, its base and its file.
import type { ReactNode } from 'react'
import type { Finding } from '#surveys/analysis/model.ts'
import { saying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { PageFacts } from './facts.tsx'

/** The sentence of a finding in the reader's language, labels of the questionnaire filled in. */
export function useFinding(): (finding: Finding) => string {
  const { t, language } = useWords()
  return ({ code, numbers, texts }) => {
    const labels = Object.entries(texts ?? {}).map(([name, text]) => [name, saying(text, language).words])
    return t(`results:finding.${code}`, { ...numbers, ...Object.fromEntries(labels) })
  }
}

type FigureProps = {
  readonly id: string
  readonly heading: string
  /** how it was measured */
  readonly explained?: ReactNode
  readonly legend?: ReactNode
  /** base, source and the link to the data */
  readonly source: ReactNode
  readonly children: ReactNode
}

export function Figure({ id, heading, explained, legend, source, children }: FigureProps) {
  return (
    <figure className="finding" aria-labelledby={id}>
      <header>
        <h2 id={id}>{heading}</h2>
        {explained && <p>{explained}</p>}
        {legend && (
          <ul role="list" className="key">
            {legend}
          </ul>
        )}
      </header>
      {children}
      <figcaption className="source">{source}</figcaption>
    </figure>
  )
}

type SourceProps = {
  readonly children: ReactNode
  readonly source?: string
  readonly csv: string
  readonly facts?: Pick<PageFacts, 'base' | 'search'>
  /** the chart as a picture, where there is one: the last part of its address */
  readonly chart?: string
}

/** `Base: 7 of 8 · Source: … · Data behind this (CSV) · Save as SVG` */
export function Source({ children, source, csv, facts, chart }: SourceProps) {
  const { t } = useWords()
  return (
    <>
      <span>{children}</span>
      {source && <span>{source}</span>}
      <a href={csv} download>
        {t('results:csv')}
      </a>
      {chart && facts && (
        <a href={`${facts.base}/charts/${chart}.svg${facts.search}`} download data-picture={t('results:save_png')}>
          {t('results:save_svg')}
        </a>
      )}
    </>
  )
}

/** All numbers of a chart as a table, one click away. */
export function Twin({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className="twin">
      <summary>{t('results:twin')}</summary>
      <Wide name={name}>{children}</Wide>
    </details>
  )
}

/** A table that scrolls in its own region. */
export function Wide({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
