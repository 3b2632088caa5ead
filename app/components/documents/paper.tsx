// A paper on the screen, made to be printed: the mark stands on every sheet, tables repeat their heads.
import type { Line, Paper, PaperAnswer, PaperBlock, PaperTable } from '#surveys/tables/paper.ts'
import { tongueOf } from '../questions/said.tsx'
import { Scroll } from '../team/scroll.tsx'

export function PaperArticle({ paper }: { paper: Paper }) {
  const { language, mark } = paper
  return (
    <article className="paper stack airy" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {mark !== null && (
        <p className="paper-mark" aria-hidden="true">
          {mark}
        </p>
      )}
      <header className="stack">
        {mark !== null && <p className="notice attend">{mark}</p>}
        <h2 className="paper-title">{paper.title}</h2>
        <p className="lead">{paper.subtitle}</p>
        <dl className="facts tight">
          {paper.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        {paper.notes.map((note) => (
          <p key={note} className="prose">
            {note}
          </p>
        ))}
      </header>
      {paper.sections.map(({ key, title, blocks }) => (
        <section key={key} aria-labelledby={`p-${key}`} className="stack">
          <h3 id={`p-${key}`}>{title}</h3>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once, its parts have no other name
            <Block key={index} block={block} language={language} />
          ))}
        </section>
      ))}
      <footer className="meta">{paper.foot}</footer>
    </article>
  )
}

function Block({ block, language }: { block: PaperBlock; language: string }) {
  switch (block.kind) {
    case 'heading':
      return <h4>{block.words}</h4>
    case 'paragraph':
      return <p className="meta prose">{block.words}</p>
    case 'answer':
      return <Answer answer={block} language={language} />
    case 'table':
      return <Table table={block} language={language} />
  }
}

function Answer({ answer, language }: { answer: PaperAnswer; language: string }) {
  const { number, question, lines, comment, state } = answer
  return (
    <dl className="given paper-answer">
      <div>
        <dt>
          <bdi>{number}</bdi> {question}
        </dt>
        <dd className={state === 'blank' || state === 'aside' ? 'blank' : undefined}>
          <Lines lines={lines} language={language} />
          {comment && (
            <p className="meta" {...tongueOf(comment.language, language)}>
              {comment.words}
            </p>
          )}
        </dd>
      </div>
    </dl>
  )
}

function Lines({ lines, language }: { lines: readonly Line[]; language: string }) {
  return lines.map(({ words, language: written }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer have no identity but their place
    <span key={index} dir="auto" {...tongueOf(written, language)}>
      {index > 0 && <br />}
      {words}
    </span>
  ))
}

function Table({ table, language }: { table: PaperTable; language: string }) {
  return (
    <Scroll label={table.caption}>
      <table>
        <caption className="hidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.head.map((words, index) =>
              index === 0 ? (
                <td key={words} />
              ) : (
                <th key={words} scope="col">
                  {words}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((lines, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns are always the same
                <td key={index}>
                  <Lines lines={lines} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
