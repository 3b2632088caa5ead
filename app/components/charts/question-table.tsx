// The answers to one question as a table: the content; a chart of the same rows may follow.
import type { ReactNode } from 'react'
import type { Counted, Ranked, Tally } from '#surveys/analysis/tally.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { useBinWords } from './bin-words.ts'
import { Wide } from './figure.tsx'
import { Agree } from './marks.tsx'
import type { QuestionView, ResultRow } from './question-view.ts'
import { times } from './times.ts'

type Props = { readonly question: QuestionView; readonly row: ResultRow; readonly caption: string }

export function QuestionTable({ question, row, caption }: Props) {
  const { t } = useWords()
  if (row.isHidden) return <p>{t('results:too_small')}</p>
  return (
    <>
      <Wide name={t('results:question.region')}>
        <table className="tallied">
          <caption className="hidden">{caption}</caption>
          <Rows question={question} row={row} />
          <NoAnswer row={row} columns={columnsOf(row.tally)} />
        </table>
      </Wide>
      <SpreadWords tally={row.tally} />
    </>
  )
}

const columnsOf = (tally: Tally) => (tally.kind === 'ranking' ? tally.weights.length + 2 : 1)

function Rows({ question, row }: { question: QuestionView; row: ResultRow }) {
  const { tally, base } = row
  switch (tally.kind) {
    case 'choice':
    case 'several':
      return <OptionRows options={tally.options} n={base.n} />
    case 'ranking':
      return <RankRows options={tally.options} ranks={tally.weights.length} />
    case 'number':
    case 'date':
      return <SummaryRows question={question} tally={tally} />
    case 'text':
    case 'files':
    case 'confirm':
      return <CountRows row={row} />
  }
}

function OptionRows({ options, n }: { options: readonly Counted[]; n: number }) {
  const { t } = useWords()
  return (
    <>
      <CountHead />
      <tbody>
        {options.map(({ option, count }) => (
          <CountRow key={option.key} words={t('results:k_of_n', { k: count, n })}>
            <Said text={option.label} />
          </CountRow>
        ))}
      </tbody>
    </>
  )
}

function CountHead() {
  const { t } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{t('results:question.answer')}</th>
        <th scope="col" className="n">
          {t('results:question.delegations')}
        </th>
      </tr>
    </thead>
  )
}

function CountRow({ words, children }: { words: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="n">{words}</td>
    </tr>
  )
}

function RankRows({ options, ranks }: { options: readonly Ranked[]; ranks: number }) {
  const { t, number } = useWords()
  const sorted = [...options].sort((a, b) => b.points - a.points)
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t('results:question.answer')}</th>
          {times(ranks, (rank) => (
            <th key={rank} scope="col" className="n">
              {t('results:question.rank', { rank: rank + 1 })}
            </th>
          ))}
          <th scope="col" className="n">
            {t('results:question.points')}
          </th>
          <th scope="col" className="n">
            {t('results:needs.place')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ option, ranks: counts, points, place }) => (
          <tr key={option.key}>
            <th scope="row">
              <Said text={option.label} />
            </th>
            {times(ranks, (rank) => (
              <td key={rank} className="n">
                {number(counts[rank] ?? 0)}
              </td>
            ))}
            <td className="n">{number(points)}</td>
            <td className="n">{place ?? t('results:none')}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

function SummaryRows({ question, tally }: { question: QuestionView; tally: Extract<Tally, { bins: unknown }> }) {
  const { t, number, date } = useWords()
  const binWords = useBinWords()
  const total = tally.bins.reduce((sum, bin) => sum + bin.count, 0)
  const write = (value: number | string) => (typeof value === 'number' ? number(value) : date(value))
  return (
    <>
      <CountHead />
      <tbody>
        {tally.bins.map((bin) => (
          <CountRow key={bin.from} words={t('results:k_of_n', { k: bin.count, n: total })}>
            {binWords(bin)} {question.unit && <Said text={question.unit} />}
          </CountRow>
        ))}
      </tbody>
      <tbody>
        {Object.entries(tally.summary ?? {}).map(([measure, value]) => (
          <tr key={measure}>
            <th scope="row">{t(`results:summary.${measure}`)}</th>
            <td className="n">
              {write(value)} {question.unit && <Said text={question.unit} />}
            </td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

function CountRows({ row }: { row: ResultRow }) {
  const { t, number } = useWords()
  const { base, tally } = row
  return (
    <>
      <CountHead />
      <tbody>
        <CountRow words={t('results:k_of_n', { k: base.n, n: base.of })}>
          {t(`results:question.given_${tally.kind}`)}
        </CountRow>
        {tally.kind === 'files' && (
          <>
            <tr>
              <th scope="row">{t('results:question.documents')}</th>
              <td className="n">{number(tally.documents)}</td>
            </tr>
            <tr>
              <th scope="row">{t('results:question.links')}</th>
              <td className="n">{number(tally.links)}</td>
            </tr>
          </>
        )}
      </tbody>
    </>
  )
}

/** Absence is a finding: each reason has its row. */
function NoAnswer({ row, columns }: { row: ResultRow; columns: number }) {
  const { t, number } = useWords()
  const { na, nap, pns } = row.absences
  const reasons = Object.entries({ na, nap, pns }).filter(([, count]) => count > 0)
  if (reasons.length === 0 && row.silent === 0) return null
  return (
    <tbody>
      {[...reasons, ...(row.silent > 0 ? [['silent', row.silent] as const] : [])].map(([reason, count]) => (
        <tr key={reason}>
          <th scope="row" className="absent">
            <span>{t(`results:absence.${reason}`)}</span>
          </th>
          <td className="n">{number(count)}</td>
          {columns > 1 && <td colSpan={columns - 1} />}
        </tr>
      ))}
    </tbody>
  )
}

function SpreadWords({ tally }: { tally: Tally }) {
  const { t, number } = useWords()
  if (tally.kind !== 'choice' || !tally.spread?.n) return null
  const { median, iqr, words } = tally.spread
  return (
    <p className="meta">
      {t('results:question.spread', { median: number(median ?? 0), iqr: number(iqr ?? 0) })}{' '}
      {words && <Agree words={words} />}
    </p>
  )
}
